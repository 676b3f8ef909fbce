import {
  causes,
  criminalRoles,
  criminalStages,
  type Group,
  groups,
  type Impairment,
  impairments,
  matterClasses,
  notifyingOrgans,
  residences,
} from '../../schema.ts';

/** Everything an outcome may turn on, each as a choice between a few values. The order is that of the diagrams, not of the questions. */
export type FactName =
  | 'region'
  | 'class'
  | 'cause'
  | 'role'
  | 'hasDefender'
  | 'stage'
  | 'lifeOrDeathPossible'
  | 'inAbsentia'
  | 'summaryOrFastTrack'
  | 'notifiedBy'
  | 'needsPreservation'
  | 'daysToExpiry'
  | 'daysToHearing'
  | 'age'
  | `impairment.${Impairment}`
  | `group.${Group}`
  | 'noFixedLivelihood'
  | 'residence'
  | 'opponentInHousehold'
  | 'householdIncome'
  | 'ownIncome';

/** One value of a fact. Of a number it is the least of a band: `18` in ages is "18 and over, below the next". */
export type FactValue = string | number | boolean;

export interface Fact {
  readonly name: FactName;
  readonly values: readonly FactValue[];
}

/** The facts with their values: which bands of numbers there are depends on the law and its standards. */
export interface FactBook {
  readonly facts: readonly Fact[];
  /** Place of a fact in the order. */
  indexOf(name: FactName): number;
  at(name: FactName): Fact;
  /** Bit of a value; 0 for a value that the fact does not have. */
  bitOf(name: FactName, value: FactValue): number;
}

export interface Bands {
  readonly regions: readonly string[];
  /** Ages, and days to an end or a hearing, at which some rule changes its mind. */
  readonly ages: readonly number[];
  readonly daysToExpiry: readonly number[];
  readonly daysToHearing: readonly number[];
  /** Number of different hardship lines: an income lies above none, one or more of them. */
  readonly lines: number;
}

/** A cause that nobody named; only a criminal matter has that. */
export const noCause = 'none';
const yesNo = [false, true] as const;
const from = (least: number, thresholds: readonly number[]): readonly number[] =>
  [...new Set([least, ...thresholds])].sort((a, b) => a - b);

export function factBook({ regions, ages, daysToExpiry, daysToHearing, lines }: Bands): FactBook {
  const steps = Array.from({ length: lines + 1 }, (_, above) => above);
  const flag = (name: FactName): Fact => ({ name, values: yesNo });
  const facts: readonly Fact[] = [
    { name: 'region', values: regions },
    { name: 'class', values: matterClasses },
    { name: 'cause', values: [...causes, noCause] },
    { name: 'role', values: criminalRoles },
    flag('hasDefender'),
    { name: 'stage', values: criminalStages },
    flag('lifeOrDeathPossible'),
    flag('inAbsentia'),
    flag('summaryOrFastTrack'),
    { name: 'notifiedBy', values: [...notifyingOrgans, 'none'] },
    flag('needsPreservation'),
    { name: 'daysToExpiry', values: from(-1, [0, ...daysToExpiry]) },
    { name: 'daysToHearing', values: from(-1, [0, ...daysToHearing]) },
    { name: 'age', values: from(0, ages) },
    ...impairments.map((impairment) => flag(`impairment.${impairment}`)),
    ...groups.map((group) => flag(`group.${group}`)),
    flag('noFixedLivelihood'),
    { name: 'residence', values: residences },
    flag('opponentInHousehold'),
    { name: 'householdIncome', values: steps },
    { name: 'ownIncome', values: steps },
  ];
  const places = new Map(facts.map(({ name }, at) => [name, at]));
  const at = (name: FactName): Fact => {
    const fact = facts[places.get(name) ?? -1];
    if (fact === undefined) throw new RangeError(`no fact ${name}`);
    return fact;
  };
  return {
    facts,
    at,
    indexOf: (name) => facts.indexOf(at(name)),
    bitOf(name, value) {
      const place = at(name).values.indexOf(value);
      return place < 0 ? 0 : 1 << place;
    },
  };
}

/** The band that a number lies in: the greatest beginning that is not above it. */
export function bandOf(fact: Fact, number: number): number {
  return fact.values.reduce<number>((band, begins) => (Number(begins) <= number ? Number(begins) : band), -1);
}
