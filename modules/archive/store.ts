import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ListArchives } from './schema.ts';
import type { ArchiveDestructionTable, ArchiveHoldTable, ArchiveTable, ArchiveTables } from './tables.ts';

export type ArchiveRow = Readonly<Selectable<ArchiveTable>>;
export type HoldRow = Readonly<Selectable<ArchiveHoldTable>>;
export type DestructionRow = Readonly<Selectable<ArchiveDestructionTable>>;

const open = (tx: Pick<Tx, 'db'>) => tx.db.withTables<ArchiveTables>();

export function insertArchive(tx: Tx, row: Omit<ArchiveRow, 'dueSort'>): void {
  tx.insert('archive', [row]);
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadArchive(tx: Tx, tenant: string, id: string, version?: number): Promise<ArchiveRow> {
  const row = await open(tx)
    .selectFrom('archive')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateArchive(tx: Tx, row: ArchiveRow, changes: Updateable<ArchiveTable>): Promise<ArchiveRow> {
  const saved = await open(tx)
    .updateTable('archive')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

/** Which of some cases have their line. */
export async function casesInRegister(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await open(tx)
    .selectFrom('archive')
    .select('caseId')
    .where('tenant', '=', tenant)
    .where('caseId', 'in', [...caseIds])
    .execute();
  return new Set(rows.map(({ caseId }) => caseId));
}

export async function archivesOfMatter(tx: Tx, tenant: string, matterId: string): Promise<readonly ArchiveRow[]> {
  return open(tx)
    .selectFrom('archive')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .orderBy('archivedAt')
    .execute();
}

/** The day and the number under which a matter's file was destroyed, if it was. */
export async function destroyedMatter(
  tx: Tx,
  tenant: string,
  matterId: string,
): Promise<{ readonly number: string; readonly destroyedOn: LocalDate | null } | undefined> {
  return open(tx)
    .selectFrom('archive')
    .select(['number', 'destroyedOn'])
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .where('state', '=', 'destroyed')
    .executeTakeFirst();
}

/** One page of the register, the earliest due first. Each view is read along an index. */
export async function selectArchives(
  tx: Tx,
  tenants: readonly string[],
  query: ListArchives & { readonly today: LocalDate },
): Promise<readonly ArchiveRow[]> {
  if (tenants.length === 0) return [];
  let q = open(tx)
    .selectFrom('archive')
    .selectAll()
    .where('tenant', 'in', [...tenants]);
  if (query.view === 'due') {
    q = q
      .where('state', '=', 'kept')
      .where('holds', '=', 0)
      .where('dueSort', '<=', query.by ?? query.today);
  } else if (query.view === 'held') q = q.where('holds', '>', 0);
  else if (query.view === 'permanent') q = q.where('state', '=', 'kept').where('dueOn', 'is', null);
  else if (query.view === 'destroyed') q = q.where('state', '=', 'destroyed');
  else if (query.by !== undefined) q = q.where('dueSort', '<=', query.by);
  if (query.search !== undefined) q = q.where(anyBeginsWith(query.search));
  if (query.after !== undefined) {
    const [day = '', id = ''] = query.after.split('.');
    q = q.where(sql<SqlBool>`(due_sort, id) > (${day}::date, ${id}::uuid)`);
  }
  return q.orderBy('dueSort').orderBy('id').limit(query.limit).execute();
}

/** As ranges and not by LIKE, which row-level security keeps from using an index. */
function anyBeginsWith(start: string) {
  const end = `${start}\u{10ffff}`;
  const ranges = ['number', 'case_number', 'recipient_name'].map((column) => {
    const text = sql`${sql.ref(column)} COLLATE "C"`;
    return sql`(${text} >= ${start} AND ${text} < ${end})`;
  });
  return sql<SqlBool>`(${sql.join(ranges, sql` OR `)})`;
}

export interface ArchiveCounts {
  readonly due: number;
  readonly held: number;
  readonly kept: number;
  readonly destroyed: number;
}

export async function countArchives(tx: Tx, tenants: readonly string[], today: LocalDate): Promise<ArchiveCounts> {
  const none = { due: 0, held: 0, kept: 0, destroyed: 0 };
  if (tenants.length === 0) return none;
  const row = await open(tx)
    .selectFrom('archive')
    .select([
      sql<number>`count(*) FILTER (WHERE state = 'kept' AND holds = 0 AND due_sort <= ${today}::date)`.as('due'),
      sql<number>`count(*) FILTER (WHERE holds > 0)`.as('held'),
      sql<number>`count(*) FILTER (WHERE state = 'kept')`.as('kept'),
      sql<number>`count(*) FILTER (WHERE state = 'destroyed')`.as('destroyed'),
    ])
    .where('tenant', 'in', [...tenants])
    .executeTakeFirst();
  return row ?? none;
}

export async function insertHold(tx: Tx, row: Insertable<ArchiveHoldTable>): Promise<void> {
  await open(tx).insertInto('archiveHold').values(row).execute();
}

export async function holdsOf(tx: Tx, tenant: string, archiveId: string): Promise<readonly HoldRow[]> {
  return open(tx)
    .selectFrom('archiveHold')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('archiveId', '=', archiveId)
    .orderBy('setAt')
    .execute();
}

export async function liftHoldRow(
  tx: Tx,
  row: HoldRow,
  changes: Pick<HoldRow, 'liftedBy' | 'liftedByName' | 'liftReasonSealed'>,
): Promise<void> {
  await open(tx)
    .updateTable('archiveHold')
    .set({ ...changes, liftedAt: tx.at })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .execute();
}

export async function insertDestruction(
  tx: Tx,
  row: Insertable<ArchiveDestructionTable>,
  archiveIds: readonly string[],
): Promise<void> {
  await open(tx).insertInto('archiveDestruction').values(row).execute();
  const items = archiveIds.map((archiveId) => ({ tenant: row.tenant, destructionId: row.id, archiveId }));
  await open(tx).insertInto('archiveDestructionItem').values(items).execute();
}

/** @throws Refusal `record.notFound`, `record.stale` */
export async function loadDestruction(
  tx: Tx,
  { tenant, destructionId, version }: { tenant: string; destructionId: string; version?: number },
): Promise<DestructionRow> {
  const row = await open(tx)
    .selectFrom('archiveDestruction')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', destructionId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** @throws Refusal `record.stale` */
export async function updateDestruction(
  tx: Tx,
  row: DestructionRow,
  changes: Updateable<ArchiveDestructionTable>,
): Promise<DestructionRow> {
  const saved = await open(tx)
    .updateTable('archiveDestruction')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

export async function selectDestructions(tx: Tx, tenants: readonly string[]): Promise<readonly DestructionRow[]> {
  if (tenants.length === 0) return [];
  return open(tx)
    .selectFrom('archiveDestruction')
    .selectAll()
    .where('tenant', 'in', [...tenants])
    .orderBy('proposedAt', 'desc')
    .limit(200)
    .execute();
}

/** The files that a proposal names. */
export async function archivesOfDestruction(tx: Tx, tenant: string, id: string): Promise<readonly ArchiveRow[]> {
  return open(tx)
    .selectFrom('archiveDestructionItem')
    .innerJoin('archive', (on) =>
      on
        .onRef('archive.tenant', '=', 'archiveDestructionItem.tenant')
        .onRef('archive.id', '=', 'archiveDestructionItem.archiveId'),
    )
    .selectAll('archive')
    .where('archiveDestructionItem.tenant', '=', tenant)
    .where('archiveDestructionItem.destructionId', '=', id)
    .orderBy('archive.number')
    .execute();
}

export async function selectArchivesById(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<readonly ArchiveRow[]> {
  return open(tx)
    .selectFrom('archive')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .execute();
}

/** Other files of the same matters that are not among these: a matter's content goes only when the last of them may. */
export async function otherFilesOf(tx: Tx, rows: readonly ArchiveRow[]): Promise<readonly ArchiveRow[]> {
  const [first] = rows;
  if (first === undefined) return [];
  return open(tx)
    .selectFrom('archive')
    .selectAll()
    .where('tenant', '=', first.tenant)
    .where(
      'matterId',
      'in',
      rows.map((row) => row.matterId),
    )
    .where(
      'id',
      'not in',
      rows.map((row) => row.id),
    )
    .execute();
}

export async function noteDestroyedFiles(
  tx: Tx,
  at: { readonly tenant: string; readonly destructionId: string },
  hashes: readonly string[],
): Promise<void> {
  for (let i = 0; i < hashes.length; i += 500) {
    const rows = hashes.slice(i, i + 500).map((hash) => ({ ...at, hash, removedAt: null, kept: null }));
    await open(tx)
      .insertInto('destroyedFile')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function filesToRemove(tx: Tx, tenant: string, destructionId: string): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('destroyedFile')
    .select('hash')
    .where('tenant', '=', tenant)
    .where('destructionId', '=', destructionId)
    .where('kept', 'is', null)
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function markRemoved(
  tx: Tx,
  at: { readonly tenant: string; readonly destructionId: string; readonly hash: string },
  kept: boolean,
): Promise<void> {
  await open(tx)
    .updateTable('destroyedFile')
    .set({ kept, removedAt: kept ? null : tx.at })
    .where('tenant', '=', at.tenant)
    .where('destructionId', '=', at.destructionId)
    .where('hash', '=', at.hash)
    .execute();
}

/** What was removed since an instant, for clearing copies kept elsewhere. */
export async function removedSince(
  tx: Pick<Tx, 'db'>,
  since: Instant,
): Promise<readonly { readonly tenant: string; readonly hash: string; readonly removedAt: Instant | null }[]> {
  return open(tx)
    .selectFrom('destroyedFile')
    .select(['tenant', 'hash', 'removedAt'])
    .where('removedAt', '>=', since)
    .orderBy('removedAt')
    .execute();
}

/** True while an archived file that is kept has this content as its one PDF. */
export async function isBoundFile(tx: Tx, hash: string): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('archive')
    .select('id')
    .where('pdfHash', '=', hash)
    .where('state', '=', 'kept')
    .executeTakeFirst();
  return row !== undefined;
}

/** The next file to bind: the one that waits longest, or one whose binder died. */
export async function nextToBind(tx: Tx, lostBefore: Instant): Promise<ArchiveRow | undefined> {
  return open(tx)
    .selectFrom('archive')
    .selectAll()
    .where((on) =>
      on.or([
        on.and([on('binding', '=', 'waiting'), on('bindingSince', '<=', tx.at)]),
        on.and([on('binding', '=', 'binding'), on('bindingSince', '<', lostBefore)]),
      ]),
    )
    .orderBy('bindingSince')
    .limit(1)
    .executeTakeFirst();
}
