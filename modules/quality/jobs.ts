import type { JobHandlers } from '../../kernel/outbox/index.ts';
import { endReassessmentTerm, reassessmentTopic } from './use-cases/settle-item.ts';

/** What the worker does for this room. */
export const qualityJobs: JobHandlers = {
  /** 复评期满: its clock stops; nobody has missed anything. */
  [reassessmentTopic]: async (tx, { tenant, payload }) => {
    const { resultId } = payload as { resultId: string };
    await endReassessmentTerm(tx, { tenant, resultId });
  },
};
