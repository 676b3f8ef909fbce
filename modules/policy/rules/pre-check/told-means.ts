import type { AppliedStandard, Reason } from '../../schema.ts';
import { type CountedIncome, isWithin, testMeans } from '../means.ts';
import type { PreCheckAnswers } from './answers.ts';
import type { LawDiagram } from './law-diagram.ts';
import type { Line } from './lines.ts';
import { truthOf } from './reasons.ts';

/** What can be said of means from what was told. */
export interface ToldMeans {
  /** Lines that may apply, one for each residence still possible. */
  readonly standards: readonly (AppliedStandard & { readonly residence: Line['residence'] })[];
  /** Present when the line and the income counted are both known. */
  readonly reason?: Reason;
  /** The income counted, a head and year, cut to whole fen. */
  readonly perHead?: number;
  /** The income lies so near the line that a rough figure settles nothing. */
  readonly near: boolean;
  /** Income counted above the line: false within it, undefined while either is not known. */
  readonly above?: boolean;
}

/**
 * How far from the line a roughly told income must lie before it is called likely or unlikely: a tenth where the figure is confirmed, a
 * quarter where it is not (待核实). The centre counts exactly; a person who checks themselves does not.
 */
const margin = { verified: [9, 10, 11], unverified: [3, 4, 5] } as const;

export function meansTold(law: LawDiagram, possible: readonly number[], answers: PreCheckAnswers): ToldMeans {
  const lines = law.lines.filter(({ test }) => truthOf(test, possible) !== false);
  const counted = incomeTold(law, possible, answers);
  const [anchor] = law.met.meansTest;
  const results = lines.map((line) => {
    const { row, multiplier } = line;
    if (anchor === undefined) throw new RangeError('no means test on file');
    const result = testMeans(counted ?? { income: 0, people: 1 }, row, multiplier, {
      key: anchor.reason.rule,
      met: anchor.reason,
    });
    return { line, result, verified: row.verified && multiplier.verified };
  });
  const standards = new Map(
    results.map(({ line: { residence }, result, verified }) => [
      `${residence}/${result.standard.threshold}`,
      { ...result.standard, verified, residence },
    ]),
  );
  const [only] = results;
  const settled = results.length === 1 && counted !== undefined && only !== undefined;
  return {
    standards: [...standards.values()],
    near: counted !== undefined && results.some(({ line, verified }) => isNear(counted, line, verified)),
    ...(counted === undefined ? {} : { perHead: Math.floor(counted.income / counted.people) }),
    ...(settled ? { reason: only.result.reason, above: !only.result.withinStandard } : {}),
  };
}

/** The income that counts, where it is known whose that is and how much. */
function incomeTold(
  { ownIncomeOnly }: LawDiagram,
  possible: readonly number[],
  { members, annualIncome, applicantAnnualIncome: own }: PreCheckAnswers,
): CountedIncome | undefined {
  const ownOnly = truthOf(ownIncomeOnly, possible);
  if (ownOnly === true) return own === undefined ? undefined : { income: own, people: 1 };
  if (ownOnly === undefined || members === undefined || annualIncome === undefined) return undefined;
  return { income: annualIncome, people: members };
}

function isNear(counted: CountedIncome, { row, multiplier }: Line, verified: boolean): boolean {
  const [low, one, high] = verified ? margin.verified : margin.unverified;
  const [up, down] = multiplier.fraction;
  const within = (part: number): boolean => isWithin(counted, row.perCapitaAnnual, [up * part, down * one]);
  return within(high) && !within(low);
}
