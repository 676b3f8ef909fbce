import { type ExpressionBuilder, type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { nameSearchKeys } from './rules/name-search.ts';
import { documentIndex, phoneIndex, sealValue } from './sealed.ts';
import type { PeopleTables, PersonTable, PersonVersionTable } from './tables.ts';
import type { PersonValues } from './values.ts';

export type PersonRow = Readonly<Selectable<PersonTable>>;

const db = (tx: Pick<Tx, 'db'>) => tx.db.withTables<PeopleTables>();

/** The columns of a person's values: search keys, sealed values and their indexes along with them. */
export function columnsOf(tx: Tx, place: { readonly tenant: string; readonly id: string }, values: PersonValues) {
  const keys = nameSearchKeys(values.name);
  return {
    name: values.name,
    nameFolded: keys.folded,
    namePinyin: keys.pinyin,
    nameInitials: keys.initials,
    sex: values.sex,
    birthDate: values.birthDate,
    ethnicity: values.ethnicity,
    documentKind: values.documentKind,
    documentNumberSealed: sealValue(tx, place, 'document_number_sealed', values.documentNumber),
    documentIndex: values.documentNumber === null ? null : documentIndex(tx, values.documentNumber),
    phoneSealed: sealValue(tx, place, 'phone_sealed', values.phone),
    phoneIndex: values.phone === null || !values.phoneValid ? null : phoneIndex(tx, values.phone),
    addressSealed: sealValue(tx, place, 'address_sealed', values.address),
    region: values.region,
    shielded: values.shielded,
    demonstration: values.demonstration,
    updatedAt: tx.at,
  } satisfies Updateable<PersonTable>;
}

/** Written with everything else at the end of the transaction. */
export function insertPerson(tx: Tx, row: Insertable<PersonTable>): void {
  tx.insert('person', [row]);
}

export async function selectPersons(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly PersonRow[]> {
  if (ids.length === 0) return [];
  return db(tx)
    .selectFrom('person')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', 'in', [...new Set(ids)])
    .execute();
}

/** @throws Refusal `record.notFound` */
export async function loadPerson(tx: Tx, tenant: string, personId: string): Promise<PersonRow> {
  const [row] = await selectPersons(tx, tenant, [personId]);
  if (row === undefined) throw new Refusal('record.notFound');
  return row;
}

/** @throws Refusal `record.stale` when somebody was faster */
export async function updatePerson(
  tx: Tx,
  row: PersonRow,
  changes: Updateable<PersonTable>,
): Promise<{ version: number }> {
  const updated = await db(tx)
    .updateTable('person')
    .set({ ...changes, updatedAt: tx.at, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning('version')
    .executeTakeFirst();
  if (updated === undefined) {
    throw new Refusal('record.stale', { current: (await loadPerson(tx, row.tenant, row.id)).version });
  }
  return updated;
}

export async function insertVersion(tx: Tx, row: Insertable<PersonVersionTable>): Promise<void> {
  await db(tx).insertInto('personVersion').values(row).execute();
}

/** How persons are looked for: exactly by index, or by the beginning of a search key. */
export interface PersonQuery {
  readonly documentIndexes?: readonly string[];
  readonly phoneIndexes?: readonly string[];
  /** Folded; compared with the name, its pinyin and its initials. */
  readonly nameBeginning?: string;
}

export interface PersonPage {
  /** `'*'`: every tenant in the transaction's scope. */
  readonly tenants: readonly string[] | '*';
  readonly after?: { readonly tenant: string; readonly nameFolded: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Persons that match any part of the query, in order of tenant, name, id. */
export async function searchRows(tx: Tx, query: PersonQuery, page: PersonPage): Promise<readonly PersonRow[]> {
  let rows = db(tx)
    .selectFrom('person')
    .selectAll()
    .where((on) => on.or(conditionsOf(on, query)))
    .orderBy('tenant')
    .orderBy('nameFolded')
    .orderBy('id')
    .limit(page.limit);
  if (page.tenants !== '*') rows = rows.where('tenant', 'in', page.tenants);
  if (page.after !== undefined) {
    const { tenant, nameFolded, id } = page.after;
    rows = rows.where(sql<boolean>`(tenant, name_folded, id) > (${tenant}, ${nameFolded}, ${id}::uuid)`);
  }
  return rows.execute();
}

function conditionsOf(on: ExpressionBuilder<PeopleTables, 'person'>, query: PersonQuery) {
  const { documentIndexes = [], phoneIndexes = [], nameBeginning } = query;
  return [
    ...(documentIndexes.length === 0 ? [] : [on('documentIndex', 'in', documentIndexes)]),
    ...(phoneIndexes.length === 0 ? [] : [on('phoneIndex', 'in', phoneIndexes)]),
    ...(nameBeginning === undefined ? [] : keysFor(nameBeginning).map((key) => beginsWith(on, key, nameBeginning))),
  ];
}

/** What is typed in Han is part of a name; letters are pinyin, or a name in letters, whose pinyin key it is itself. */
function keysFor(text: string): readonly ('nameFolded' | 'namePinyin' | 'nameInitials')[] {
  return /^[a-z]+$/.test(text) ? ['namePinyin', 'nameInitials'] : ['nameFolded', 'namePinyin'];
}

/** A range instead of LIKE: behind row-level security only leakproof operators are looked up in an index. */
function beginsWith(
  on: ExpressionBuilder<PeopleTables, 'person'>,
  key: 'nameFolded' | 'namePinyin' | 'nameInitials',
  beginning: string,
) {
  return on.and([on(key, '>=', beginning), on(key, '<', `${beginning}\u{10ffff}`)]);
}

/** Where people live, by their ids; whoever's place is not on file is left out. */
export async function selectHomes(
  tx: Pick<Tx, 'db'>,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db(tx)
    .selectFrom('person')
    .select(['id', 'region'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.flatMap(({ id, region }) => (region === null ? [] : [[id, region] as const])));
}
