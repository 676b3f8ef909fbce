import { complaintSections, complaintSteps } from './complaint-steps.ts';
import type { CookieName } from './cookies.ts';
import { type Section, type Step, sections, steps } from './steps.ts';

/** A form that is asked one page at a time, kept as a draft, looked over and sent. */
export interface Questionnaire {
  readonly key: 'application' | 'complaint';
  /** Its pages stand below this path, each under the id of its step. */
  readonly base: '/apply' | '/complain';
  /** What stands before its first page. */
  readonly start: string;
  /** Holds the code of the draft being filled in: one of each kind may be under way. */
  readonly cookie: CookieName;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
}

export const application: Questionnaire = {
  key: 'application',
  base: '/apply',
  start: '/',
  cookie: 'draft',
  sections,
  steps,
};

export const complaint: Questionnaire = {
  key: 'complaint',
  base: '/complain',
  start: '/complain/start',
  cookie: 'complaintDraft',
  sections: complaintSections,
  steps: complaintSteps,
};

export const questionnaires: readonly Questionnaire[] = [application, complaint];

/** The questionnaire of a key as it was kept; a draft that names none is an application. */
export function questionnaireOf(key: string | undefined): Questionnaire {
  return questionnaires.find((one) => one.key === key) ?? application;
}
