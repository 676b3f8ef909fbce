import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { maySearch } from '../permissions.ts';
import { normaliseIdentityNumber } from '../rules/identity-number.ts';
import { fold } from '../rules/name-search.ts';
import { checkPhone } from '../rules/phone.ts';
import type { PersonView } from '../schema.ts';
import { documentIndex, phoneIndex } from '../sealed.ts';
import { type PersonQuery, searchRows } from '../store.ts';
import { viewOf } from '../view.ts';

export interface SearchPersons {
  /** The beginning of a name, of its pinyin or initials; or a whole phone or document number. */
  readonly text: string;
  /** Only here; everywhere the actor may search when left out. */
  readonly tenant?: string | undefined;
  readonly after?: string | undefined;
  /** At most 100. */
  readonly limit?: number | undefined;
}

export interface PersonsFound {
  readonly rows: readonly PersonView[];
  readonly next: string | null;
}

/**
 * 查人: persons by what a desk knows of them, masked. A number finds only when whole: half a number would let anybody
 * walk the register by digits.
 * @throws Refusal `auth.forbidden`, `person.searchTooShort`
 */
export async function searchPersons(tx: Tx, actor: Actor, input: SearchPersons): Promise<PersonsFound> {
  if (input.tenant !== undefined) actor.must(maySearch, { tenant: input.tenant });
  const tenants = input.tenant === undefined ? tenantsToSearch(actor) : [input.tenant];
  const query = queryOf(tx, input.text);
  const limit = Math.min(input.limit ?? 20, 100);
  const rows = await searchRows(tx, query, { tenants, after: parseAfter(input.after), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => viewOf(tx, row)),
    next: rows.length > limit && last !== undefined ? `${last.tenant}~${last.id}~${last.nameFolded}` : null,
  };
}

function tenantsToSearch(actor: Actor): readonly string[] | '*' {
  if (actor.scope.tenants === '*') return '*';
  const tenants = actor.scope.tenants.filter((tenant) => actor.holds(maySearch.roles, { tenant }));
  if (tenants.length === 0) throw new Refusal('auth.forbidden', { permission: maySearch.key });
  return tenants;
}

function queryOf(tx: Tx, text: string): PersonQuery {
  const number = normaliseIdentityNumber(text);
  const digits = number.replace(/\D/g, '').length;
  const phone = checkPhone(text, { allowDemonstration: true });
  const name = fold(text);
  const byName = digits === 0 && name !== '' ? { nameBeginning: name } : undefined;
  const byNumber = digits >= 5 ? { documentIndexes: [documentIndex(tx, number)] } : undefined;
  const byPhone = phone.ok ? { phoneIndexes: [phoneIndex(tx, phone.normalised)] } : undefined;
  if (byName === undefined && byNumber === undefined && byPhone === undefined)
    throw new Refusal('person.searchTooShort');
  return { ...byName, ...byNumber, ...byPhone };
}

function parseAfter(after: string | undefined) {
  if (after === undefined) return undefined;
  const [, tenant, id, nameFolded] = /^(\d{6})~([0-9a-f-]{36})~([^\p{Cc}\p{Cs}]*)$/u.exec(after) ?? [];
  if (tenant === undefined || id === undefined || nameFolded === undefined) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/after', code: 'input.format' }]);
  }
  return { tenant, id, nameFolded };
}
