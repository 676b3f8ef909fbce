import type { JobHandlers } from '../../kernel/outbox/index.ts';

/** This room leaves its messages in the box of the applicants' notices; it has no work of its own for the worker. */
export const caseJobs: JobHandlers = {};
