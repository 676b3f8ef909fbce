import { sql } from 'kysely';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { PersonTraits } from './rules/person-match.ts';
import type { PeopleTables } from './tables.ts';

const db = (tx: Pick<Tx, 'db'>) => tx.db.withTables<PeopleTables>();

export type TraitsRow = PersonTraits & { readonly id: string };

/** From each index at most so many rows: a default date or a family's telephone must not slow a desk down. */
const perIndex = 300;

/**
 * Rows of one centre worth comparing: those that share the document, the telephone, the birth date or the name. Each is read along
 * its own index; a name alone that hundreds bear is cut off, because alone it shows nobody.
 */
export async function comparableRows(tx: Tx, tenant: string, to: PersonTraits): Promise<readonly TraitsRow[]> {
  const columns = sql`id, name_folded AS folded, name_pinyin AS pinyin, sex, birth_date AS "birthDate",
    document_index AS "documentIndex", phone_index AS "phoneIndex", region`;
  const along = (column: string, value: string | null) =>
    value === null
      ? []
      : [
          sql`(SELECT ${columns} FROM person WHERE tenant = ${tenant} AND ${sql.ref(column)} = ${value} LIMIT ${perIndex})`,
        ];
  const parts = [
    ...along('document_index', to.documentIndex),
    ...along('phone_index', to.phoneIndex),
    ...along('birth_date', to.birthDate),
    ...along('name_folded', to.folded),
  ];
  const { rows } = await sql<TraitsRow>`${sql.join(parts, sql` UNION `)}`.execute(tx.db);
  return rows;
}

/** What was said of pairs with these persons, by the other's id. */
export async function linksOf(tx: Tx, tenant: string, personId: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db(tx)
    .selectFrom('personLink')
    .select(['personId', 'otherId', 'same'])
    .where('tenant', '=', tenant)
    .where((on) => on.or([on('personId', '=', personId), on('otherId', '=', personId)]))
    .execute();
  return new Map(rows.map((row) => [row.personId === personId ? row.otherId : row.personId, row.same]));
}

export async function saveLink(
  tx: Tx,
  tenant: string,
  pair: readonly [string, string],
  same: boolean,
  saidBy: string,
): Promise<void> {
  const [personId = '', otherId = ''] = [...pair].sort();
  await db(tx)
    .insertInto('personLink')
    .values({ tenant, personId, otherId, same, saidBy, saidAt: tx.at })
    .onConflict((on) => on.columns(['tenant', 'personId', 'otherId']).doUpdateSet({ same, saidBy, saidAt: tx.at }))
    .execute();
}

/**
 * The rows under which the same human beings are on file at this centre: by the document, and by what somebody said of two rows.
 * @returns by each id that was asked for, all of that person's ids, itself first
 */
export async function rowsOfSame(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map(ids.map((id) => [id, [id]]));
  if (ids.length === 0) return found;
  const asked = sql`ARRAY[${sql.join(ids)}]::uuid[]`;
  const { rows } = await sql<{ id: string; other: string }>`
SELECT p.id, o.id AS other FROM person p JOIN person o ON o.document_index = p.document_index AND o.tenant = p.tenant AND o.id <> p.id
WHERE p.tenant = ${tenant} AND p.id = ANY (${asked}) AND o.tenant = ${tenant}
UNION SELECT l.person_id, l.other_id FROM person_link l WHERE l.tenant = ${tenant} AND l.same AND l.person_id = ANY (${asked})
UNION SELECT l.other_id, l.person_id FROM person_link l WHERE l.tenant = ${tenant} AND l.same AND l.other_id = ANY (${asked})`.execute(
    tx.db,
  );
  for (const { id, other } of rows) found.get(id)?.push(other);
  return found;
}
