import type { z } from 'zod';
import type { NoteProgress, ReportClosing } from '../../modules/cases/index.ts';

export type ProgressKind = z.infer<typeof NoteProgress>['kind'];
export type ClosingEvent = z.infer<typeof ReportClosing>['event'];
export type CaseOutcome = z.infer<typeof ReportClosing>['outcome'];
