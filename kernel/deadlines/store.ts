import type { Instant, LocalDate } from '../time/index.ts';
import type { Tx } from '../use-case/index.ts';

/** One time limit as it stands. */
export interface DeadlineRow {
  readonly id: string;
  readonly subjectId: string;
  readonly step: string;
  readonly startedOn: LocalDate;
  readonly dueAt: Instant;
  readonly dueOn: LocalDate;
  readonly warnOn: LocalDate;
  readonly state: 'running' | 'paused' | 'met' | 'lapsed' | 'cancelled';
  readonly pauses: readonly { readonly from: LocalDate; readonly to?: LocalDate }[];
  readonly citation: string;
  readonly ruleSet: string;
  readonly promise: boolean;
}

interface DeadlineKey {
  readonly tenant: string;
  readonly subjectId: string;
  readonly step: string;
}

/** The step was taken: its limits (statutory and promised) stop counting. */
export async function meetDeadline(tx: Tx, key: DeadlineKey): Promise<void> {
  await close(tx, key, 'met');
}

/** The subject ended in another way: whatever still runs for it stops. */
export async function cancelDeadlines(tx: Tx, key: Omit<DeadlineKey, 'step'>): Promise<void> {
  await tx.db
    .updateTable('deadline')
    .set({ state: 'cancelled', closedAt: tx.at })
    .where('tenant', '=', key.tenant)
    .where('subjectId', '=', key.subjectId)
    .where('state', 'in', ['running', 'paused'])
    .execute();
}

/** The clock stops on a day; that day and the days until it resumes are not counted. */
export async function pauseDeadline(tx: Tx, key: DeadlineKey, from: LocalDate): Promise<void> {
  for (const row of await rowsOf(tx, key, 'running')) {
    await tx.db
      .updateTable('deadline')
      .set({ state: 'paused', pauses: JSON.stringify([...row.pauses, { from }]) })
      .where('tenant', '=', key.tenant)
      .where('id', '=', row.id)
      .execute();
  }
}

/**
 * The clock runs again from the day after `lastPausedDay`.
 * @param newDue derives the new last day from the start and all pauses so far
 */
export async function resumeDeadline(
  tx: Tx,
  key: DeadlineKey,
  lastPausedDay: LocalDate,
  newDue: (row: DeadlineRow) => { readonly dueAt: Instant; readonly dueOn: LocalDate; readonly warnOn: LocalDate },
): Promise<readonly DeadlineRow[]> {
  const resumed: DeadlineRow[] = [];
  for (const row of await rowsOf(tx, key, 'paused')) {
    const pauses = row.pauses.map((p) => (p.to === undefined ? { from: p.from, to: lastPausedDay } : p));
    const due = newDue({ ...row, pauses });
    await tx.db
      .updateTable('deadline')
      .set({ state: 'running', pauses: JSON.stringify(pauses), ...due })
      .where('tenant', '=', key.tenant)
      .where('id', '=', row.id)
      .execute();
    resumed.push({ ...row, ...due, pauses, state: 'running' });
  }
  return resumed;
}

/** The limits of some subjects that still count, soonest first. */
export async function openDeadlines(
  tx: Tx,
  tenant: string,
  subjectIds: readonly string[],
): Promise<readonly DeadlineRow[]> {
  if (subjectIds.length === 0) return [];
  return tx.db
    .selectFrom('deadline')
    .select([
      'id',
      'subjectId',
      'step',
      'startedOn',
      'dueAt',
      'dueOn',
      'warnOn',
      'state',
      'pauses',
      'citation',
      'ruleSet',
      'promise',
    ])
    .where('tenant', '=', tenant)
    .where('subjectId', 'in', subjectIds)
    .where('state', 'in', ['running', 'paused'])
    .orderBy('dueAt')
    .execute();
}

/** The limits of a subject that were met or have passed without being met, the first first. */
export async function settledDeadlines(
  tx: Tx,
  tenant: string,
  subjectId: string,
): Promise<
  readonly (Pick<DeadlineRow, 'step' | 'dueAt' | 'dueOn' | 'state' | 'promise'> & { closedAt: Instant | null })[]
> {
  const rows = await tx.db
    .selectFrom('deadline')
    .select(['step', 'dueAt', 'dueOn', 'state', 'promise', 'closedAt'])
    .where('tenant', '=', tenant)
    .where('subjectId', '=', subjectId)
    .where('state', 'in', ['met', 'lapsed', 'running'])
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
  return rows.filter(({ state, dueAt }) => state !== 'running' || dueAt <= tx.at);
}

async function rowsOf(tx: Tx, key: DeadlineKey, state: 'running' | 'paused'): Promise<readonly DeadlineRow[]> {
  const open = await openDeadlines(tx, key.tenant, [key.subjectId]);
  return open.filter((row) => row.step === key.step && row.state === state);
}

async function close(tx: Tx, key: DeadlineKey, state: 'met' | 'lapsed'): Promise<void> {
  await tx.db
    .updateTable('deadline')
    .set({ state, closedAt: tx.at })
    .where('tenant', '=', key.tenant)
    .where('subjectId', '=', key.subjectId)
    .where('step', '=', key.step)
    .where('state', 'in', ['running', 'paused'])
    .execute();
}
