import type { Effect } from '../../law/pack-schema.ts';
import type { Outcome, Reason, Route } from '../../schema.ts';
import { orderOfLaw } from '../order-of-law.ts';
import { type Diagram, narrowed } from './diagram.ts';
import type { LawDiagram, Telling, Way } from './law-diagram.ts';

/** True, false, or not yet known from what was told. */
export function truthOf(test: Diagram<boolean>, possible: readonly number[]): boolean | undefined {
  const left = narrowed(test, possible);
  return left.children === undefined ? left.value : undefined;
}

/**
 * Why, as far as it is certain from what was told: what the deciding turn rests on, and before it that the matter is within scope. Reasons
 * about facts that nobody asked for are left out, whichever way those are. The means test tells its own reason.
 */
export function certainReasons(
  law: LawDiagram,
  possible: readonly number[],
  ways: ReadonlySet<Way>,
): readonly Reason[] {
  const deciding = [...ways].map(turnOf);
  const turns = [...new Set(deciding)];
  const effects: readonly [Effect, 'met' | 'notMet'][] = turns.flatMap((turn): [Effect, 'met' | 'notMet'][] => {
    if (turn === undefined) return [['scope', 'met']];
    if (!turn.met) return [[turn.effect, 'notMet']];
    return followsScope.has(turn.effect)
      ? [
          ['scope', 'met'],
          [turn.effect, 'met'],
        ]
      : [[turn.effect, 'met']];
  });
  const told = new Map<string, Reason>();
  for (const [effect, side] of effects) {
    const tellings: readonly Telling[] = law[side][effect];
    for (const { test, reason } of tellings) {
      if (truthOf(test, possible) === true) told.set(`${reason.rule}/${reason.met}`, reason);
    }
  }
  return [...told.values()];
}

const scopeAt = orderOfLaw.findIndex(({ effect }) => effect === 'scope');
const followsScope: ReadonlySet<Effect> = new Set(orderOfLaw.slice(scopeAt + 1).map(({ effect }) => effect));

/** The turn that gives this outcome by this route; undefined for the means test, which comes after all turns. */
function turnOf(way: Way): (typeof orderOfLaw)[number] | undefined {
  const { outcome, route } = partsOf(way);
  return orderOfLaw.find(({ verdict }) => verdict.outcome === outcome && verdict.route === route);
}

export function partsOf(way: Way): { readonly outcome: Outcome; readonly route: Route | null } {
  const [outcome, route] = way.split('/') as [Outcome, Route | ''];
  return { outcome, route: route === '' ? null : route };
}
