import { type Cause, causes, groups } from '../../schema.ts';
import type { Standing } from './choose-question.ts';
import { narrowed, resultsIn } from './diagram.ts';
import type { FactName, FactValue } from './facts.ts';
import { favourable, type LawDiagram } from './law-diagram.ts';
import { truthOf } from './reasons.ts';

/** One answer that would open the door if it were otherwise. */
export interface Change {
  readonly fact: FactName;
  readonly value: FactValue;
}

/** What may change, or may have been overlooked: papers that show membership, a livelihood lost, a defender given up, an income. */
const changeable: readonly Change[] = [
  ...groups.map((group): Change => ({ fact: `group.${group}`, value: true })),
  { fact: 'noFixedLivelihood', value: true },
  { fact: 'hasDefender', value: false },
  { fact: 'lifeOrDeathPossible', value: true },
  { fact: 'householdIncome', value: 0 },
  { fact: 'ownIncome', value: 0 },
];

/** The changes after which the outcome is favourable for sure, or may be where now it cannot. Only answers that were given are looked at. */
export function changesThatHelp(law: LawDiagram, { possible, outcome }: Standing): readonly Change[] {
  const mayBeNow = [...resultsIn(outcome)].some((result) => favourable.has(result));
  return changeable.filter(({ fact, value }) => {
    const place = law.facts.indexOf(fact);
    const now = possible[place] ?? -1;
    const bit = law.facts.bitOf(fact, value);
    const told = now !== 0 && (now & (now - 1)) === 0;
    if (!told || now === bit) return false;
    const changed = [...possible];
    changed[place] = bit;
    const then = [...resultsIn(narrowed(law.outcome, changed))];
    const sure = then.every((result) => favourable.has(result));
    return sure || (!mayBeNow && then.some((result) => favourable.has(result)));
  });
}

/** The causes that are within scope here and today for the matter as it was told. */
export function causesInScope(law: LawDiagram, possible: readonly number[]): readonly Cause[] {
  const place = law.facts.indexOf('cause');
  return causes.filter((cause) => {
    const named = [...possible];
    named[place] = law.facts.bitOf('cause', cause);
    return law.met.scope.some(({ test }) => truthOf(test, named) === true);
  });
}
