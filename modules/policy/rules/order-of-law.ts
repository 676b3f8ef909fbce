import type { Effect } from '../law/pack-schema.ts';
import type { Outcome, Route } from '../schema.ts';

export interface Turn {
  readonly effect: Effect;
  /** Whether a rule that is met decides here, or that none is. */
  readonly met: boolean;
  readonly verdict: { readonly outcome: Outcome; readonly route: Route | null };
}

/**
 * The order in which the law asks: aid by notice, then scope, then what bars, then means, unless they are not asked for. The first turn that
 * decides ends the case; after the last one means are tested.
 */
export const orderOfLaw: readonly Turn[] = [
  {
    effect: 'notifiedRepresentation',
    met: true,
    verdict: { outcome: 'mustDesignate', route: 'notifiedRepresentation' },
  },
  { effect: 'mandatoryDefence', met: true, verdict: { outcome: 'mustDesignate', route: 'mandatoryDefence' } },
  { effect: 'discretionaryDefence', met: true, verdict: { outcome: 'mayDesignate', route: 'discretionaryDefence' } },
  { effect: 'scope', met: false, verdict: { outcome: 'outOfScope', route: null } },
  { effect: 'bar', met: true, verdict: { outcome: 'ineligible', route: null } },
  { effect: 'meansExempt', met: true, verdict: { outcome: 'eligible', route: 'meansExempt' } },
  { effect: 'verificationWaived', met: true, verdict: { outcome: 'eligible', route: 'verificationWaived' } },
];
