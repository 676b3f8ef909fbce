import type { CircuitProblem } from './circuit-problem.ts';

export interface CircuitBound {
  /** No timetable has less travel, deciseconds. */
  readonly travel: number;
  /** No timetable has fewer days. */
  readonly days: number;
}

/**
 * Lower bounds. Two on travel, of which the larger holds:
 * - Taking the last way home from each day leaves a tree that spans base and places, so travel ≥ least spanning tree + the
 *   `days` cheapest ways home; places not met exactly twice are priced and the price is climbed (Held & Karp 1970;
 *   Christofides, Mingozzi & Toth 1981).
 * - A day whose farthest place is a round trip of R away travels at least R and works at most day − R, so each unit of its
 *   work bears at least R / (day − R) of travel: travel ≥ Σ workᵢ Rᵢ / (day − Rᵢ), and days ≥ Σ workᵢ / (day − Rᵢ)
 *   (after Haimovich & Rinnooy Kan 1985, with the hours in place of a load).
 * A tree arc costs the cheaper of its two ways. All is reckoned on shortest paths, so detours in the table do no harm.
 */
export function travelBound(given: CircuitProblem): CircuitBound {
  if (given.places === 0) return { travel: 0, days: 0 };
  const problem = { ...given, travel: shortestPaths(given) };
  const { places, work, day, travel } = problem;
  const n = places + 1;
  const workload = work.reduce((sum, w) => sum + w, 0);
  let radial = 0;
  let fewest = 0;
  for (let i = 1; i < n; i += 1) {
    const round = (travel[i] as number) + (travel[i * n] as number);
    const left = Math.max(1, day - round);
    radial += (round * (work[i] as number)) / left;
    fewest += (work[i] as number) / left;
  }
  let best = Math.ceil(radial - 1e-6);
  let days = Math.max(1, Math.ceil(fewest - 1e-9), Math.ceil((workload + best) / day));
  // More travel can mean more days, and more days more ways home.
  for (;;) {
    best = Math.max(best, Math.ceil(treeBound(problem, days) - 1e-6));
    const needed = Math.max(1, Math.ceil((workload + best) / day));
    if (needed <= days) return { travel: best, days };
    days = needed;
  }
}

function treeBound({ places, travel }: CircuitProblem, days: number): number {
  const n = places + 1;
  const price = new Float64Array(n);
  const degree = new Int32Array(n);
  let best = 0;
  let step = 0;
  let length = 1;
  for (let round = 0, idle = 0; round < 300 && length > 0.01; round += 1) {
    degree.fill(0);
    let value = spanningTree(n, travel, price, degree);
    const home: { readonly place: number; readonly cost: number }[] = [];
    for (let i = 1; i < n; i += 1) {
      home.push({ place: i, cost: (travel[i * n] as number) + (price[i] as number) });
      value -= 2 * (price[i] as number);
    }
    home.sort((a, b) => a.cost - b.cost);
    home.forEach(({ place, cost }, k) => {
      // At least so many days end with a way home; one more is taken only where its price makes it a gain.
      if (k >= days && cost >= 0) return;
      value += cost;
      degree[place] = (degree[place] as number) + 1;
    });
    idle += 1;
    if (value > best) {
      best = value;
      idle = 0;
    }
    if (idle > 15) {
      length /= 2;
      idle = 0;
    }
    let norm = 0;
    for (let i = 1; i < n; i += 1) norm += ((degree[i] as number) - 2) ** 2;
    if (norm === 0) break;
    step = (length * 0.05 * Math.max(best, 1)) / norm;
    for (let i = 1; i < n; i += 1) price[i] = (price[i] as number) + step * ((degree[i] as number) - 2);
  }
  return best;
}

/** Prim's least spanning tree over priced arcs. @returns its cost; counts the arcs at each node into `degree` */
function spanningTree(n: number, travel: Int32Array, price: Float64Array, degree: Int32Array): number {
  const cost = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n);
  const done = new Uint8Array(n);
  let sum = 0;
  cost[0] = 0;
  for (let k = 0; k < n; k += 1) {
    let next = -1;
    for (let i = 0; i < n; i += 1)
      if (done[i] === 0 && (next < 0 || (cost[i] as number) < (cost[next] as number))) next = i;
    done[next] = 1;
    sum += cost[next] as number;
    if (next > 0) {
      degree[next] = (degree[next] as number) + 1;
      degree[from[next] as number] = (degree[from[next] as number] as number) + 1;
    }
    for (let i = 1; i < n; i += 1) {
      if (done[i] === 1) continue;
      const way = Math.min(travel[next * n + i] as number, travel[i * n + next] as number);
      const c = way + (price[next] as number) + (price[i] as number);
      if (c < (cost[i] as number)) {
        cost[i] = c;
        from[i] = next;
      }
    }
  }
  return sum;
}

function shortestPaths({ places, travel }: CircuitProblem): Int32Array {
  const n = places + 1;
  const out = travel.slice();
  for (let k = 0; k < n; k += 1)
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) {
        const through = (out[i * n + k] as number) + (out[k * n + j] as number);
        if (through < (out[i * n + j] as number)) out[i * n + j] = through;
      }
  return out;
}
