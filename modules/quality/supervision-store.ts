import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { SupervisionState } from './supervision-lifecycle.ts';
import type { SupervisionFinding, SupervisionKind } from './supervision-schema.ts';
import type { QualityTables, SupervisionTable } from './tables.ts';

export type SupervisionRow = Readonly<Selectable<SupervisionTable>>;

const open = (tx: Pick<Tx, 'db'>) => tx.db.withTables<QualityTables>();

export async function insertSupervision(tx: Tx, row: Insertable<SupervisionTable>): Promise<SupervisionRow> {
  return open(tx).insertInto('supervision').values(row).returningAll().executeTakeFirstOrThrow();
}

/** @throws Refusal `record.notFound`, or `record.stale` when it is no longer in the version asked for */
export async function loadSupervision(
  tx: Tx,
  {
    tenant,
    supervisionId,
    version,
  }: { readonly tenant: string; readonly supervisionId: string; readonly version: number },
): Promise<SupervisionRow> {
  const row = await open(tx)
    .selectFrom('supervision')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', supervisionId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** @throws Refusal `record.stale` when somebody changed it since it was loaded */
export async function updateSupervision(
  tx: Tx,
  row: SupervisionRow,
  changes: Updateable<SupervisionTable>,
): Promise<SupervisionRow> {
  const saved = await open(tx)
    .updateTable('supervision')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return saved;
}

/** What was seen of a case, the earliest first. */
export async function supervisionsOfCase(tx: Tx, tenant: string, caseId: string): Promise<readonly SupervisionRow[]> {
  return open(tx)
    .selectFrom('supervision')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('caseId', '=', caseId)
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Those of these cases in which something wrong was seen. */
export async function concernAmong(tx: Tx, tenant: string, caseIds: readonly string[]): Promise<readonly string[]> {
  const wanted = new Set(caseIds);
  const rows = await open(tx)
    .selectFrom('supervision')
    .select('caseId')
    .distinct()
    .where('tenant', '=', tenant)
    .where('finding', '=', 'concern')
    .orderBy('caseId')
    .execute();
  return rows.map(({ caseId }) => caseId).filter((id) => wanted.has(id));
}

export interface SupervisionFilter {
  readonly tenants: readonly string[];
  readonly kind?: SupervisionKind | undefined;
  readonly finding?: SupervisionFinding | undefined;
  readonly state?: SupervisionState | undefined;
  readonly handlerId?: string | undefined;
  /** Seen in that month or year. */
  readonly span?: Span | undefined;
  readonly after?: { readonly day: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page of a place's, the newest first. */
export async function listSupervisionRows(tx: Tx, filter: SupervisionFilter): Promise<readonly SupervisionRow[]> {
  const { tenants, kind, finding, state, handlerId, span, after, limit } = filter;
  if (tenants.length === 0) return [];
  let query = open(tx)
    .selectFrom('supervision')
    .selectAll()
    .where('tenant', 'in', [...tenants]);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (finding !== undefined) query = query.where('finding', '=', finding);
  if (state !== undefined) query = query.where('state', '=', state);
  if (handlerId !== undefined) query = query.where('handlerId', '=', handlerId);
  if (span !== undefined) {
    const days = daysOfSpan(span);
    query = query.where('happenedOn', '>=', days.first).where('happenedOn', '<', days.after);
  }
  if (after !== undefined)
    query = query.where((on) =>
      on.or([on('happenedOn', '<', after.day), on.and([on('happenedOn', '=', after.day), on('id', '<', after.id)])]),
    );
  return query.orderBy('happenedOn', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** 销毁: what was said of the cases of a matter; that it was looked at stays. */
export async function eraseSupervisionWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  await open(tx)
    .updateTable('supervision')
    .set({ wordsSealed: null })
    .where('tenant', '=', tenant)
    .where('matterId', '=', matterId)
    .execute();
  return [];
}
