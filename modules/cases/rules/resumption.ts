import type { CaseEvent } from '../lifecycle.ts';

export type Resumption = Extract<CaseEvent, 'resumeHandling' | 'resumeSigning' | 'resumeByDesignation'>;

export function isResumption(event: string): event is Resumption {
  return event === 'resumeHandling' || event === 'resumeSigning' || event === 'resumeByDesignation';
}

/** How far a case had come when its aid was terminated, and whether whoever handled it may act in it today. */
export interface Interrupted {
  /** The handler had accepted; before that nobody handled the case. */
  readonly accepted: boolean;
  /** The agreement is in place, or on record why there is none. */
  readonly signed: boolean;
  /** The handler is in service, and nothing bars them from this case now. */
  readonly mayAct: boolean;
}

/**
 * The ways in which interrupted aid may go on (Legal Aid Law art. 49: the centre puts its decision right at once). The handler who knows the case
 * goes on, from where the case stood; designation anew is always open, and the only way where nobody had accepted or the handler may not act.
 */
export function waysToResume({ accepted, signed, mayAct }: Interrupted): readonly Resumption[] {
  if (!accepted || !mayAct) return ['resumeByDesignation'];
  return [signed ? 'resumeHandling' : 'resumeSigning', 'resumeByDesignation'];
}
