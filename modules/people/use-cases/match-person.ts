import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { comparableRows, linksOf, saveLink } from '../match-store.ts';
import { mayCorrect, maySearch } from '../permissions.ts';
import { normaliseIdentityNumber } from '../rules/identity-number.ts';
import { nameSearchKeys } from '../rules/name-search.ts';
import { matchPersons, type PersonMatch, type PersonTraits } from '../rules/person-match.ts';
import { checkPhone } from '../rules/phone.ts';
import { birthDateOf, type PersonView, personInput, sexOf } from '../schema.ts';
import { documentIndex, phoneIndex } from '../sealed.ts';
import { loadPerson, selectPersons } from '../store.ts';
import { viewOf } from '../view.ts';

const { name, sex, birthDate, document, phone, region } = personInput.shape;
export const MatchPerson = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  name,
  sex,
  birthDate,
  document,
  phone,
  region,
});
export type MatchPerson = z.infer<typeof MatchPerson>;

/** Somebody on file who may be the person asked about. `said`: what somebody decided of the two before. */
export interface FoundMatch extends PersonMatch {
  readonly person: PersonView;
  readonly said: boolean | null;
}

/** The best of them are shown: a list to be read, not to be searched. */
const shown = 10;

/**
 * 是不是同一个人: persons of the centre who may be the one that is being written down, the likeliest first, each with what speaks for
 * and against it. Nothing is joined by this.
 */
export async function matchPerson(tx: Tx, actor: Actor, input: MatchPerson): Promise<readonly FoundMatch[]> {
  actor.must(maySearch, { tenant: input.tenant });
  return matchesFor(tx, input.tenant, traitsOf(tx, input), undefined);
}

/** The same for a person who is on file: with what somebody said of each pair before. */
export async function matchKnownPerson(
  tx: Tx,
  actor: Actor,
  { tenant, personId }: { readonly tenant: string; readonly personId: string },
): Promise<readonly FoundMatch[]> {
  actor.must(maySearch, { tenant });
  const { nameFolded: folded, namePinyin: pinyin, ...row } = await loadPerson(tx, tenant, personId);
  return matchesFor(tx, tenant, { ...row, folded, pinyin }, personId);
}

async function matchesFor(
  tx: Tx,
  tenant: string,
  asked: PersonTraits,
  personId: string | undefined,
): Promise<readonly FoundMatch[]> {
  const matches = (await comparableRows(tx, tenant, asked))
    .filter(({ id }) => id !== personId)
    .flatMap((row) => {
      const match = matchPersons(asked, row);
      return match === undefined ? [] : [{ id: row.id, match }];
    })
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? 1 : -1))
    .slice(0, shown);
  const links = personId === undefined ? new Map<string, boolean>() : await linksOf(tx, tenant, personId);
  const rows = await selectPersons(
    tx,
    tenant,
    matches.map(({ id }) => id),
  );
  const persons = new Map(rows.map((row) => [row.id, row]));
  return matches.flatMap(({ id, match }) => {
    const row = persons.get(id);
    return row === undefined ? [] : [{ ...match, person: viewOf(tx, row), said: links.get(id) ?? null }];
  });
}

function traitsOf(tx: Tx, input: MatchPerson): PersonTraits {
  const { folded, pinyin } = nameSearchKeys(input.name);
  const tel = input.phone === undefined ? undefined : checkPhone(input.phone, { allowDemonstration: true });
  const number = input.document === undefined ? '' : normaliseIdentityNumber(input.document.number);
  return {
    folded,
    pinyin,
    sex: sexOf(input) ?? null,
    birthDate: birthDateOf(input) ?? null,
    documentIndex: number === '' ? null : documentIndex(tx, number),
    phoneIndex: tel?.ok === true ? phoneIndex(tx, tel.normalised) : null,
    region: input.region ?? null,
  };
}

export const LinkPersons = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  personId: z.uuid(),
  otherId: z.uuid(),
  /** True: the same human being. False: looked into, and not. */
  same: z.boolean(),
});
export type LinkPersons = z.infer<typeof LinkPersons>;

/**
 * 认定是否同一人: said by a person, of two rows. Rows stay as each matter knows them; from now on conflicts and earlier matters are looked
 * for under both. May be said otherwise later; the memory keeps every word.
 */
export async function linkPersons(tx: Tx, actor: Actor, input: LinkPersons): Promise<{ same: boolean }> {
  const { tenant, personId, otherId, same } = input;
  actor.must(mayCorrect, { tenant });
  if (personId === otherId) throw new Refusal('input.invalid', {}, [{ pointer: '/otherId', code: 'person.linkSelf' }]);
  await loadPerson(tx, tenant, personId);
  await loadPerson(tx, tenant, otherId);
  await saveLink(tx, tenant, [personId, otherId], same, actor.id);
  // A person is no matter: the person's id stands for one.
  tx.record({
    tenant,
    matterId: personId,
    kind: 'person.linked',
    subject: 'person',
    subjectId: personId,
    payload: { otherId, same },
  });
  return { same };
}
