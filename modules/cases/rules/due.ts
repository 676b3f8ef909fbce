import { daysBetween, type LocalDate } from '../../../kernel/time/index.ts';
import type { Step } from '../../policy/index.ts';

/** Steps with a date: the law's, and what the bureau's order asks of the centre on its own day. */
export type CaseStep = Step | 'carryOutCorrection';

/** The date that binds next, as it stands in a case's row. */
export interface Due {
  readonly dueOn: LocalDate | null;
  readonly dueStep: CaseStep | null;
  readonly dueCitation: string | null;
  readonly duePromise: boolean;
}

export const noDue: Due = { dueOn: null, dueStep: null, dueCitation: null, duePromise: false };

/** 期限标签: what a worklist's first column shows. */
export interface ClockChip {
  readonly step: CaseStep;
  readonly dueOn: LocalDate;
  /** Whole days left; negative when overdue. */
  readonly daysLeft: number;
  readonly tone: 'overdue' | 'soon' | 'running';
  readonly citation: string;
  /** True when the date is the centre's own and not the law's. */
  readonly promise: boolean;
}

/** @param warningDays from this many days left a date is called soon */
export function clockChip(due: Due, today: LocalDate, warningDays: number): ClockChip | null {
  if (due.dueOn === null || due.dueStep === null) return null;
  const daysLeft = daysBetween(today, due.dueOn);
  return {
    step: due.dueStep,
    dueOn: due.dueOn,
    daysLeft,
    tone: daysLeft < 0 ? 'overdue' : daysLeft <= warningDays ? 'soon' : 'running',
    citation: due.dueCitation ?? '',
    promise: due.duePromise,
  };
}
