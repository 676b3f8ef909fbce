import type { Generated, JSONColumnType } from 'kysely';
import type { Instant, LocalDate } from '../../kernel/time/index.ts';
import type { ObjectionState } from './lifecycle.ts';
import type { ObjectionDoor } from './schema.ts';

export interface ObjectionTable {
  tenant: string;
  id: string;
  matterId: string;
  /** The record whose decision is objected to. */
  subject: 'application' | 'case';
  subjectId: string;
  /** Which of its decisions: a case may be terminated more than once. */
  round: Generated<number>;
  state: ObjectionState;
  version: number;
  class: string;
  door: ObjectionDoor;
  decisionTitle: string;
  decisionNumber: string | null;
  decidedOn: LocalDate;
  servedOn: LocalDate;
  /** The last day in time; null where that day's law names none. */
  raiseBy: LocalDate | null;
  late: boolean;
  receivedOn: LocalDate;
  raisedAt: Instant;
  wordsSealed: string;
  dueOn: LocalDate;
  dueCitation: string;
  reviewedBy: string | null;
  reviewedOn: LocalDate | null;
  grounds: JSONColumnType<readonly { readonly text: string; readonly citation: string }[]> | null;
  correction: string | null;
  documentId: string | null;
  demonstration: boolean;
}

export type ObjectionTables = { objection: ObjectionTable };
