/** The first two scores of one case, in tenths, and whether they were of one grade. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly sameGrade: boolean;
}

/** How far reviewers agree. */
export interface Agreement {
  readonly pairs: number;
  readonly sameGrade: number;
  /** Mean distance in tenths of a point. */
  readonly meanGap: number;
  /** ICC(1,1) in hundredths; null where there are too few cases, or all scores are alike. */
  readonly icc: number | null;
}

/** Below so many cases the coefficient says nothing. */
export const fewestPairs = 5;

/**
 * 评审一致性 of the first two reviewers, who are others from case to case: the one-way random intraclass correlation ICC(1,1) of Shrout
 * and Fleiss (1979), (MSB − MSW) / (MSB + MSW) for two ratings, with MSB = 2 Σ(mᵢ − m)² / (n − 1) and MSW = Σ(aᵢ − bᵢ)² / 2n. 100: no
 * distance within a case; 0 or less: two reviewers of one case are no nearer to each other than to anybody else.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const n = pairs.length;
  const gaps = pairs.map(({ a, b }) => Math.abs(a - b));
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    pairs: n,
    sameGrade: pairs.filter(({ sameGrade }) => sameGrade).length,
    meanGap: n === 0 ? 0 : Math.round(sum(gaps) / n),
    icc: n < fewestPairs ? null : iccOf(pairs),
  };
}

function iccOf(pairs: readonly Pair[]): number | null {
  const n = pairs.length;
  const means = pairs.map(({ a, b }) => (a + b) / 2);
  const grand = means.reduce((all, m) => all + m, 0) / n;
  const between = (2 * means.reduce((all, m) => all + (m - grand) ** 2, 0)) / (n - 1);
  const within = pairs.reduce((all, { a, b }) => all + (a - b) ** 2, 0) / (2 * n);
  if (between + within === 0) return null;
  return Math.round((100 * (between - within)) / (between + within));
}
