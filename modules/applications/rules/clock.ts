import type { LocalDate } from '../../../kernel/time/index.ts';

/** What a row of the worklist sorts by: the last day, the step it belongs to, and the article. */
export interface Due {
  readonly dueOn: LocalDate | null;
  readonly dueStep: string | null;
  readonly dueCitation: string | null;
}

export const noDue: Due = { dueOn: null, dueStep: null, dueCitation: null };
