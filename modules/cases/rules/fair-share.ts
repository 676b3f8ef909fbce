/** What the turn (轮派) knows of one handler. */
export interface ShareFacts {
  readonly id: string;
  /** 1 is an ordinary share, 2 a double one, 0 out of the turn. */
  readonly weight: number;
  /** Designations since the weights last changed; those declined or recalled are left out. */
  readonly count: number;
}

export interface Share {
  readonly id: string;
  readonly count: number;
  /** The share that weight alone would give by now, this case included. */
  readonly ideal: number;
  /** 0 for the one whose turn it is. */
  readonly turn: number;
  /**
   * How many cases behind the ideal one stands for the score: the deficits of the pool, largest first, dealt out in the order
   * of the turn. Nearly always one's own deficit; never against the turn.
   */
  readonly behind: number;
}

/**
 * Whose turn it is, first to last: the quota method (Balinski & Young 1975). Among those who have not yet reached their ideal
 * share of the cases so far and this one, the one with the largest weight per case comes next. Following it keeps everybody's
 * count less than one case from the ideal, always; "largest deficit first" does not (weights 4, 1, 1, 31, 31, 1 drift beyond one).
 * @param pool those who may act in this case
 */
export function fairShares(pool: readonly ShareFacts[]): readonly Share[] {
  const cases = pool.reduce((sum, h) => sum + h.count, 0) + 1;
  const weights = pool.reduce((sum, h) => sum + h.weight, 0);
  const judged = pool.map((h) => ({
    ...h,
    ideal: weights === 0 ? 0 : (cases * h.weight) / weights,
    // Exact in integers: count < cases × weight / weights.
    below: h.count * weights < cases * h.weight,
  }));
  const deficits = judged.map((h) => h.ideal - h.count).sort((a, b) => b - a);
  return judged
    .sort((a, b) => Number(b.below) - Number(a.below) || byWeightPerCase(a, b) || compare(a.id, b.id))
    .map(({ id, count, ideal }, turn) => ({ id, count, ideal, turn, behind: deficits[turn] ?? 0 }));
}

/** a.weight / (a.count + 1) against b's, larger first, without dividing. */
function byWeightPerCase(a: ShareFacts, b: ShareFacts): number {
  return b.weight * (a.count + 1) - a.weight * (b.count + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
