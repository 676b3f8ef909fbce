import { sql } from 'kysely';
import { wholeCountry } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { type Runner, runUseCase, systemActor, type Tx } from '../use-case/index.ts';

/** One outgoing piece of work, as a handler sees it. */
export interface Job {
  readonly tenant: string;
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** Does the work inside a transaction. May run more than once for the same job: `key` tells repeats apart. */
export type JobHandler = (tx: Tx, job: Job) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** After this many failures a job is parked and shown to the administrators instead of blocking those behind it. */
export const attemptsBeforeParking = 8;

/** Seconds to wait after the nth failure: 5, 10, 20 … at most an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(3600, 5 * 2 ** Math.max(0, attempts - 1));
}

/**
 * Take up to `limit` waiting jobs and do them, one transaction each.
 * @returns how many were taken; fewer than `limit` means the box is empty for now
 */
export async function workOutbox(runner: Runner, handlers: JobHandlers, log: Log, limit = 20): Promise<number> {
  let taken = 0;
  while (taken < limit && (await workOne(runner, handlers, log))) taken++;
  return taken;
}

async function workOne(runner: Runner, handlers: JobHandlers, log: Log): Promise<boolean> {
  let current: Job | undefined;
  try {
    return await runUseCase(
      runner,
      systemActor,
      async (tx) => {
        current = await claim(tx);
        if (current === undefined) return false;
        const handler = handlers[current.topic];
        if (handler === undefined) throw new Error(`no handler for topic ${current.topic}`);
        await handler(tx, current);
        await tx.db
          .updateTable('outbox')
          .set({ state: 'done', doneAt: tx.at, lastError: null })
          .where('tenant', '=', current.tenant)
          .where('id', '=', current.id)
          .execute();
        return true;
      },
      { scope: wholeCountry },
    );
  } catch (error) {
    if (current === undefined) throw error;
    await noteFailure(runner, current, error, log);
    return true;
  }
}

async function claim(tx: Tx): Promise<Job | undefined> {
  // Lock within one tenant at a time: a cross-tenant lock would not survive distribution over servers.
  const due = await tx.db
    .selectFrom('outbox')
    .select(['tenant', 'id', 'topic', 'key', 'payload', 'attempts'])
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', tx.at)
    .orderBy('nextAt')
    .limit(5)
    .execute();
  for (const row of due) {
    const locked = await sql<{
      id: string;
    }>`SELECT id FROM outbox WHERE tenant = ${row.tenant} AND id = ${row.id} AND state = 'waiting' AND next_at <= ${tx.at} FOR UPDATE SKIP LOCKED`.execute(
      tx.db,
    );
    if (locked.rows.length > 0) return row;
  }
  return undefined;
}

async function noteFailure(runner: Runner, job: Job, error: unknown, log: Log): Promise<void> {
  const attempts = job.attempts + 1;
  const parked = attempts >= attemptsBeforeParking;
  log.warn('job failed', { topic: job.topic, job: job.id, attempts, parked, error: String(error) });
  await runUseCase(
    runner,
    systemActor,
    async (tx) => {
      await tx.db
        .updateTable('outbox')
        .set({
          attempts,
          state: parked ? 'parked' : 'waiting',
          lastError: String(error).slice(0, 500),
          nextAt: new Date(Date.parse(tx.at) + backoffSeconds(attempts) * 1000).toISOString(),
        })
        .where('tenant', '=', job.tenant)
        .where('id', '=', job.id)
        .execute();
    },
    { scope: wholeCountry },
  );
}
