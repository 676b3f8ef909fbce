import { join } from 'node:path';
import { sql } from 'kysely';
import { buildCalendar, type Calendar, seedOverrides } from '../../kernel/calendar/index.ts';
import type { Config } from '../../kernel/config/index.ts';
import { type KeyRing, loadKeyRing, loadOrCreateKeyRing } from '../../kernel/crypto/index.ts';
import {
  beginOpening,
  type Database,
  migrate,
  type Opening,
  openDatabase,
  pendingMigrations,
  wholeCountry,
} from '../../kernel/db/index.ts';
import { type FileStore, fileStore } from '../../kernel/files/index.ts';
import { jsonLog, type Log } from '../../kernel/log/index.ts';
import { type Clock, type Ids, systemClock, systemIds } from '../../kernel/time/index.ts';
import { protectionOf, type Runner } from '../../kernel/use-case/index.ts';
import { type BusesHolder, busesOnFile, type RoadsHolder, roadsOnFile, roadTimes } from '../../modules/circle/index.ts';
import { type LawInForce, lawInForce, selectApproved, selectRevision } from '../../modules/policy/index.ts';
import { gradesOfHandlers } from '../../modules/quality/index.ts';
import { migrations } from './migrations.ts';

/** Another process may have entered a year: each reads the calendar again after so many milliseconds. */
const calendarAge = 60_000;

/** Everything that is opened once: database, keys, files, calendar. The one place where they are wired. */
export interface House {
  readonly config: Config;
  readonly database: Database;
  readonly runner: Runner;
  readonly keyRing: KeyRing;
  readonly files: FileStore;
  readonly log: Log;
  /** The road graphs in the data folder, `roads.graph`, `roads-walk.graph`, `roads-motorcycle.graph`, there or not. */
  readonly roads: RoadsHolder;
  readonly buses: BusesHolder;
  /** Read the calendar table again, after an administrator has changed it. */
  refreshCalendar(): Promise<void>;
  /** Read the approved changes of law again, where there are new ones. */
  refreshLaw(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly log?: Log;
  /** The embedded database where it is on its way already. */
  readonly opening?: Opening | undefined;
  /** False for commands that only look: nothing is migrated. */
  readonly migrate?: boolean;
}

/**
 * Open the house: lock, database, migrations, calendar, keys.
 * @throws FolderInUse, SchemaMismatch, KeyRingInvalid — each with one clear line
 */
export async function openHouse(config: Config, options: HouseOptions = {}): Promise<House> {
  const log = options.log ?? jsonLog();
  const database = await openDatabase(
    config.databaseUrl === undefined
      ? { engine: 'embedded', opening: options.opening ?? beginOpening(config.dataFolder) }
      : { engine: 'postgres', url: config.databaseUrl, poolSize: config.databasePool },
  );
  try {
    if (options.migrate === false) {
      const pending = await pendingMigrations(database.owner, migrations);
      if (pending.length > 0) throw new Error('数据库结构不是最新，请先运行 fayuan migrate · run fayuan migrate first');
    } else {
      await migrate(database.owner, migrations);
    }
    const keys = join(config.dataFolder, 'keys');
    // With people on file their keys must be there too: a lost key file is never silently replaced.
    const keyRing = (await holdsPeople(database)) ? loadKeyRing(keys) : loadOrCreateKeyRing(keys, config.cipher);
    const files = fileStore(join(config.dataFolder, 'files'));
    await files.sweep(Date.now() - 86_400_000);
    await seedCalendarTable(database);
    let calendar = await readCalendar(database);
    let law = await readLaw(database);
    const roads = roadsOnFile(join(config.dataFolder, 'roads.graph'));
    const buses = busesOnFile(join(config.dataFolder, 'timetable.csv'), roads, (faults) =>
      log.warn('timetable', { faults }),
    );
    const timesByRoad = () => roadTimes(roads, buses);
    const runner: Runner = {
      database,
      clock: options.clock ?? systemClock,
      ids: options.ids ?? systemIds,
      ...protectionOf(keyRing),
      calendar: () => calendar,
      warningDays: config.warningDays,
      handed: () => ({ law, roads: timesByRoad, gradesOfHandlers }),
    };
    const refreshLaw = async (): Promise<void> => {
      if ((await readRevision(database)) !== law.current.revision) law = await readLaw(database);
    };
    const stopWatching = watchLaw(database, refreshLaw, log);
    const refreshCalendar = async (): Promise<void> => {
      calendar = await readCalendar(database);
    };
    const lookAgain = setInterval(() => void refreshCalendar().catch(() => undefined), calendarAge).unref();
    return {
      config,
      database,
      runner,
      keyRing,
      files,
      log,
      roads,
      buses,
      refreshCalendar,
      refreshLaw,
      close: async () => {
        stopWatching();
        clearInterval(lookAgain);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function holdsPeople(database: Database): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM person LIMIT 1`.execute(database.owner);
  return rows.length > 0;
}

/** The table is the truth; an empty one is filled from the seed once. */
async function seedCalendarTable(database: Database): Promise<void> {
  await database.transaction(wholeCountry, async (db) => {
    const any = await db.selectFrom('calendarDay').select('date').limit(1).executeTakeFirst();
    if (any !== undefined) return;
    const rows = seedOverrides().map((row) => ({
      ...row,
      source: '国务院办公厅节假日安排（npm: chinese-days 1.5.7）',
    }));
    await db.insertInto('calendarDay').values(rows).execute();
  });
}

/** The files with every approved change laid over them. @throws Error when a change no longer fits the files */
async function readLaw(database: Database): Promise<LawInForce> {
  return lawInForce(await database.transaction(wholeCountry, (db) => selectApproved({ db })));
}

async function readRevision(database: Database): Promise<number> {
  return database.transaction(wholeCountry, (db) => selectRevision({ db }));
}

/** How long another process may go on by the law of before an approval. What is decided meanwhile says so by its revision. */
const lawWatchMs = 5000;

/** On a server several processes share the law: each asks now and then whether another has approved a change. */
function watchLaw(database: Database, refresh: () => Promise<void>, log: Log): () => void {
  if (database.engine === 'embedded') return () => undefined;
  let asking = false;
  const timer = setInterval(async () => {
    if (asking) return;
    asking = true;
    await refresh().catch((error: unknown) => log.error('law', { error: String(error) }));
    asking = false;
  }, lawWatchMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function readCalendar(database: Database): Promise<Calendar> {
  const rows = await database.transaction(wholeCountry, (db) =>
    db.selectFrom('calendarDay').select(['date', 'kind', 'name']).execute(),
  );
  return buildCalendar(rows);
}
