import type { MedianProblem } from './median-problem.ts';

/**
 * The candidates worth looking at: one that is nowhere cheaper than another of its county and no lower price is left out
 * (of two alike the earlier stays). Some best set has none of those left out. Reduces covering problems above all.
 */
export function undominated({ clients, candidates, costs, limits }: MedianProblem): number[] {
  const { counties, budget } = limits;
  const out = new Uint8Array(candidates);
  for (let a = 0; a < candidates; a += 1)
    for (let b = 0; b < candidates; b += 1) {
      if (a === b || out[b] === 1) continue;
      if (counties && counties.of[a] !== counties.of[b]) continue;
      if (budget && (budget.price[b] as number) > (budget.price[a] as number)) continue;
      if (isNowhereCheaper(costs, clients, a, b) && (a > b || !isAlike(costs, clients, a, b, budget?.price))) {
        out[a] = 1;
        break;
      }
    }
  const kept: number[] = [];
  for (let j = 0; j < candidates; j += 1) if (out[j] === 0) kept.push(j);
  return kept;
}

function isNowhereCheaper(costs: Float64Array, clients: number, a: number, b: number): boolean {
  for (let i = 0, x = a * clients, y = b * clients; i < clients; i += 1, x += 1, y += 1)
    if ((costs[x] as number) < (costs[y] as number)) return false;
  return true;
}

function isAlike(costs: Float64Array, clients: number, a: number, b: number, price?: Float64Array): boolean {
  return (price === undefined || price[a] === price[b]) && isNowhereCheaper(costs, clients, b, a);
}
