import type { Milp } from './highs.ts';
import { isWithin, type Limits, mayAdd, use, usedBy } from './limits.ts';

/** Open the fewest candidates so that each row has one of its own open. */
export interface CoverProblem {
  readonly candidates: number;
  /** For each place to be reached, the candidates that reach it; none empty. */
  readonly rows: readonly (readonly number[])[];
  readonly limits: Limits;
}

export interface CoverAnswer {
  /** Undefined when no set within the limits was found. */
  readonly open?: readonly number[];
  readonly bound: number;
  readonly isProven: boolean;
  /** Proven that no set within the limits reaches every row. */
  readonly isInfeasible?: boolean;
}

/**
 * Location set covering (Toregas, Swain, ReVelle & Bergman 1971): reductions, a greedy set, rows that share no candidate as a
 * first bound, and HiGHS on what is left.
 */
export function solveCover(cover: CoverProblem, milp: Milp, seconds: number): CoverAnswer {
  const { rows, columns } = reduce(cover);
  const greedy = greedyCover(cover, rows, columns);
  const packed = packing(rows);
  if (greedy !== undefined && greedy.length === packed) return { open: greedy, bound: packed, isProven: true };
  const answer = milp(coverModel(cover, rows, columns), { seconds, gap: 0.999 });
  if (answer.status === 'infeasible') return { bound: packed, isProven: true, isInfeasible: true };
  if (answer.status === 'unfinished') return { ...(greedy && { open: greedy }), bound: packed, isProven: false };
  const open = columns.filter((j) => answer.valueOf(`y${j}`) > 0.5);
  return { open, bound: open.length, isProven: true };
}

/**
 * A row is dropped when another asks for more (its candidates are among the row's); a candidate when another of the same
 * county and no higher price reaches all that it does. In turns until nothing changes.
 */
function reduce({ candidates, rows: given, limits }: CoverProblem): { rows: number[][]; columns: number[] } {
  let rows = given.map((row) => [...row]);
  let columns = Array.from({ length: candidates }, (_, j) => j);
  for (;;) {
    const before = rows.length + columns.length;
    rows = undominated(rows, (a, b) => a.length <= b.length && isSubset(a, b));
    const reach = new Map<number, number[]>(columns.map((j) => [j, []]));
    rows.forEach((row, r) => {
      for (const j of row) reach.get(j)?.push(r);
    });
    const kept = undominated(
      columns.filter((j) => (reach.get(j)?.length ?? 0) > 0),
      (a, b) =>
        limits.counties?.of[a] === limits.counties?.of[b] &&
        (limits.budget?.price[a] ?? 0) <= (limits.budget?.price[b] ?? 0) &&
        isSubset(reach.get(b) ?? [], reach.get(a) ?? []),
    );
    const stays = new Set(kept);
    columns = kept;
    rows = rows.map((row) => row.filter((j) => stays.has(j)));
    if (rows.length + columns.length === before) return { rows, columns };
  }
}

/** Those that no other makes needless; of two that do so to each other the earlier stays. */
function undominated<T>(all: readonly T[], makesNeedless: (a: T, b: T) => boolean): T[] {
  const out = new Set<number>();
  for (let b = 0; b < all.length; b += 1)
    for (let a = 0; a < all.length && !out.has(b); a += 1)
      if (a !== b && !out.has(a) && makesNeedless(all[a] as T, all[b] as T)) out.add(b);
  return all.filter((_, k) => !out.has(k));
}

/** Both in rising order. */
function isSubset(small: readonly number[], large: readonly number[]): boolean {
  if (small.length > large.length) return false;
  let k = 0;
  for (const x of small) {
    while (k < large.length && (large[k] as number) < x) k += 1;
    if (large[k] !== x) return false;
    k += 1;
  }
  return true;
}

function greedyCover({ limits }: CoverProblem, rows: readonly number[][], columns: readonly number[]) {
  const open: number[] = [];
  const used = usedBy(limits, []);
  let left = rows;
  while (left.length > 0) {
    const reached = new Map<number, number>();
    for (const row of left) for (const j of row) reached.set(j, (reached.get(j) ?? 0) + 1);
    let best: number | undefined;
    for (const j of columns)
      if (mayAdd(limits, used, j) && (reached.get(j) ?? 0) > (best === undefined ? 0 : (reached.get(best) ?? 0)))
        best = j;
    if (best === undefined) return undefined;
    const chosen = best;
    open.push(chosen);
    use(limits, used, chosen, 1);
    left = left.filter((row) => !row.includes(chosen));
  }
  // What later choices made needless is closed again, the earliest first.
  for (const j of [...open]) {
    const others = new Set(open.filter((other) => other !== j));
    if (rows.every((row) => row.some((x) => others.has(x)))) open.splice(open.indexOf(j), 1);
  }
  return isWithin(limits, usedBy(limits, open)) ? open : undefined;
}

/** Rows without a common candidate, shortest first: each needs a site of its own. */
function packing(rows: readonly number[][]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const row of [...rows].sort((a, b) => a.length - b.length)) {
    if (row.some((j) => taken.has(j))) continue;
    for (const j of row) taken.add(j);
    count += 1;
  }
  return count;
}

function coverModel({ limits }: CoverProblem, rows: readonly number[][], columns: readonly number[]): string {
  const sum = (of: readonly number[]): string => of.map((j) => `y${j}`).join(' + ');
  const lines = ['Minimize', ` sites: ${sum(columns)}`, 'Subject To'];
  rows.forEach((row, r) => {
    lines.push(` reach${r}: ${sum(row)} >= 1`);
  });
  lines.push(` count: ${sum(columns)} <= ${limits.count}`);
  limits.counties?.most.forEach((most, c) => {
    const here = columns.filter((j) => limits.counties?.of[j] === c);
    if (here.length > most) lines.push(` county${c}: ${sum(here)} <= ${most}`);
  });
  const { budget } = limits;
  if (budget) lines.push(` budget: ${columns.map((j) => `${budget.price[j]} y${j}`).join(' + ')} <= ${budget.most}`);
  lines.push('Binary', ...columns.map((j) => ` y${j}`), 'End');
  return lines.join('\n');
}
