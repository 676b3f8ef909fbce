import type { Kysely } from 'kysely';
import type { Calendar } from '../calendar/index.ts';
import type { KernelTables } from '../db/index.ts';
import { type Clock, type Ids, type Instant, type LocalDate, localDateOf } from '../time/index.ts';
import type { Protection } from './protection.ts';

/**
 * What the rooms above hand to every transaction beside database and calendar: the law in force. The kernel passes it on unread; the room
 * that knows a thing adds its line here (`declare module`) and reads it through a function of its own.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms above
export interface Handed {}

/** A fact for the memory of a matter. `payload` must hold no personal data in clear: ids, states, amounts, codes. */
export interface NewEvent {
  readonly tenant: string;
  readonly matterId: string;
  /** Past tense, `application.refused`. */
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** A time limit that starts to run. `dueAt` is the last instant at which the step is in time. */
export interface NewDeadline {
  readonly tenant: string;
  readonly matterId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly step: string;
  readonly startedOn: LocalDate;
  readonly dueAt: Instant;
  readonly dueOn: LocalDate;
  readonly warnOn: LocalDate;
  readonly citation: string;
  readonly ruleSet: string;
  /** True for the bureau's own shorter promise (承诺时限), which stands beside the statutory limit. */
  readonly promise?: boolean;
}

/** One step of a counter: `name` by `month` (`YYYY-MM`), split by one dimension's value. */
export interface Count {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly by: number;
  /** The counted record: spreads hot counters over slots. */
  readonly recordId: string;
}

/** Work for after the commit; delivered at least once, told apart by topic and key. */
export interface Outgoing {
  readonly tenant: string;
  readonly topic: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly notBefore?: Instant;
}

/**
 * One transaction: the database under it, its instant, and what is to be committed together with the change
 * (law 2 of the house). Events, deadlines, counters and outgoing work are gathered and written in one statement at the end.
 */
export interface Tx {
  readonly db: Kysely<KernelTables>;
  readonly at: Instant;
  readonly today: LocalDate;
  /** Encrypts protected fields and makes their blind indexes. */
  readonly cipher: Protection;
  /** Working days, holidays and made-up working days. */
  readonly calendar: Calendar;
  /** So many days before its last one a time limit is called soon (临期提醒). */
  readonly warningDays: number;
  readonly handed: Handed;
  newId(): string;
  random(bytes: number): Uint8Array;
  record(event: NewEvent): void;
  startDeadline(deadline: NewDeadline): void;
  count(count: Count): void;
  send(outgoing: Outgoing): void;
  /**
   * New rows, written with everything else at the end: nothing in this transaction reads them or refers to them but
   * rows that are gathered too. Keys in camel case; a jsonb column takes its value, not its text; a text[] column its `textArray`.
   */
  insert(table: string, rows: readonly NewRow[]): void;
}

export type NewRow = Readonly<Record<string, unknown>>;

export interface Gathered {
  readonly events: NewEvent[];
  readonly deadlines: NewDeadline[];
  readonly counts: Count[];
  readonly outgoing: Outgoing[];
  readonly rows: { readonly table: string; readonly rows: readonly NewRow[] }[];
  /** Ids made in this transaction: a matter among them has no history yet. */
  readonly madeIds: Set<string>;
}

/** What every transaction stands on, wired once by the server. */
export interface Ground {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly cipher: Protection;
  /** The calendar in force now: an administrator may add a year while the program runs. */
  calendar(): Calendar;
  readonly warningDays: number;
  /** What the rooms above hand on, as it stands now; nothing when absent. */
  handed?(): Handed;
}

export function gatheringTx(db: Kysely<KernelTables>, ground: Ground): { tx: Tx; gathered: Gathered } {
  const { ids } = ground;
  const at = ground.clock.now();
  const gathered: Gathered = { events: [], deadlines: [], counts: [], outgoing: [], rows: [], madeIds: new Set() };
  const tx: Tx = {
    db,
    at,
    today: localDateOf(at),
    cipher: ground.cipher,
    calendar: ground.calendar(),
    warningDays: ground.warningDays,
    handed: ground.handed?.() ?? {},
    newId: () => {
      const id = ids.next(at);
      gathered.madeIds.add(id);
      return id;
    },
    random: (n) => ids.random(n),
    record: (event) => void gathered.events.push(event),
    startDeadline: (deadline) => void gathered.deadlines.push(deadline),
    count: (count) => void gathered.counts.push(count),
    send: (outgoing) => void gathered.outgoing.push(outgoing),
    insert: (table, rows) => void gathered.rows.push({ table, rows }),
  };
  return { tx, gathered };
}
