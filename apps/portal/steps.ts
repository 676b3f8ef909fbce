import { checkIdentityDocument, type IdentityDocumentKind } from '../../modules/people/index.ts';
import type { LocaleKey } from './locales/locale.ts';
import type { JourneyContext } from './steps/context.ts';
import { documentIn, documentTellsBirth, isMinor, isOlder } from './steps/derived.ts';
import { elsewhere, unsure } from './steps/fields-person.ts';
import { type FieldError, type FieldName, peopleError, phoneFault, type Values } from './steps/values.ts';

/** The seven parts of an application, in order: "step 2 of 7". */
export const sections = ['matter', 'who', 'contact', 'means', 'opponent', 'papers', 'send'] as const;
/** The parts of any questionnaire. */
export type Section = (typeof sections)[number] | 'about' | 'what' | 'you';

/** One page of the journey: one thing asked. */
export interface Step {
  /** Also the end of its address: `/apply/<id>`. */
  readonly id: string;
  readonly section: Section;
  /** The question: the page's heading. Where one person applies for another, `titleForOther` speaks of that person. */
  readonly title: LocaleKey;
  readonly titleForOther?: LocaleKey;
  readonly hint?: LocaleKey;
  readonly fields: readonly FieldName[];
  /** Absent: always asked. */
  readonly when?: (values: Values, context: JourneyContext) => boolean;
  /** What one field alone cannot tell. Runs over the fields that were sound. */
  readonly check?: (values: Values, context: JourneyContext) => readonly FieldError[];
}

const inCity = (v: Values): boolean => v.homeCounty !== undefined && v.homeCounty !== elsewhere;
const asksMeans = (v: Values, context: JourneyContext): boolean => context.meansMatter(v);
const isCriminal = (v: Values): boolean => v.need === 'criminal';
/** A suspect's other side is the State; nobody needs to be named. */
const hasOpponent = (v: Values): boolean => !(isCriminal(v) && v.criminalRole === 'suspectOrDefendant');
/** An accused has none; of a victim it decides whether means are tested (法律援助法 art. 32(4)) and whether the address is kept secret. */
const hasCause = (v: Values): boolean => !isCriminal(v) || (v.criminalRole !== undefined && hasOpponent(v));

