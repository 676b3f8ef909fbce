import { wholeCountry } from '../../kernel/db/index.ts';
import type { Log } from '../../kernel/log/index.ts';
import { type JobHandlers, workOutbox } from '../../kernel/outbox/index.ts';
import { addDays, instantOf, localDateOf } from '../../kernel/time/index.ts';
import { runUseCase, systemActor, type Tx } from '../../kernel/use-case/index.ts';
import { applicationJobs, deleteOldDrafts, lapseSupplements } from '../../modules/applications/index.ts';
import { archiveJobs, bindNext } from '../../modules/archive/index.ts';
import { caseJobs } from '../../modules/cases/index.ts';
import { publishRates, raiseClocks } from '../../modules/clocks/index.ts';
import { complaintJobs } from '../../modules/complaints/index.ts';
import { documentJobs } from '../../modules/documents/index.ts';
import { forgetPresence } from '../../modules/presence/index.ts';
import { qualityJobs } from '../../modules/quality/index.ts';
import { subsidyJobs } from '../../modules/subsidies/index.ts';
import { binderyOf, fileReferences } from './archive.ts';
import { backupStands, writeBackup } from './backup.ts';
import type { House } from './house.ts';

/** Days a draft is kept that nobody touches, and an idempotency key that nobody repeats. */
export const draftDays = 30;
export const idempotencyDays = 7;

export function jobHandlers(house: House): JobHandlers {
  return {
    ...applicationJobs,
    ...archiveJobs(house.files, fileReferences),
    ...caseJobs,
    ...qualityJobs,
    ...complaintJobs,
    ...documentJobs(house.files, house.config.pdfFont, house.config.publicUrl),
    ...subsidyJobs,
  };
}

/**
 * The worker: sends what the transactions left in the outbox, and does the day's chores once a day.
 * @returns a function that stops it after the job at hand
 */
export function startWorker(house: House): () => Promise<void> {
  const handlers = jobHandlers(house);
  const bindery = binderyOf(house);
  let stopping = false;
  let wake: () => void = () => undefined;
  let lastChores = '';
  const loop = (async () => {
    while (!stopping) {
      const idle = await tick().catch((error: unknown) => {
        house.log.error('worker', { error: String(error) });
        return true;
      });
      if (idle && !stopping)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  })();

  async function tick(): Promise<boolean> {
    const taken = await workOutbox(house.runner, handlers, house.log);
    const today = localDateOf(house.runner.clock.now());
    if (today !== lastChores) {
      await dailyChores(house, house.log);
      lastChores = today;
    }
    // One file at a time, and only when nothing else waits: binding is the heaviest work there is.
    const bound = taken === 0 && (await bindNext(bindery));
    return taken === 0 && !bound;
  }

  return async () => {
    stopping = true;
    wake();
    await loop;
  };
}

/** What falls due with a new day: supplements that never came lapse, limits are told of and climb, a finished month is published. */
export async function dueToday({ runner }: Pick<House, 'runner'>) {
  const scope = { scope: wholeCountry };
  const untilDone = async (work: (tx: Tx) => Promise<number>): Promise<number> => {
    let done = 0;
    for (;;) {
      const n = await runUseCase(runner, systemActor, work, scope);
      if (n === 0) return done;
      done += n;
    }
  };
  return {
    lapsed: await untilDone((tx) => lapseSupplements(tx, systemActor)),
    raised: await untilDone(raiseClocks),
    published: await runUseCase(runner, systemActor, publishRates, scope),
  };
}

/** What the law and good housekeeping ask for every day. */
export async function dailyChores(house: House, log: Log): Promise<void> {
  const { runner } = house;
  const scope = { scope: wholeCountry };
  const due = await dueToday(house);
  const now = runner.clock.now();
  const drafts = await runUseCase(
    runner,
    systemActor,
    (tx) => deleteOldDrafts(tx, instantOf(addDays(localDateOf(now), -draftDays))),
    scope,
  );
  await runUseCase(runner, systemActor, forgetPresence, scope);
  await runUseCase(
    runner,
    systemActor,
    (tx) =>
      tx.db
        .deleteFrom('idempotency')
        .where('createdAt', '<', instantOf(addDays(localDateOf(now), -idempotencyDays)))
        .execute(),
    scope,
  );
  // Once a day, however often the program is started: a start must not wait for yesterday's housekeeping.
  if (house.database.engine === 'embedded' && !backupStands(house)) {
    await house.database.vacuum?.();
    const file = await writeBackup(house);
    log.info('backup written', { bytes: file.bytes });
  }
  log.info('daily chores', { ...due, drafts });
}
