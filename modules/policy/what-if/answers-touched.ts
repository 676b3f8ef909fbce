import type { Pack } from '../law/pack-schema.ts';
import type { Assessment, Outcome, Route } from '../schema.ts';
import type { Laws } from './judge-again.ts';

/** Some of the answers that an application can have been given: those by one of these ways, and those that came to one of these. */
export interface AnswersTouched {
  readonly routes: readonly Route[];
  readonly outcomes: readonly Outcome[];
}

/** Where means were tested, or could not be yet for want of a figure. */
const restingOnMeans: AnswersTouched = { routes: ['meansTested'], outcomes: ['needsInformation'] };
const none: AnswersTouched = { routes: [], outcomes: [] };

/**
 * The answers that the changed law can make others at all. Means come last in the order of law: a fraction or a standard has no part in an
 * answer that was settled before them, and a tariff or a time limit has none in any, whatever the facts.
 * @returns undefined for every answer: a rule differs
 */
export function answersTouched({ present, changed, townships = [] }: Laws): AnswersTouched | undefined {
  if (differ(present.packs, changed.packs, rulesAlone)) return undefined;
  return townships.length > 0 || differ(present.packs, changed.packs, meansAlone) ? restingOnMeans : none;
}

export function isTouched({ outcome, route }: Pick<Assessment, 'outcome' | 'route'>, touched: AnswersTouched): boolean {
  return touched.outcomes.includes(outcome) || (route !== null && touched.routes.includes(route));
}

function differ(present: readonly Pack[], changed: readonly Pack[], part: (pack: Pack) => readonly unknown[]): boolean {
  return JSON.stringify(present.flatMap(part)) !== JSON.stringify(changed.flatMap(part));
}

/** Everything that the answers before the means test rest on; nothing of a pack that holds figures alone. */
function rulesAlone(pack: Pack): readonly unknown[] {
  const { clocks: _c, promises: _p, standards: _s, tariff: _t, taxFreeSubsidy: _f, ...rest } = pack;
  const rules = pack.rules?.filter(({ effect }) => effect !== 'multiplier') ?? [];
  return rules.length === 0 && pack.summaries === undefined ? [] : [{ ...rest, rules }];
}

function meansAlone({ rules, standards, ...pack }: Pack): readonly unknown[] {
  const multipliers = rules?.filter(({ effect }) => effect === 'multiplier') ?? [];
  if (multipliers.length === 0 && standards === undefined) return [];
  const { key, layer, jurisdiction, effectiveFrom, effectiveTo } = pack;
  return [{ key, layer, jurisdiction, effectiveFrom, effectiveTo, multipliers, standards }];
}