/** The application, as a table. The order is the order of the pages. */
export const steps: readonly Step[] = [
  { id: 'need', section: 'matter', title: 'q.need', hint: 'q.need.hint', fields: ['need'] },
  { id: 'story', section: 'matter', title: 'q.story', hint: 'q.story.hint', fields: ['story'] },
  { id: 'criminal-role', section: 'matter', title: 'q.criminal-role', fields: ['criminalRole'], when: isCriminal },
  {
    id: 'cause',
    section: 'matter',
    title: 'q.cause',
    hint: 'q.cause.hint',
    fields: ['cause'],
    when: hasCause,
  },
  {
    id: 'criminal-stage',
    section: 'matter',
    title: 'q.criminal-stage',
    hint: 'q.criminal-stage.hint',
    fields: ['criminalStage'],
    when: isCriminal,
  },
  {
    id: 'criminal-defender',
    section: 'matter',
    title: 'q.criminal-defender',
    fields: ['hasDefender', 'lifeOrDeath', 'charge'],
    when: isCriminal,
  },
  { id: 'organ', section: 'matter', title: 'q.organ', hint: 'q.organ.hint', fields: ['organ', 'organName'] },
  { id: 'place', section: 'matter', title: 'q.place', hint: 'q.place.hint', fields: ['place'] },
  { id: 'urgent', section: 'matter', title: 'q.urgent', hint: 'q.urgent.hint', fields: ['urgent'], check: aloneOrNone },
  {
    id: 'deadline',
    section: 'matter',
    title: 'q.deadline',
    hint: 'q.deadline.hint',
    fields: ['limitationExpiresOn'],
    when: (v) => v.urgent?.includes('deadline') ?? false,
    check: (v, { today }) =>
      v.limitationExpiresOn !== undefined && v.limitationExpiresOn < addYears(today, -30)
        ? [{ field: 'limitationExpiresOn', say: { key: 'e.date.tooOld' }, part: 'y' }]
        : [],
  },
  { id: 'who', section: 'who', title: 'q.who', fields: ['forWhom'] },
  {
    id: 'agent',
    section: 'who',
    title: 'q.agent',
    hint: 'q.agent.hint',
    fields: ['agentName', 'agentRelation', 'agentPhone', 'agentIdNumber'],
    when: (v) => v.forWhom === 'other',
    check: (v, context) => [
      ...phoneFault('agentPhone', v.agentPhone, context),
      ...documentFault('agentIdNumber', 'residentCard', v.agentIdNumber ?? '', context),
    ],
  },
  { id: 'name', section: 'who', title: 'q.name', titleForOther: 'q.name.other', hint: 'q.name.hint', fields: ['name'] },
  {
    id: 'identity',
    section: 'who',
    title: 'q.identity',
    titleForOther: 'q.identity.other',
    hint: 'q.identity.hint',
    fields: ['documentKind', 'documentNumber'],
    check: checkIdentity,
  },
  {
    id: 'birth',
    section: 'who',
    title: 'q.birth',
    titleForOther: 'q.birth.other',
    fields: ['birthDate', 'sex'],
    when: (v) => !documentTellsBirth(v),
    check: (v, { today }) => birthFault('birthDate', v.birthDate, today),
  },
  {
    id: 'ethnicity',
    section: 'who',
    title: 'q.ethnicity',
    titleForOther: 'q.ethnicity.other',
    hint: 'q.ethnicity.hint',
    fields: ['ethnicity'],
  },
  {
    id: 'phone',
    section: 'contact',
    title: 'q.phone',
    titleForOther: 'q.phone.other',
    hint: 'q.phone.hint',
    fields: ['phone', 'contactWay', 'contactNote'],
    check: (v, context) => phoneFault('phone', v.phone, context),
  },
  {
    id: 'home',
    section: 'contact',
    title: 'q.home',
    titleForOther: 'q.home.other',
    hint: 'q.home.hint',
    fields: ['homeCounty'],
  },
  { id: 'home-township', section: 'contact', title: 'q.home-township', fields: ['homeTownship'], when: inCity },
  {
    id: 'home-village',
    section: 'contact',
    title: 'q.home-village',
    fields: ['homeVillage'],
    when: (v) => inCity(v) && v.homeTownship !== undefined && v.homeTownship !== unsure,
  },
  {
    id: 'address',
    section: 'contact',
    title: 'q.address',
    titleForOther: 'q.address.other',
    hint: 'q.address.hint',
    fields: ['address', 'residence'],
  },
  {
    id: 'help',
    section: 'contact',
    title: 'q.help',
    titleForOther: 'q.help.other',
    hint: 'q.help.hint',
    fields: ['help', 'spokenLanguage'],
  },
  {
    id: 'groups',
    section: 'means',
    title: 'q.groups',
    titleForOther: 'q.groups.other',
    hint: 'q.groups.hint',
    fields: ['groups'],
    check: (v) => noneFault('groups', v.groups),
  },
  {
    id: 'livelihood',
    section: 'means',
    title: 'q.livelihood',
    titleForOther: 'q.livelihood.other',
    hint: 'q.livelihood.hint',
    fields: ['livelihood'],
    when: (v, { today }) =>
      isMinor(v, today) || isOlder(v, today) || (v.groups?.includes('personWithDisability') ?? false),
  },
  {
    id: 'household',
    section: 'means',
    title: 'q.household',
    titleForOther: 'q.household.other',
    hint: 'q.household.hint',
    fields: ['householdMembers', 'opponentInHousehold'],
    when: asksMeans,
  },
  {
    id: 'income',
    section: 'means',
    title: 'q.income',
    titleForOther: 'q.income.other',
    hint: 'q.income.hint',
    fields: ['householdIncome', 'ownIncome'],
    when: asksMeans,
    check: checkIncome,
  },
  { id: 'proof', section: 'means', title: 'q.proof', fields: ['proof'], when: asksMeans },
  {
    id: 'opponent',
    section: 'opponent',
    title: 'q.opponent',
    hint: 'q.opponent.hint',
    fields: ['opponentKind', 'opponentName', 'opponentPhone', 'opponentAddress', 'opponentMore'],
    when: hasOpponent,
  },
  {
    id: 'opponent-2',
    section: 'opponent',
    title: 'q.opponent-2',
    fields: ['opponentKind2', 'opponentName2', 'opponentPhone2', 'opponentAddress2', 'opponentMore2'],
    when: (v) => hasOpponent(v) && v.opponentMore === 'yes',
  },
  {
    id: 'opponent-3',
    section: 'opponent',
    title: 'q.opponent-3',
    fields: ['opponentKind3', 'opponentName3', 'opponentPhone3', 'opponentAddress3'],
    when: (v) => hasOpponent(v) && v.opponentMore === 'yes' && v.opponentMore2 === 'yes',
  },
  { id: 'papers', section: 'papers', title: 'q.papers', hint: 'q.papers.hint', fields: [] },
  { id: 'check', section: 'send', title: 'q.check', hint: 'q.check.hint', fields: [] },
  { id: 'declare', section: 'send', title: 'q.declare', fields: ['declared'] },
];

function aloneOrNone(values: Values): readonly FieldError[] {
  return noneFault('urgent', values.urgent);
}

/** "None of these" beside something else: the person must say which. */
function noneFault(field: FieldName, chosen: readonly string[] | undefined): readonly FieldError[] {
  return chosen !== undefined && chosen.length > 1 && chosen.includes('none')
    ? [{ field, say: { key: 'e.noneOrSome' } }]
    : [];
}

function documentFault(
  field: FieldName,
  kind: IdentityDocumentKind,
  number: string,
  { today, demonstration }: JourneyContext,
): readonly FieldError[] {
  const checked = checkIdentityDocument(kind, number, { today, allowDemonstration: demonstration });
  return checked.ok ? [] : [peopleError(field, checked)];
}

function checkIdentity(values: Values, context: JourneyContext): readonly FieldError[] {
  const { documentKind } = values;
  if (documentKind === undefined || documentKind === 'none') return [];
  return documentFault('documentNumber', documentKind, documentIn(values)?.number ?? '', context);
}

function birthFault(field: FieldName, birthDate: string | undefined, today: string): readonly FieldError[] {
  if (birthDate === undefined) return [];
  if (birthDate > today) return [{ field, say: { key: 'e.birth.future' } }];
  return birthDate < addYears(today, -130) ? [{ field, say: { key: 'e.birth.tooOld' } }] : [];
}

function checkIncome(values: Values): readonly FieldError[] {
  const { householdIncome, ownIncome } = values;
  if (householdIncome === undefined || ownIncome === undefined || ownIncome <= householdIncome) return [];
  return [{ field: 'ownIncome', say: { key: 'e.income.ownOverHousehold' } }];
}

function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
