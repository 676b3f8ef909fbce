/** What may stand together: at most so many sites, so many in each county, so much money. */
export interface Limits {
  readonly count: number;
  readonly counties?: {
    /** The county of each candidate: an index into `most`. */
    readonly of: Int32Array;
    /** The most new sites in each county. */
    readonly most: Int32Array;
  };
  readonly budget?: {
    /** Price of each candidate, fen. */
    readonly price: Float64Array;
    /** Fen. */
    readonly most: number;
  };
}

/** What is decided of a candidate: 1 it opens, −1 it does not, 0 nothing yet. */
export type Fate = Int8Array;

/** What a set of open candidates has used up of the limits. */
export interface Used {
  count: number;
  money: number;
  readonly perCounty: Int32Array;
}

export function usedBy(limits: Limits, open: Iterable<number>): Used {
  const used: Used = { count: 0, money: 0, perCounty: new Int32Array(limits.counties?.most.length ?? 0) };
  for (const j of open) use(limits, used, j, 1);
  return used;
}

/** Count candidate j in (`sign` 1) or out (−1). */
export function use({ counties, budget }: Limits, used: Used, j: number, sign: 1 | -1): void {
  used.count += sign;
  if (budget) used.money += sign * (budget.price[j] as number);
  if (counties) {
    const c = counties.of[j] as number;
    used.perCounty[c] = (used.perCounty[c] as number) + sign;
  }
}

/** Whether the set is within the limits. */
export function isWithin(limits: Limits, used: Used): boolean {
  if (used.count > limits.count) return false;
  if (limits.budget && used.money > limits.budget.most) return false;
  return limits.counties?.most.every((most, c) => (used.perCounty[c] as number) <= most) ?? true;
}

/** Whether candidate j may open beside what is open. */
export function mayAdd(limits: Limits, used: Used, j: number): boolean {
  return used.count < limits.count && hasRoom(limits, used, j, -1);
}

/** Whether candidate j may open in the place of candidate `out`. */
export function maySwap(limits: Limits, used: Used, j: number, out: number): boolean {
  return hasRoom(limits, used, j, out);
}

function hasRoom({ counties, budget }: Limits, used: Used, j: number, out: number): boolean {
  if (budget) {
    const freed = out < 0 ? 0 : (budget.price[out] as number);
    if (used.money - freed + (budget.price[j] as number) > budget.most) return false;
  }
  if (counties) {
    const c = counties.of[j] as number;
    const freed = out >= 0 && counties.of[out] === c ? 1 : 0;
    if ((used.perCounty[c] as number) - freed >= (counties.most[c] as number)) return false;
  }
  return true;
}

/** The set of candidates that minimises Σ worth over the limits, or a lower bound on it where money is limited. */
export interface Choice {
  readonly value: number;
  readonly chosen: Uint8Array;
  /** By how much `value` would rise at least if this candidate's part in the choice were turned round. Never below zero. */
  readonly turning: Float64Array;
}

/**
 * Choose the candidates of least total worth (all worths ≤ 0) within the limits.
 *
 * The counts alone form a laminar matroid, so taking the cheapest that still fits is exact, and so is the price of turning one
 * round (one exchange along its circuit; Edmonds 1971). A budget is priced into the worth by one multiplier, found by
 * bisection: the Lagrangian bound of the knapsack row, never above the true minimum.
 */
export function choose(limits: Limits, worth: Float64Array, fate: Fate): Choice {
  if (!limits.budget && !limits.counties) return chooseByCount(limits.count, worth, fate);
  const { budget } = limits;
  if (!budget) return greedy(limits, worth, fate, 0).choice;
  let best = greedy(limits, worth, fate, 0);
  if (best.money <= budget.most) return best.choice;
  let low = 0;
  let high = 1;
  const unit = worth.reduce((most, w, j) => Math.max(most, -w / Math.max(1, budget.price[j] as number)), 0) || 1;
  high = unit * 2;
  for (let n = 0; n < 30; n += 1) {
    const lambda = (low + high) / 2;
    const tried = greedy(limits, worth, fate, lambda);
    if (tried.choice.value > best.choice.value) best = tried;
    if (tried.money > budget.most) low = lambda;
    else high = lambda;
  }
  return best.choice;
}

