import type { Generated, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../time/index.ts';

/** 事件: the memory of the house. Append-only; hash-chained with SM3 per matter. */
export interface EventTable {
  tenant: string;
  matterId: string;
  seq: number;
  id: string;
  at: Instant;
  actorKind: 'staff' | 'citizen' | 'system';
  actorId: string;
  actorName: string;
  kind: string;
  subject: string;
  subjectId: string;
  payload: JSONColumnType<Record<string, unknown>>;
  previousHash: string;
  hash: string;
}

/** The end of each matter's chain, sealed with a key the database does not hold, so that a dropped tail shows. */
export interface EventHeadTable {
  tenant: string;
  matterId: string;
  seq: number;
  hash: string;
  seal: string;
}

/** 期限: one running, paused, met or lapsed time limit of a subject. */
export interface DeadlineTable {
  tenant: string;
  id: string;
  matterId: string;
  subject: string;
  subjectId: string;
  step: string;
  startedOn: LocalDate;
  dueAt: Instant;
  dueOn: LocalDate;
  warnOn: LocalDate;
  state: 'running' | 'paused' | 'met' | 'lapsed' | 'cancelled';
  pauses: JSONColumnType<readonly { from: LocalDate; to?: LocalDate }[]>;
  citation: string;
  ruleSet: string;
  promise: Generated<boolean>;
  closedAt: Instant | null;
}

/** Counters kept in the transaction; a recount from the records must agree. */
export interface CounterTable {
  tenant: string;
  name: string;
  month: string;
  dimension: string;
  value: string;
  slot: number;
  n: number;
}

/** Outgoing work, committed with the change that causes it. */
export interface OutboxTable {
  tenant: string;
  id: string;
  topic: string;
  key: string;
  payload: JSONColumnType<Record<string, unknown>>;
  state: 'waiting' | 'done' | 'parked';
  attempts: number;
  nextAt: Instant;
  lastError: string | null;
  createdAt: Instant;
  doneAt: Instant | null;
}

/** Answers of creating requests, kept seven days, so that a repeated request makes no second record. */
export interface IdempotencyTable {
  tenant: string;
  actorId: string;
  key: string;
  requestHash: string;
  /** The answer, encrypted: it may hold what is told only once. */
  answerBox: string;
  createdAt: Instant;
}

export interface CalendarDayTable {
  date: LocalDate;
  kind: 'holiday' | 'workday';
  name: string;
  source: string;
}

export interface KernelTables {
  event: EventTable;
  eventHead: EventHeadTable;
  deadline: DeadlineTable;
  counter: CounterTable;
  outbox: OutboxTable;
  idempotency: IdempotencyTable;
  calendarDay: CalendarDayTable;
}
