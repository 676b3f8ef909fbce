import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { Level } from './schema.ts';

/** What was raised of a limit: once at each level for each last day it has had. */
export interface ClockRaiseTable {
  tenant: string;
  deadlineId: string;
  level: Level;
  dueOn: LocalDate;
  raisedOn: LocalDate;
}

/** 提醒, one for each person who is told. A message gateway takes the same rows from here. */
export interface ClockNoticeTable {
  tenant: string;
  id: string;
  accountId: string;
  deadlineId: string;
  level: Level;
  matterId: string;
  subject: string;
  subjectId: string;
  /** The application's or the case's number; null where it is told by neither. */
  number: string | null;
  step: string;
  dueOn: LocalDate;
  citation: string;
  raisedAt: Instant;
  seenAt: Instant | null;
}

/** 按期办理, a finished month of one centre: counted once, published, and never counted again. */
export interface ClockRateTable {
  tenant: string;
  month: string;
  step: string;
  promise: boolean;
  inTime: number;
  late: number;
  publishedOn: LocalDate;
}

export type ClockTables = {
  clockRaise: ClockRaiseTable;
  clockNotice: ClockNoticeTable;
  clockRate: ClockRateTable;
};
