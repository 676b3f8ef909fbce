import type { LocalDate } from '../../../kernel/time/index.ts';
import { compileCondition, type Test } from '../rules/conditions.ts';
import { anyBit, type Features } from '../rules/features.ts';
import { orderOfLaw, type Turn } from '../rules/order-of-law.ts';
import type { Bilingual, Reason, StandardBasis, Step } from '../schema.ts';
import { citationOf, markedCitation } from './citation.ts';
import { ruleWords } from './figure-words.ts';
import {
  type Clock,
  type ClockMatter,
  type Condition,
  clockMatters,
  type Effect,
  effects,
  type Pack,
  type PromiseClock,
  type Rule,
} from './pack-schema.ts';
import { inForce } from './spans.ts';

/** A rule ready to be asked. Reasons that need no figures are made once and shared. */
export interface CompiledRule {
  readonly key: string;
  readonly rule: Rule;
  readonly test: Test;
  readonly met: Reason;
  readonly near: Test | undefined;
  readonly notMet: Reason | undefined;
}

export interface CompiledSummary {
  readonly when: Condition;
  readonly test: Test;
  readonly reason: Reason;
}

export interface CompiledClock {
  readonly clock: Clock;
  readonly citation: string;
  /** The citation with 待核实 where the text was not read. */
  readonly marked: string;
  readonly verified: boolean;
}

/** How much of which income counts as hardship here: a fraction of a basis. */
export interface CompiledMultiplier {
  readonly key: string;
  readonly basis: StandardBasis;
  readonly fraction: readonly [number, number];
  readonly cite: Bilingual;
  readonly verified: boolean;
  readonly test: Test;
}

export type RulesByEffect = Readonly<Record<Effect, readonly CompiledRule[]>>;

/** What is asked in one go: the rules of one effect, and what is said where none of them is met. */
export interface Question {
  readonly rules: readonly CompiledRule[];
  readonly summaries: readonly CompiledSummary[];
}

/** What one kind of matter leaves open. */
export interface OpenQuestions {
  readonly rules: RulesByEffect;
  /** The order of law without the turns that no rule left open could decide. */
  readonly turns: readonly (Question & { readonly turn: Turn })[];
  readonly ownIncomeOnly: Question;
}

/** All rules in force in one place over one stretch of days. */
export interface RuleBook {
  readonly ruleSet: string;
  readonly layers: readonly string[];
  readonly rules: RulesByEffect;
  /** What is left to ask of a kind of matter: it rules out most of the list of causes, most of the time. */
  openFor(features: Features): OpenQuestions;
  readonly summaries: Readonly<Record<Effect, readonly CompiledSummary[]>>;
  /** The most local first. */
  readonly multipliers: readonly CompiledMultiplier[];
  readonly clocks: Readonly<Partial<Record<Step, Readonly<Partial<Record<ClockMatter, CompiledClock>>>>>>;
  /** The bureau's own shorter limits beside the statutory ones. */
  readonly promises: Readonly<Partial<Record<Step, CompiledPromise>>>;
}

export interface CompiledPromise {
  readonly promise: PromiseClock;
  readonly citation: string;
  readonly verified: boolean;
}

const layerOrder: readonly Pack['layer'][] = ['national', 'nationalSupplement', 'provincial', 'local', 'figures'];

/** The rules of the packs that hold on a day in a region (GB/T 2260 code), or undefined where no national instrument governs. */
export function compileBook(packs: readonly Pack[], on: LocalDate, region: string): RuleBook | undefined {
  const here = packs
    .filter((pack) => inForce({ from: pack.effectiveFrom, to: pack.effectiveTo }, on) && appliesIn(pack, region))
    .sort(byLayer);
  const national = here.find((pack) => pack.layer === 'national');
  if (!national) return undefined;

  const rules = emptyLists<CompiledRule>();
  const summaries = emptyLists<CompiledSummary>();
  const multipliers: (CompiledMultiplier & { jurisdiction: string })[] = [];
  const clocks: Partial<Record<Step, Partial<Record<ClockMatter, CompiledClock>>>> = {};
  const promises: Partial<Record<Step, CompiledPromise>> = {};
  for (const pack of here) {
    const live = (entry: { effectiveFrom?: string | undefined; effectiveTo?: string | undefined }): boolean =>
      inForce({ from: entry.effectiveFrom ?? pack.effectiveFrom, to: entry.effectiveTo ?? pack.effectiveTo }, on);
    for (const rule of (pack.rules ?? []).filter(live)) {
      if (rule.effect === 'multiplier' && rule.basis && rule.fraction) {
        multipliers.push({
          key: rule.key,
          basis: rule.basis,
          fraction: rule.fraction,
          cite: citationOf(pack.cite, rule.article, rule.amendedBy),
          verified: rule.verified ?? pack.verified,
          test: compileCondition(rule.when),
          jurisdiction: pack.jurisdiction,
        });
      }
      rules[rule.effect].push(compileRule(pack, rule));
    }
    for (const summary of (pack.summaries ?? []).filter(live)) {
      const when = summary.when ?? {};
      summaries[summary.effect].push({
        when,
        test: compileCondition(when),
        reason: reasonOf(pack, summary, false, summary.text),
      });
    }
    for (const clock of (pack.clocks ?? []).filter(live)) {
      for (const matter of clock.matters ?? clockMatters) {
        clocks[clock.step] = { ...clocks[clock.step], [matter]: compileClock(pack, clock) };
      }
    }
    for (const promise of (pack.promises ?? []).filter(live)) {
      promises[promise.step] = {
        promise,
        citation: citationOf(pack.cite, undefined, promise.amendedBy).zh,
        verified: promise.verified ?? pack.verified,
      };
    }
  }
  return {
    ruleSet: national.key,
    layers: here.filter(({ layer }) => layer === 'provincial' || layer === 'local').map(({ key }) => key),
    rules,
    openFor: byMatter(rules, summaries),
    summaries,
    multipliers: multipliers.sort((a, b) => localness(b.jurisdiction) - localness(a.jurisdiction)),
    clocks,
    promises,
  };
}

