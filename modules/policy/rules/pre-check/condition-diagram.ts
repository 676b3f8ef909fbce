import type { Condition } from '../../law/pack-schema.ts';
import type { Group } from '../../schema.ts';
import { type Flag, flagBits } from '../features.ts';
import type { Diagram, Workshop } from './diagram.ts';
import type { FactBook, FactName, FactValue } from './facts.ts';

type Test = Diagram<boolean>;

/** Conditions of rule packs as diagrams, beside `compileCondition`: the same meaning, over facts of which only some are told. */
export interface Conditions {
  /** Membership as the rules derive it so far; changed by `derive`. */
  readonly groups: Map<Group, Test>;
  of(condition: Condition): Test;
  any(tests: readonly Test[]): Test;
  not(test: Test): Test;
  and(one: Test, other: Test): Test;
  oneOf(fact: FactName, values: readonly FactValue[]): Test;
}

/** Facts of a criminal matter alone: elsewhere they are as if never told. */
const criminalFlags: ReadonlySet<Flag> = new Set([
  'hasDefender',
  'lifeOrDeathPossible',
  'inAbsentia',
  'summaryOrFastTrack',
]);

export function conditions({ leaf, branch, choose }: Workshop, book: FactBook): Conditions {
  const yes = leaf(true);
  const no = leaf(false);
  const where = (fact: FactName, holds: (value: FactValue) => boolean): Test => {
    const place = book.indexOf(fact);
    return branch(
      place,
      (book.facts[place]?.values ?? []).map((value) => (holds(value) ? yes : no)),
    );
  };
  const oneOf = (fact: FactName, values: readonly FactValue[]): Test => where(fact, (value) => values.includes(value));
  const and = (one: Test, other: Test): Test => choose(one, other, no);
  const not = (test: Test): Test => choose<boolean>(test, no, yes);
  const any = (tests: readonly Test[]): Test => tests.reduce<Test>((sum, test) => choose<boolean>(sum, yes, test), no);
  const criminal = oneOf('class', ['criminal']);
  const inCriminal = (test: Test, otherwise = false): Test => choose(criminal, test, otherwise ? yes : no);
  const groups = new Map<Group, Test>();

  const of = (condition: Condition): Test => {
    const tests: Test[] = [];
    const { class: classes, cause, stage, role, notifiedBy, residence, impairments } = condition;
    const { ageUnder, ageAtLeast, daysToExpiryUnder, daysToHearingUnder } = condition;
    if (classes) tests.push(oneOf('class', classes));
    if (cause) tests.push(oneOf('cause', cause));
    if (stage) tests.push(inCriminal(oneOf('stage', stage)));
    if (role) tests.push(inCriminal(oneOf('role', role)));
    if (notifiedBy) tests.push(inCriminal(oneOf('notifiedBy', notifiedBy), notifiedBy.includes('none')));
    if (residence) tests.push(oneOf('residence', residence));
    if (condition.groups) {
      tests.push(any(condition.groups.map((group) => groups.get(group) ?? oneOf(`group.${group}`, [true]))));
    }
    if (impairments) tests.push(any(impairments.map((impairment) => oneOf(`impairment.${impairment}`, [true]))));
    if (ageUnder !== undefined) tests.push(where('age', (begins) => Number(begins) < ageUnder));
    if (ageAtLeast !== undefined) tests.push(where('age', (begins) => Number(begins) >= ageAtLeast));
    if (daysToExpiryUnder !== undefined) tests.push(where('daysToExpiry', within(daysToExpiryUnder)));
    if (daysToHearingUnder !== undefined) tests.push(inCriminal(where('daysToHearing', within(daysToHearingUnder))));
    for (const flag of Object.keys(flagBits) as Flag[]) {
      const wanted = condition[flag];
      if (wanted === undefined) continue;
      const test = oneOf(flag, [wanted]);
      tests.push(criminalFlags.has(flag) ? inCriminal(test, !wanted) : test);
    }
    if (condition.any) tests.push(any(condition.any.map(of)));
    if (condition.not) tests.push(not(of(condition.not)));
    return tests.reduce<Test>(and, yes);
  };
  return { groups, of, any, not, and, oneOf };
}

const within =
  (days: number) =>
  (begins: FactValue): boolean =>
    Number(begins) >= 0 && Number(begins) < days;

/** Every threshold that some condition sets for a number. */
export function thresholdsIn(list: readonly Condition[]): {
  readonly ages: readonly number[];
  readonly daysToExpiry: readonly number[];
  readonly daysToHearing: readonly number[];
} {
  const all = list.flatMap(withParts);
  const told = (values: readonly (number | undefined)[]): number[] => values.filter((value) => value !== undefined);
  return {
    ages: told(all.flatMap(({ ageUnder, ageAtLeast }) => [ageUnder, ageAtLeast])),
    daysToExpiry: told(all.map(({ daysToExpiryUnder }) => daysToExpiryUnder)),
    daysToHearing: told(all.map(({ daysToHearingUnder }) => daysToHearingUnder)),
  };
}

function withParts(condition: Condition): readonly Condition[] {
  return [
    condition,
    ...(condition.any ?? []).flatMap(withParts),
    ...(condition.not === undefined ? [] : withParts(condition.not)),
  ];
}
