import { type Condition, type Effect, effects } from '../../law/pack-schema.ts';
import type { RuleBook } from '../../law/rule-book.ts';
import type { StandardTable } from '../../law/standards.ts';
import {
  type Group,
  type Outcome,
  outcomes,
  type Reason,
  type Residence,
  type Route,
  residences,
} from '../../schema.ts';
import { orderOfLaw } from '../order-of-law.ts';
import { type Conditions, conditions, thresholdsIn } from './condition-diagram.ts';
import { type Diagram, openWorkshop, type Workshop } from './diagram.ts';
import { type FactBook, type FactName, factBook } from './facts.ts';
import { heightOf, heightsOf, type Line, linesFor } from './lines.ts';

type Test = Diagram<boolean>;

/** An outcome and the route to it, as one result: `eligible/meansTested`. */
export type Way = `${Outcome}/${Route | ''}`;

/** A sentence of the answer, and when it is true. */
export interface Telling {
  readonly test: Test;
  readonly reason: Reason;
}

/** The law of one day in some places, over facts that need not all be told. */
export interface LawDiagram {
  readonly facts: FactBook;
  readonly outcome: Diagram<Outcome>;
  readonly way: Diagram<Way>;
  /** What each kind of rule says where it is met, and where it is not. */
  readonly met: Readonly<Record<Effect, readonly Telling[]>>;
  readonly notMet: Readonly<Record<Effect, readonly Telling[]>>;
  /** The hardship lines, each with when it is the one that applies. */
  readonly lines: readonly (Line & { readonly test: Test })[];
  readonly heights: readonly Line[];
  /** Whose income counts: true where the applicant's own alone does. */
  readonly ownIncomeOnly: Test;
  /** Where aid may come before the papers (art. 44). */
  readonly provisional: Test;
  /** Groups that a person is in when some other fact is true: whoever says no to the group says no to those. */
  readonly following: ReadonlyMap<Group, readonly FactName[]>;
}

/** Draw the law as it is asked: the turns in their order, then means. `books` are the rules in force in each place, which must be in them. */
export function drawLaw(books: ReadonlyMap<string, RuleBook>, standards: StandardTable, on: string): LawDiagram {
  const lines = linesFor(books, standards, on);
  const heights = heightsOf(lines);
  const thresholds = thresholdsIn([...books.values()].flatMap(conditionsIn));
  const facts = factBook({ regions: [...books.keys()], ...thresholds, lines: heights.length });
  const workshop = openWorkshop();
  const places = [...books].map(([region, book]) => {
    const here = lines.filter((line) => line.region === region);
    return drawPlace(workshop, facts, book, here, heights);
  });
  type Place = (typeof places)[number];
  const everywhere = <V extends string | boolean>(of: (place: Place) => Diagram<V>): Diagram<V> =>
    workshop.branch(facts.indexOf('region'), places.map(of));
  const never = workshop.leaf(false);
  /** The same sentence, or the same line, wherever it holds. */
  const gathered = <T extends { readonly test: Test }>(
    of: (place: Place) => readonly T[],
    keyOf: (one: T) => string,
  ) => {
    const all = new Map(places.flatMap((place) => of(place).map((one) => [keyOf(one), one] as const)));
    return [...all].map(([key, one]): T => {
      const test = everywhere((place) => of(place).find((other) => keyOf(other) === key)?.test ?? never);
      return { ...one, test };
    });
  };
  const tellings = (side: 'met' | 'notMet'): Record<Effect, readonly Telling[]> =>
    Object.fromEntries(
      effects.map((effect) => [
        effect,
        gathered(
          (place) => place[side][effect],
          ({ reason }) => JSON.stringify(reason),
        ),
      ]),
    ) as unknown as Record<Effect, readonly Telling[]>;
  return {
    facts,
    outcome: everywhere((place) => place.outcome),
    way: everywhere((place) => place.way),
    met: tellings('met'),
    notMet: tellings('notMet'),
    lines: gathered(
      (place) => place.lines,
      ({ residence, row, multiplier }) => JSON.stringify([residence, row, multiplier]),
    ),
    heights,
    ownIncomeOnly: everywhere((place) => place.ownIncomeOnly),
    provisional: everywhere((place) => place.provisional),
    following: followingIn(books),
  };
}

