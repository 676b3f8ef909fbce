/** People (人员): persons and their protected identity; the same person found again. */
export { rowsOfSame } from './match-store.ts';
export { peopleTables } from './migrations/0001-people.ts';
export { personMatching } from './migrations/0002-matching.ts';
export { mayCorrect, mayReveal, mayRevealShielded, maySearch, mayShield } from './permissions.ts';
export { peopleRefusals } from './refusals.ts';
export { peopleRoutes } from './routes.ts';
export {
  checkIdentityDocument,
  type IdentityDocument,
  type IdentityDocumentKind,
  identityDocuments,
} from './rules/identity-document.ts';
export {
  checkIdentityNumber,
  demonstrationIdentityNumber,
  type IdentityNumber,
  normaliseIdentityNumber,
  type Sex,
} from './rules/identity-number.ts';
export { maskAddress, maskIdentityNumber, maskName, maskPhone } from './rules/masking.ts';
export { fold, type NameSearchKeys, nameSearchKeys } from './rules/name-search.ts';
export { type CheckedName, checkPartyName, checkPersonName, longestName, normaliseName } from './rules/person-name.ts';
export { checkPhone, demonstrationPhone, type PhoneNumber } from './rules/phone.ts';
export {
  birthDateOf,
  documentInput,
  type PersonInput,
  type PersonView,
  type ProtectedField,
  personInput,
  personView,
  protectedFields,
  type RevealReason,
  revealReason,
  revealReasons,
  sexes,
  sexOf,
} from './schema.ts';
export { peopleSealedColumns } from './sealed.ts';
export { selectHomes as homesOf } from './store.ts';
export type { PeopleTables } from './tables.ts';
export { type CorrectPerson, correctPerson } from './use-cases/correct-person.ts';
export { type FoundPerson, findPersonsByIdentity } from './use-cases/find-persons.ts';
export { loadPersons, personInputOf } from './use-cases/load-persons.ts';
export {
  type FoundMatch,
  type LinkPersons,
  linkPersons,
  type MatchPerson,
  matchKnownPerson,
  matchPerson,
} from './use-cases/match-person.ts';
export { type Concerned, type RevealedValues, type RevealPerson, revealPerson } from './use-cases/reveal-person.ts';
export { type SavePersonOptions, savePerson } from './use-cases/save-person.ts';
export { type PersonsFound, type SearchPersons, searchPersons } from './use-cases/search-persons.ts';
export { type ShieldPerson, shieldPerson } from './use-cases/shield-person.ts';
