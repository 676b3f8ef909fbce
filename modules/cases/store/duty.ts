import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { DutyHelpTable, DutyShiftTable } from '../tables.ts';
import { dbOf } from './db.ts';

export type DutyShift = Readonly<Selectable<DutyShiftTable>>;
/** 帮助记录 as read: its note open. */
export type DutyHelp = Readonly<Omit<Selectable<DutyHelpTable>, 'noteSealed' | 'nameKey'> & { note: string | null }>;

export async function insertShifts(tx: Tx, rows: readonly Insertable<DutyShiftTable>[]): Promise<void> {
  await dbOf(tx).insertInto('dutyShift').values(rows).execute();
}

/** @throws Refusal `record.notFound`, `record.stale` */
export async function loadShift(
  tx: Tx,
  { tenant, shiftId, version }: { tenant: string; shiftId: string; version?: number },
): Promise<DutyShift> {
  const found = await dbOf(tx)
    .selectFrom('dutyShift')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', shiftId)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && found.version !== version) throw new Refusal('record.stale', { current: found.version });
  return found;
}

/** @throws Refusal `record.stale` when somebody was faster */
export async function updateShift(tx: Tx, shift: DutyShift, changes: Updateable<DutyShiftTable>): Promise<DutyShift> {
  const saved = await dbOf(tx)
    .updateTable('dutyShift')
    .set({ ...changes, version: shift.version + 1 })
    .where('tenant', '=', shift.tenant)
    .where('id', '=', shift.id)
    .where('version', '=', shift.version)
    .returningAll()
    .executeTakeFirst();
  if (saved === undefined) {
    throw new Refusal('record.stale', {
      current: (await loadShift(tx, { tenant: shift.tenant, shiftId: shift.id })).version,
    });
  }
  return saved;
}

/** Shifts of some days, cancelled ones left out, by day and place. */
export async function shiftsBetween(
  tx: Tx,
  tenant: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly DutyShift[]> {
  return dbOf(tx)
    .selectFrom('dutyShift')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .where('state', '<>', 'CANCELLED')
    .orderBy('onDay')
    .orderBy('agencyId')
    .orderBy('period')
    .orderBy('id')
    .execute();
}

/** What of a lawyer's own rota meets a period on these days. */
export async function shiftsOfHandler(
  tx: Tx,
  at: { readonly tenant: string; readonly handlerId: string; readonly days: readonly LocalDate[] },
): Promise<readonly DutyShift[]> {
  return dbOf(tx)
    .selectFrom('dutyShift')
    .selectAll()
    .where('tenant', '=', at.tenant)
    .where('handlerId', '=', at.handlerId)
    .where('onDay', 'in', [...at.days])
    .where('state', '<>', 'CANCELLED')
    .orderBy('onDay')
    .execute();
}

export async function insertHelp(tx: Tx, { note, ...row }: DutyHelp, nameKey: string): Promise<void> {
  const noteSealed = note === null ? null : seal(tx, row.tenant, 'duty_help.note_sealed', row.id, note);
  await dbOf(tx)
    .insertInto('dutyHelp')
    .values({ ...row, nameKey, noteSealed })
    .execute();
}

export async function helpById(tx: Tx, tenant: string, id: string): Promise<{ handlerId: string } | undefined> {
  return dbOf(tx)
    .selectFrom('dutyHelp')
    .select('handlerId')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Helps, newest first; of one lawyer where named. */
export async function helpsPage(
  tx: Tx,
  query: {
    readonly tenant: string;
    readonly handlerId?: string | undefined;
    readonly month?: string | undefined;
    readonly after?: { readonly on: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly DutyHelp[]> {
  let q = dbOf(tx).selectFrom('dutyHelp').selectAll().where('tenant', '=', query.tenant);
  if (query.handlerId !== undefined) q = q.where('handlerId', '=', query.handlerId);
  if (query.month !== undefined) {
    const first = `${query.month}-01`;
    q = q.where(sql<SqlBool>`helped_on >= ${first}::date AND helped_on < (${first}::date + interval '1 month')::date`);
  }
  if (query.after !== undefined)
    q = q.where(sql<SqlBool>`(helped_on, id) < (${query.after.on}::date, ${query.after.id}::uuid)`);
  const rows = await q.orderBy('helpedOn', 'desc').orderBy('id', 'desc').limit(query.limit).execute();
  return rows.map(({ noteSealed, nameKey: _, ...row }) => ({
    ...row,
    note: noteSealed === null ? null : unseal(tx, row.tenant, 'duty_help.note_sealed', row.id, noteSealed),
  }));
}
