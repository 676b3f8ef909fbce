import { z } from 'zod';
import {
  causes,
  criminalRoles,
  criminalStages,
  groups,
  impairments,
  largestIncome,
  matterClasses,
  notifyingOrgans,
  residences,
} from '../../schema.ts';
import { bandOf, type FactName, type FactValue, noCause } from './facts.ts';
import type { LawDiagram } from './law-diagram.ts';
import { linesBelow } from './lines.ts';

const flags = <T extends string>(names: readonly T[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, z.boolean().optional()])) as Record<T, z.ZodOptional<z.ZodBoolean>>,
  );
const money = z.int().min(0).max(largestIncome);

/** What has been told so far. Everything may be absent; absent is "not asked yet", never "no". Money in fen a year. */
export const PreCheckAnswers = z.strictObject({
  /** The county or city whose centre is asked, of those the pre-check was opened for. */
  region: z.string().max(12).optional(),
  criminal: z.boolean().optional(),
  cause: z.enum([...causes, noCause]).optional(),
  /** It is one of these; which one is not told. */
  causes: z.array(z.enum(causes)).min(1).max(causes.length).optional(),
  role: z.enum(criminalRoles).optional(),
  stage: z.enum(criminalStages).optional(),
  hasDefender: z.boolean().optional(),
  lifeOrDeathPossible: z.boolean().optional(),
  inAbsentia: z.boolean().optional(),
  summaryOrFastTrack: z.boolean().optional(),
  notifiedBy: z.enum([...notifyingOrgans, 'none']).optional(),
  /** Full years; any age within the band that was chosen. */
  age: z.int().min(0).max(150).optional(),
  impairments: flags(impairments).optional(),
  groups: flags(groups).optional(),
  noFixedLivelihood: z.boolean().optional(),
  residence: z.enum(residences).optional(),
  opponentInHousehold: z.boolean().optional(),
  members: z.int().min(1).max(100).optional(),
  annualIncome: money.optional(),
  applicantAnnualIncome: money.optional(),
  /** Questions the person cannot answer, or would rather not: not asked again, and whatever turns on them stays open. */
  unsure: z.array(z.string().max(40)).max(40).optional(),
});
export type PreCheckAnswers = z.infer<typeof PreCheckAnswers>;

const plain = [
  'role',
  'stage',
  'hasDefender',
  'lifeOrDeathPossible',
  'inAbsentia',
  'summaryOrFastTrack',
  'notifiedBy',
  'noFixedLivelihood',
  'residence',
  'opponentInHousehold',
] as const;

/** The values that each fact may still have after these answers, one bit a value. */
export function possibleAfter(answers: PreCheckAnswers, { facts, heights, following }: LawDiagram): number[] {
  const possible = facts.facts.map(({ values }) => values.reduce<number>((mask, _, at) => mask | (1 << at), 0));
  const keep = (name: FactName, values: readonly FactValue[]): void => {
    const place = facts.indexOf(name);
    const mask = values.reduce<number>((bits, value) => bits | facts.bitOf(name, value), 0);
    // Answers that contradict each other, or a value that is not there, leave the fact as it was.
    possible[place] = (possible[place] ?? 0) & mask || (possible[place] ?? 0);
  };
  const told = (name: FactName, value: FactValue | undefined): void => {
    if (value !== undefined) keep(name, [value]);
  };

  told('region', answers.region);
  if (answers.criminal !== undefined)
    keep(
      'class',
      matterClasses.filter((c) => (c === 'criminal') === answers.criminal),
    );
  if (answers.criminal === false) keep('cause', causes);
  if (answers.causes !== undefined) keep('cause', answers.causes);
  told('cause', answers.cause);
  for (const name of plain) told(name, answers[name]);
  if (answers.age !== undefined) told('age', bandOf(facts.at('age'), answers.age));
  for (const impairment of impairments) told(`impairment.${impairment}`, answers.impairments?.[impairment]);
  for (const group of groups) {
    told(`group.${group}`, answers.groups?.[group]);
    // "Not a person with a disability" says of each impairment that the person has none, unless one was named.
    if (answers.groups?.[group] === false) for (const fact of following.get(group) ?? []) keep(fact, [false]);
  }
  const { members, annualIncome, applicantAnnualIncome: own } = answers;
  if (members !== undefined && annualIncome !== undefined) {
    told('householdIncome', linesBelow(heights, { income: annualIncome, people: members }));
  }
  if (own !== undefined) told('ownIncome', linesBelow(heights, { income: own, people: 1 }));
  return possible;
}
