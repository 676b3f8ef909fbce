import { type Choice, choose, type Fate } from './limits.ts';
import type { MedianProblem, Neighbours } from './median-problem.ts';

/**
 * The Lagrangian dual of the median problem: the rule "every client is served once" is priced by a multiplier per client
 * (Cornuéjols, Fisher & Nemhauser 1977; Beasley 1985). For any prices u
 *
 *   L(u) = Σ wᵢ uᵢ + min { Σ ρⱼ over sets within the limits },   ρⱼ = Σ wᵢ min(0, cᵢⱼ − uᵢ)
 *
 * is a lower bound, and the best one equals that of the linear relaxation. Only pairs with cᵢⱼ < uᵢ are touched, so one
 * evaluation takes far less than clients × candidates steps.
 */
export interface Prices {
  /** uᵢ, in the unit of the costs, at most the ceiling. */
  readonly u: Float64Array;
  /** L(u). */
  value: number;
}

export interface Climb {
  /** The best prices found; the start's own object. */
  readonly prices: Prices;
  /** How often each candidate was chosen, 0 to 1, lately counting most: an estimate of the relaxation's solution. */
  readonly share: Float64Array;
}

export interface ClimbOptions {
  /** Value that a bound must reach for the search to end here: at or above it nothing better can exist. */
  readonly target: () => number;
  /** Value of the best set known, finite: what the step length is taken from. */
  readonly aim: () => number;
  readonly rounds: number;
  /** First step length, as a share of Polyak's (best known − L) / |g|². */
  readonly step: number;
  /** Rounds without a better bound before the step is halved. */
  readonly patience: number;
  /** Called with each relaxed choice and its bound: to fix candidates and to start searches from. True ends the climb. */
  readonly look?: (choice: Choice, value: number, isBest: boolean) => boolean;
}

/**
 * Climb L by the subgradient method (Held, Wolfe & Crowder 1974) with the deflected direction of Camerini, Fratta &
 * Maffioli (1975).
 * @param prices the start; holds the best prices found on return
 * @param fate what is decided already; the bound then holds for the sets that agree with it
 */
export function climb(
  problem: MedianProblem,
  near: Neighbours,
  prices: Prices,
  fate: Fate,
  { target, aim, rounds, step, patience, look }: ClimbOptions,
): Climb {
  const { clients, candidates, weights, costs, ceiling, limits } = problem;
  const u = prices.u.slice();
  const worth = new Float64Array(candidates);
  const slope = new Float64Array(clients);
  const direction = new Float64Array(clients);
  const share = new Float64Array(candidates);
  let length = step;
  let idle = 0;
  prices.value = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    let value = worths(problem, near, u, worth);
    const choice = choose(limits, worth, fate);
    value += choice.value;
    const isBest = value > prices.value;
    if (isBest) {
      if (value > prices.value + 1e-4 * Math.abs(aim() - value)) idle = 0;
      prices.value = value;
      prices.u.set(u);
    }
    idle += 1;
    const weight = round === 0 ? 1 : 0.1;
    for (let j = 0; j < candidates; j += 1)
      share[j] = (share[j] as number) * (1 - weight) + weight * (choice.chosen[j] as number);
    if (look?.(choice, value, isBest) === true || prices.value >= target()) break;
    if (idle > patience) {
      length /= 2;
      idle = 0;
      if (length < 0.004) break;
      u.set(prices.u);
    }

    slope.fill(1);
    for (let j = 0; j < candidates; j += 1) {
      if (choice.chosen[j] !== 1) continue;
      for (let i = 0, at = j * clients; i < clients; i += 1, at += 1)
        if ((costs[at] as number) < (u[i] as number)) slope[i] = (slope[i] as number) - 1;
    }
    let along = 0;
    let norm = 0;
    for (let i = 0; i < clients; i += 1) {
      // At its ceiling a client may as well be served there: half-way slopes up are no slope.
      if ((slope[i] as number) > 0 && (u[i] as number) >= (ceiling[i] as number)) slope[i] = 0;
      along += (slope[i] as number) * (direction[i] as number);
      norm += (direction[i] as number) ** 2;
    }
    const deflect = along < 0 ? (-1.5 * along) / norm : 0;
    norm = 0;
    for (let i = 0; i < clients; i += 1) {
      direction[i] = (slope[i] as number) + deflect * (direction[i] as number);
      norm += (direction[i] as number) ** 2;
    }
    if (norm === 0) break;
    const t = (length * Math.max(aim() - value, 1e-6 * Math.abs(value))) / norm;
    for (let i = 0; i < clients; i += 1) {
      const floor = near.start[i] === near.start[i + 1] ? ceiling[i] : near.cost[near.start[i] as number];
      const moved = (u[i] as number) + (t * (direction[i] as number)) / (weights[i] as number);
      u[i] = Math.min(ceiling[i] as number, Math.max(floor as number, moved));
    }
  }
  return { prices, share };
}

/** ρ of every candidate, written to `worth`. @returns Σ wᵢ uᵢ */
function worths({ clients, weights }: MedianProblem, near: Neighbours, u: Float64Array, worth: Float64Array): number {
  const { start, candidate, cost } = near;
  worth.fill(0);
  let sum = 0;
  for (let i = 0; i < clients; i += 1) {
    const price = u[i] as number;
    const w = weights[i] as number;
    sum += w * price;
    const end = start[i + 1] as number;
    for (let k = start[i] as number; k < end; k += 1) {
      const c = cost[k] as number;
      if (c >= price) break;
      const j = candidate[k] as number;
      worth[j] = (worth[j] as number) + w * (c - price);
    }
  }
  return sum;
}
