import { epochDayOf, localDateOfEpochDay } from '../../../../../kernel/calendar/index.ts';
import type { Facts } from '../../../schema.ts';
import type { Diagram } from '../diagram.ts';
import type { FactName, FactValue } from '../facts.ts';
import type { LawDiagram } from '../law-diagram.ts';

/** Values of some facts, and two values of one more fact between which the result changes. */
export interface Witness {
  readonly others: readonly (readonly [fact: number, value: number])[];
  readonly between: readonly [number, number];
}

/** Two cases that differ in one fact and in their result, read off a diagram; undefined where the fact changes nothing. */
export function witnessOf(diagram: Diagram<string>, fact: number): Witness | undefined {
  if (diagram.children === undefined) return undefined;
  const children = diagram.children.flatMap((child, value) => (child === undefined ? [] : [{ child, value }]));
  if (diagram.fact !== fact) {
    for (const { child, value } of children) {
      const found = witnessOf(child, fact);
      if (found !== undefined) return { ...found, others: [[diagram.fact, value], ...found.others] };
    }
    return undefined;
  }
  const [first, ...rest] = children;
  const other = rest.find(({ child }) => child !== first?.child);
  if (first === undefined || other === undefined) return undefined;
  const others = apart(first.child, other.child);
  return others && { others, between: [first.value, other.value] };
}

/** Facts under which two diagrams give different results. */
function apart(a: Diagram<string>, b: Diagram<string>): Witness['others'] | undefined {
  if (a === b) return undefined;
  if (a.children === undefined && b.children === undefined) return a.value === b.value ? undefined : [];
  const top = (d: Diagram<string>): number => (d.children === undefined ? Number.POSITIVE_INFINITY : d.fact);
  const fact = Math.min(top(a), top(b));
  const at = (d: Diagram<string>, value: number): Diagram<string> | undefined =>
    d.children !== undefined && d.fact === fact ? d.children[value] : d;
  const width = (top(a) === fact ? a : b).children?.length ?? 0;
  for (let value = 0; value < width; value += 1) {
    const [left, right] = [at(a, value), at(b, value)];
    const found = left === undefined || right === undefined ? undefined : apart(left, right);
    if (found !== undefined) return [[fact, value], ...found];
  }
  return undefined;
}

/** The same case with one fact otherwise. */
export function withFact(facts: Facts, law: LawDiagram, place: number, value: number): Facts {
  const fact = law.facts.facts[place];
  if (fact === undefined) throw new RangeError(`no fact ${place}`);
  const told = fact.values[value] as FactValue;
  return changed(facts, law, fact.name, told);
}

function changed(facts: Facts, law: LawDiagram, name: FactName, value: FactValue): Facts {
  const { matter, applicant } = facts;
  const household = facts.household ?? { members: 1, annualIncome: 0, applicantAnnualIncome: 0 };
  const [kind, code] = name.split('.');
  const without = <T extends string>(list: readonly T[] | undefined): T[] =>
    [...(list ?? [])].filter((one) => one !== code);
  if (kind === 'group') {
    const groups = without(applicant.groups);
    return { ...facts, applicant: { ...applicant, groups: value === true ? [...groups, code as 'minor'] : groups } };
  }
  if (kind === 'impairment') {
    const rest = without(applicant.impairments);
    return { ...facts, applicant: { ...applicant, impairments: value === true ? [...rest, code as 'sight'] : rest } };
  }
  switch (name) {
    case 'region':
      return { ...facts, region: String(value) };
    case 'class': {
      const criminal = matter.criminal ?? { stage: 'investigation', role: 'victim', hasDefender: false };
      const { criminal: _, ...civil } = matter;
      return {
        ...facts,
        matter:
          value === 'criminal' ? { ...matter, class: 'criminal', criminal } : { ...civil, class: value as 'civil' },
      };
    }
    case 'cause': {
      const { cause: _, ...rest } = matter;
      return { ...facts, matter: value === 'none' ? rest : { ...rest, cause: value as 'other' } };
    }
    case 'age': {
      // The first of January of that year of life, well within the band.
      const birthDate = localDateOfEpochDay(epochDayOf(facts.receivedOn) - Math.ceil((Number(value) + 0.5) * 365.25));
      return { ...facts, applicant: { ...applicant, birthDate } };
    }
    case 'residence':
      return { ...facts, applicant: { ...applicant, residence: value as 'urban' } };
    case 'noFixedLivelihood':
      return { ...facts, applicant: { ...applicant, noFixedLivelihood: value === true } };
    case 'opponentInHousehold':
      return { ...facts, household: { ...household, opponentInHousehold: value === true } };
    case 'householdIncome':
      return { ...facts, household: { ...household, members: 1, annualIncome: incomeAbove(law, Number(value)) } };
    case 'ownIncome':
      return { ...facts, household: { ...household, applicantAnnualIncome: incomeAbove(law, Number(value)) } };
    default: {
      if (matter.criminal === undefined) return facts;
      const { [name as 'inAbsentia']: _, ...rest } = matter.criminal;
      const criminal = value === 'none' ? rest : { ...rest, [name]: value };
      return { ...facts, matter: { ...matter, criminal: criminal as typeof rest } };
    }
  }
}

/** The least income a head that lies above so many of the hardship lines. */
function incomeAbove({ heights }: LawDiagram, lines: number): number {
  const line = heights[lines - 1];
  if (line === undefined) return 0;
  const [up, down] = line.multiplier.fraction;
  return Math.floor((line.row.perCapitaAnnual * up) / down) + 1;
}
