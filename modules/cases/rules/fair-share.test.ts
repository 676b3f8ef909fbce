import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairShares, type ShareFacts } from './fair-share.ts';

/** Give `n` cases one after another to whoever's turn it is. */
function play(
  weights: readonly number[],
  n: number,
  each?: (counts: readonly number[], given: number) => void,
): number[] {
  const counts = weights.map(() => 0);
  for (let given = 1; given <= n; given++) {
    const pool: ShareFacts[] = weights.map((weight, i) => ({
      id: String(i).padStart(3, '0'),
      weight,
      count: counts[i] ?? 0,
    }));
    const next = Number(fairShares(pool)[0]?.id);
    counts[next] = (counts[next] ?? 0) + 1;
    each?.(counts, given);
  }
  return counts;
}

/** How far the one farthest from the ideal share stands from it, in cases. */
function farthest(weights: readonly number[], counts: readonly number[], given: number): number {
  const sum = weights.reduce((a, b) => a + b, 0);
  return Math.max(...counts.map((count, i) => Math.abs(count - (given * (weights[i] ?? 0)) / sum)));
}

describe('whose turn it is', () => {
  test('with equal shares the cases go round', () => {
    expect(play([1, 1, 1], 9)).toEqual([3, 3, 3]);
  });

  test('a double share gets twice as many', () => {
    expect(play([2, 1, 1], 40)).toEqual([20, 10, 10]);
  });

  test('a share of nothing gets nothing while others have one', () => {
    expect(play([0, 1, 1], 20)).toEqual([0, 10, 10]);
  });

  test('after every single case, everybody is less than one case from the ideal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 25 }), (weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        let far = 0;
        play(weights, Math.min(3 * sum, 200), (counts, given) => {
          far = Math.max(far, farthest(weights, counts, given));
        });
        expect(far).toBeLessThan(1);
      }),
      { numRuns: 60 },
    );
  });

  test('weights with which the largest deficit first would drift beyond one case', () => {
    const weights = [4, 1, 1, 31, 31, 1];
    let far = 0;
    play(weights, 276, (counts, given) => {
      far = Math.max(far, farthest(weights, counts, given));
    });
    expect(far).toBeLessThan(1);
  });

  test('those equally far behind stand equally, whoever comes first', () => {
    const shares = fairShares([
      { id: 'a', weight: 1, count: 3 },
      { id: 'b', weight: 1, count: 3 },
      { id: 'c', weight: 1, count: 5 },
    ]);
    expect(shares.map((s) => s.behind)).toEqual([1, 1, -1]);
  });
});