function chooseByCount(count: number, worth: Float64Array, fate: Fate): Choice {
  const chosen = new Uint8Array(worth.length);
  const free = new Float64Array(worth.length);
  let places = count;
  let value = 0;
  let length = 0;
  for (let j = 0; j < worth.length; j += 1) {
    const w = worth[j] as number;
    if (fate[j] === 1) {
      chosen[j] = 1;
      value += w;
      places -= 1;
    } else if (fate[j] === 0) free[length++] = w;
  }
  const sorted = free.subarray(0, length).sort();
  const taken = Math.max(0, Math.min(places, length));
  const last = taken > 0 ? (sorted[taken - 1] as number) : Number.NEGATIVE_INFINITY;
  const next = taken < length ? (sorted[taken] as number) : 0;
  let ties = taken;
  for (let k = 0; k < taken; k += 1) {
    value += sorted[k] as number;
    if ((sorted[k] as number) < last) ties -= 1;
  }
  const turning = new Float64Array(worth.length);
  for (let j = 0; j < worth.length; j += 1) {
    if (fate[j] !== 0) continue;
    const w = worth[j] as number;
    if (w < last || (w === last && ties-- > 0)) {
      chosen[j] = 1;
      turning[j] = next - w;
    } else turning[j] = taken < places ? 0 : taken > 0 ? w - last : Number.POSITIVE_INFINITY;
  }
  return { value, chosen, turning };
}

interface Greedy {
  readonly choice: Choice;
  readonly money: number;
}

function greedy(limits: Limits, worth: Float64Array, fate: Fate, lambda: number): Greedy {
  const { counties, budget } = limits;
  const size = worth.length;
  const priced = new Float64Array(size);
  for (let j = 0; j < size; j += 1) priced[j] = (worth[j] as number) + lambda * (budget?.price[j] ?? 0);
  const chosen = new Uint8Array(size);
  const inCounty = new Int32Array(counties?.most.length ?? 1);
  const county = (j: number): number => counties?.of[j] ?? 0;
  const most = (c: number): number => counties?.most[c] ?? Number.POSITIVE_INFINITY;
  let count = 0;
  let money = 0;
  let value = budget ? -lambda * budget.most : 0;
  const take = (j: number): void => {
    chosen[j] = 1;
    count += 1;
    money += budget?.price[j] ?? 0;
    value += priced[j] as number;
    inCounty[county(j)] = (inCounty[county(j)] as number) + 1;
  };
  const free: number[] = [];
  for (let j = 0; j < size; j += 1) {
    if (fate[j] === 1) take(j);
    else if (fate[j] === 0) free.push(j);
  }
  free.sort((a, b) => (priced[a] as number) - (priced[b] as number) || a - b);
  for (const j of free) {
    if (count >= limits.count || (priced[j] as number) >= 0) break;
    if ((inCounty[county(j)] as number) < most(county(j))) take(j);
  }

  // The price of an exchange: the dearest that could make room, the cheapest that could take its place.
  let dearest = Number.NEGATIVE_INFINITY;
  let cheapest = 0;
  const dearestIn = new Float64Array(inCounty.length).fill(Number.NEGATIVE_INFINITY);
  const cheapestIn = new Float64Array(inCounty.length);
  for (const j of free) {
    const [c, p] = [county(j), priced[j] as number];
    if (chosen[j] === 1) {
      dearest = Math.max(dearest, p);
      dearestIn[c] = Math.max(dearestIn[c] as number, p);
    } else {
      cheapestIn[c] = Math.min(cheapestIn[c] as number, p);
      if ((inCounty[c] as number) < most(c)) cheapest = Math.min(cheapest, p);
    }
  }
  const turning = new Float64Array(size);
  for (const j of free) {
    const [c, p] = [county(j), priced[j] as number];
    if (chosen[j] === 1) turning[j] = Math.max(0, Math.min(cheapest, cheapestIn[c] as number) - p);
    else if ((inCounty[c] as number) >= most(c)) turning[j] = Math.max(0, p - (dearestIn[c] as number));
    else if (count >= limits.count) turning[j] = Math.max(0, p - dearest);
    else turning[j] = Math.max(0, p);
  }
  return { choice: { value, chosen, turning }, money };
}
