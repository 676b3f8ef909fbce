import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ConsultationTable, ConsultationTables } from './tables.ts';

export type ConsultationRow = Selectable<ConsultationTable>;

const open = (tx: Tx) => tx.db.withTables<ConsultationTables>();

export async function insertConsultation(tx: Tx, row: Insertable<ConsultationTable>): Promise<void> {
  await open(tx).insertInto('consultation').values(row).execute();
}

/** @throws Refusal `record.notFound`, `record.stale` */
export async function loadConsultation(tx: Tx, tenant: string, id: string, version?: number): Promise<ConsultationRow> {
  const row = await open(tx)
    .selectFrom('consultation')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

export async function updateConsultation(
  tx: Tx,
  row: ConsultationRow,
  changes: Updateable<ConsultationTable>,
): Promise<ConsultationRow> {
  const updated = await open(tx)
    .updateTable('consultation')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return updated;
}

export interface ConsultationFilter {
  readonly tenants: readonly string[];
  /** Agencies whose own records are readable beside whole tenants. */
  readonly agencies: readonly string[];
  readonly channel?: string | undefined;
  readonly topic?: string | undefined;
  readonly group?: string | undefined;
  readonly span?: Span | undefined;
  readonly unanswered?: boolean | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first; one page from a keyset. */
export async function selectConsultations(tx: Tx, filter: ConsultationFilter): Promise<readonly ConsultationRow[]> {
  let query = open(tx)
    .selectFrom('consultation')
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(filter.tenants.length === 0 ? [] : [eb('tenant', 'in', [...filter.tenants])]),
        ...(filter.agencies.length === 0 ? [] : [eb('agencyId', 'in', [...filter.agencies])]),
      ]),
    )
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.channel !== undefined) query = query.where('channel', '=', filter.channel as ConsultationTable['channel']);
  if (filter.topic !== undefined) query = query.where('topic', '=', filter.topic);
  if (filter.group !== undefined) query = query.where(sql<boolean>`${filter.group} = ANY (groups)`);
  if (filter.unanswered === true) query = query.where('answered', '=', false);
  if (filter.span !== undefined) {
    const { first, after } = daysOfSpan(filter.span);
    query = query.where('registeredOn', '>=', first).where('registeredOn', '<', after);
  }
  if (filter.after !== undefined) {
    query = query.where(
      sql<boolean>`(registered_at, id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`,
    );
  }
  return query.execute();
}
