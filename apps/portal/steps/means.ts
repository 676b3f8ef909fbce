import { assess, type Law } from '../../../modules/policy/index.ts';
import { factsWithoutMeans, type InputContext } from './application-input.ts';
import type { Values } from './values.ts';

/** Outcomes that stand whatever the income: the law asks for no means test, or the State must provide counsel. */
const settled = new Set(['eligible', 'mustDesignate', 'mayDesignate']);

/**
 * Whether household and income could still change the outcome (法律援助法 arts 32, 42): asks the rules what they say without them.
 * Also true where the matter seems out of scope, since a reviewer may see another cause in it.
 */
export function meansMatter(values: Values, context: Omit<InputContext, 'meansAsked'>, law?: Law): boolean {
  const facts = factsWithoutMeans(values, context);
  return facts === undefined || !settled.has(assess(facts, { law }).outcome);
}