function drawPlace(
  workshop: Workshop,
  facts: FactBook,
  book: RuleBook,
  lines: readonly Line[],
  heights: readonly Line[],
) {
  const say = conditions(workshop, facts);
  derive(say, book);
  const met = {} as Record<Effect, readonly Telling[]>;
  const notMet = {} as Record<Effect, readonly Telling[]>;
  const holds = {} as Record<Effect, Test>;
  for (const [effect, rules] of Object.entries(book.rules) as [Effect, RuleBook['rules'][Effect]][]) {
    met[effect] = rules.map(({ rule, met: reason }) => ({ test: say.of(rule.when), reason }));
    const none = say.not(say.any(met[effect].map(({ test }) => test)));
    holds[effect] = say.not(none);
    notMet[effect] = [
      ...rules.flatMap(({ rule, notMet: reason }) =>
        reason === undefined || rule.near === undefined ? [] : [{ test: say.and(none, say.of(rule.near)), reason }],
      ),
      ...book.summaries[effect].map(({ when, reason }) => ({ test: say.and(none, say.of(when)), reason })),
    ];
  }
  const applying = applyingLines(say, book, lines);
  const draw = <V extends Outcome | Way>(result: (outcome: Outcome, route: Route | null) => V): Diagram<V> => {
    const means = applying.reduceRight<Diagram<V>>(
      (rest, line) => {
        const height = heightOf(heights, line);
        const within = (fact: 'householdIncome' | 'ownIncome'): Test =>
          say.oneOf(
            fact,
            heights.map((_, at) => at).filter((at) => at <= height),
          );
        const poor = workshop.choose(holds.ownIncomeOnly, within('ownIncome'), within('householdIncome'));
        const [yes, no] = [result('eligible', 'meansTested'), result('ineligible', 'meansTested')];
        return workshop.choose(line.test, workshop.choose<V>(poor, workshop.leaf(yes), workshop.leaf(no)), rest);
      },
      workshop.leaf(result('needsInformation', null)),
    );
    return orderOfLaw.reduceRight<Diagram<V>>((rest, { effect, met: decides, verdict }) => {
      const settled = workshop.leaf(result(verdict.outcome, verdict.route));
      return decides ? workshop.choose(holds[effect], settled, rest) : workshop.choose(holds[effect], rest, settled);
    }, means);
  };
  return {
    outcome: draw((outcome) => outcome),
    way: draw((outcome, route): Way => `${outcome}/${route ?? ''}`),
    met,
    notMet,
    lines: applying,
    ownIncomeOnly: holds.ownIncomeOnly,
    provisional: holds.provisionalAid,
  };
}

/** Groups as the rules derive them, one after the other: age decides over what was declared; an impairment adds to it. */
function derive(say: Conditions, book: RuleBook): void {
  for (const { rule } of book.rules.derivesGroup) {
    if (rule.group === undefined) continue;
    const test = say.of(rule.when);
    const before = say.groups.get(rule.group) ?? say.oneOf(`group.${rule.group}`, [true]);
    say.groups.set(rule.group, rule.decides === true ? test : say.any([test, before]));
  }
}

function followingIn(books: ReadonlyMap<string, RuleBook>): ReadonlyMap<Group, readonly FactName[]> {
  const adding = [...books.values()].flatMap((book) => book.rules.derivesGroup.filter(({ rule }) => !rule.decides));
  return new Map(
    adding.flatMap(({ rule }) =>
      rule.group === undefined
        ? []
        : [[rule.group, (rule.when.impairments ?? []).map((name): FactName => `impairment.${name}`)] as const],
    ),
  );
}

/** Each line with when it applies: its residence, and its multiplier's condition where no more local one holds. */
function applyingLines(say: Conditions, book: RuleBook, lines: readonly Line[]): readonly (Line & { test: Test })[] {
  const conditionOf = new Map(book.rules.multiplier.map(({ key, rule }) => [key, rule.when]));
  const taken = new Map<Residence, Test>(
    residences.map((residence) => [residence, say.oneOf('residence', [residence])]),
  );
  return lines.map((line) => {
    const open = taken.get(line.residence) as Test;
    const condition = say.of(conditionOf.get(line.multiplier.key) ?? {});
    taken.set(line.residence, say.and(open, say.not(condition)));
    return { ...line, test: say.and(open, condition) };
  });
}

function conditionsIn(book: RuleBook): readonly Condition[] {
  return Object.values(book.rules).flatMap((rules) =>
    rules.flatMap(({ rule }) => [rule.when, ...(rule.near === undefined ? [] : [rule.near])]),
  );
}

/** Outcomes that open the door. */
export const favourable: ReadonlySet<Outcome> = new Set(
  outcomes.filter((outcome) => outcome === 'eligible' || outcome === 'mustDesignate' || outcome === 'mayDesignate'),
);