/** What the matter itself leaves open, found once for each kind of matter and kept. */
function byMatter(rules: RulesByEffect, summaries: RuleBook['summaries']): RuleBook['openFor'] {
  const kept = new Map<number, OpenQuestions>();
  return (f) => {
    const kind = kindOf(f);
    let known = kept.get(kind);
    if (known === undefined) {
      known = openQuestions(rules, summaries, f);
      kept.set(kind, known);
    }
    return known;
  };
}

function openQuestions(rules: RulesByEffect, summaries: RuleBook['summaries'], f: Features): OpenQuestions {
  const open = emptyLists<CompiledRule>();
  for (const effect of effects) {
    open[effect] = rules[effect].filter(({ rule }) =>
      [rule.when, rule.near].some((condition) => condition !== undefined && isOpen(condition, f)),
    );
  }
  const question = (effect: Effect): Question => ({
    rules: open[effect],
    summaries: summaries[effect].filter(({ when }) => isOpen(when, f)),
  });
  return {
    rules: open,
    turns: orderOfLaw
      .map((turn) => ({ turn, ...question(turn.effect) }))
      .filter(({ turn, rules: left, summaries: said }) => !turn.met || left.length + said.length > 0),
    ownIncomeOnly: question('ownIncomeOnly'),
  };
}

/** Class, cause, stage, role and organ as one number: each field has one bit set beside the one that all have, or none. */
function kindOf(f: Features): number {
  const place = (bits: number): number => 32 - Math.clz32(bits ^ anyBit);
  return (((place(f.class) * 32 + place(f.cause)) * 8 + place(f.stage)) * 8 + place(f.role)) * 8 + place(f.notifiedBy);
}

function isOpen({ class: classes, cause, stage, role, notifiedBy }: Condition, f: Features): boolean {
  return compileCondition({ class: classes, cause, stage, role, notifiedBy })(f);
}

function byLayer(a: Pack, b: Pack): number {
  return (
    layerOrder.indexOf(a.layer) - layerOrder.indexOf(b.layer) ||
    (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.key < b.key ? -1 : 1)
  );
}

export function appliesIn(pack: { readonly jurisdiction: string }, region: string): boolean {
  return pack.jurisdiction === 'CN' || region.startsWith(pack.jurisdiction);
}

function localness(jurisdiction: string): number {
  return jurisdiction === 'CN' ? 0 : jurisdiction.length;
}

function emptyLists<T>(): Record<Effect, T[]> {
  return Object.fromEntries(effects.map((effect) => [effect, []])) as unknown as Record<Effect, T[]>;
}

function compileRule(pack: Pack, rule: Rule): CompiledRule {
  return {
    key: rule.key,
    rule,
    test: compileCondition(rule.when),
    // A bar that holds is a condition that the applicant does not meet.
    met: reasonOf(pack, rule, rule.effect !== 'bar', ruleWords(rule)),
    near: rule.near && compileCondition(rule.near),
    notMet: rule.textNot && reasonOf(pack, rule, false, rule.textNot),
  };
}

type Cited = { readonly key: string; readonly article?: string | undefined; readonly verified?: boolean | undefined };

/** A rule nobody has confirmed says so wherever it is shown (law 4 of the house). */
function reasonOf(pack: Pack, entry: Cited, met: boolean, text: Bilingual): Reason {
  const verified = entry.verified ?? pack.verified;
  return Object.freeze({
    rule: entry.key,
    citation: citationOf(pack.cite, entry.article).zh,
    met,
    text: Object.freeze(verified ? text : { zh: `${text.zh}（待核实）`, en: `${text.en} (unverified)` }),
  });
}

function compileClock(pack: Pack, clock: Clock): CompiledClock {
  const citation = citationOf(pack.cite, clock.article, clock.amendedBy).zh;
  const verified = clock.verified ?? pack.verified;
  return { clock, citation, marked: markedCitation(citation, verified), verified };
}
