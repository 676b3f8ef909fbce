import { randomBytes } from 'node:crypto';
import { describe, inject } from 'vitest';
import { seedCalendar } from '../calendar/index.ts';
import { createKeyRing, parseKeyRing } from '../crypto/index.ts';
import { type Database, openDatabase, wholeCountry } from '../db/index.ts';
import { type Clock, type Ids, type Instant, uuidv7 } from '../time/index.ts';
import {
  type Actor,
  protectionOf,
  type Runner,
  type RunOptions,
  runUseCase,
  systemActor,
  type Tx,
} from '../use-case/index.ts';
import { onServer } from './on-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    embeddedTemplate: string;
    postgresUrl: string;
    postgresTemplate: string;
  }
}

/** A migrated, empty database of its own, with a clock that tests set and ids that repeat. */
export interface World {
  readonly database: Database;
  readonly runner: Runner;
  readonly clock: Clock & { set(at: Instant): void; advance(milliseconds: number): void };
  /** Run a use case as somebody. */
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: RunOptions): Promise<T>;
  /** Look at or arrange data past all locks. */
  direct<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * The same tests on both engines. PostgreSQL joins when `FAYUAN_TEST_POSTGRES` names a server on which databases may be
 * created; without it those tests are reported as skipped.
 */
export function onEachEngine(title: string, tests: (open: () => Promise<World>) => void): void {
  describe(`${title} · embedded`, () => tests(() => openWorld('embedded')));
  const url = inject('postgresUrl');
  describe.skipIf(url === '')(`${title} · postgres`, () => tests(() => openWorld('postgres')));
}

export async function openWorld(engine: 'embedded' | 'postgres'): Promise<World> {
  const { database, drop } = engine === 'embedded' ? await embeddedWorld() : await serverWorld();
  const clock = settableClock('2026-11-24T02:00:00.000Z');
  const runner: Runner = {
    database,
    clock,
    ids: repeatableIds(),
    calendar: seedCalendar,
    warningDays: 2,
    ...protectionOf(parseKeyRing(createKeyRing('aes-256-gcm'))),
  };
  return {
    database,
    runner,
    clock,
    as: (actor, work, options) => runUseCase(runner, actor, work, options),
    direct: (work) => runUseCase(runner, systemActor, work, { scope: wholeCountry }),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

export function settableClock(start: Instant): World['clock'] {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
    advance: (ms) => {
      now = new Date(Date.parse(now) + ms).toISOString();
    },
  };
}

/** Ids in a fixed order: the nth id of a run is always the same for the same instants. */
export function repeatableIds(): Ids {
  let n = 0;
  const bytes = (length: number): Uint8Array => {
    const out = Buffer.alloc(length);
    // The second part tells the runs of 256 apart: without it a long test would hand out the same codes again.
    for (let i = 0; i < length; i++) out[i] = (n * 131 + i * 29 + (n >>> 8) * (i + 1) * 7) & 0xff;
    if (length >= 4) out.writeUInt32BE(n, length - 4);
    return out;
  };
  return {
    next: (at) => {
      n += 1;
      return uuidv7(Date.parse(at), n & 0xfff, bytes(8));
    },
    random: (length) => {
      n += 1;
      return bytes(length);
    },
  };
}

/** A database of its own without a single table: for tests that begin with the schema of an earlier day. */
export function openEmpty(engine: 'embedded' | 'postgres'): Promise<OwnDatabase> {
  return engine === 'embedded' ? embeddedWorld(null) : serverWorld('template0');
}

interface OwnDatabase {
  readonly database: Database;
  readonly drop: () => Promise<void>;
}

async function embeddedWorld(template: string | null = inject('embeddedTemplate')): Promise<OwnDatabase> {
  const from = template === null ? {} : { template };
  const database = await openDatabase({ engine: 'embedded', folder: 'memory', ...from });
  return { database, drop: async () => undefined };
}

async function serverWorld(template = inject('postgresTemplate')): Promise<OwnDatabase> {
  const url = new URL(inject('postgresUrl'));
  const name = `fayuan_test_${randomBytes(6).toString('hex')}`;
  await onServer(url.href, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const own = new URL(url.href);
  own.pathname = `/${name}`;
  const database = await openDatabase({ engine: 'postgres', url: own.href, poolSize: 8 });
  return { database, drop: () => onServer(url.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
