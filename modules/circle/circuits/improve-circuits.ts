import { type Circuit, type CircuitProblem, hoursOf, travelOf } from './circuit-problem.ts';

/** What one or two days become, and what is left of the travel. */
type Change = readonly [readonly number[], readonly number[]];

/**
 * Local search: as long as something helps, take the first change of one day or of two that saves travel and keeps the hours.
 * Within a day: a stretch turned round (2-opt; Croes 1958) and up to three places moved (Or-opt; Or 1976). Between two days:
 * places moved over, exchanged (Van Breedam 1994; Savelsbergh 1992), or the tails swapped (2-opt*; Potvin & Rousseau 1995).
 * @returns days of no more travel than those given
 */
export function improveCircuits(problem: CircuitProblem, given: readonly Circuit[]): Circuit[] {
  const circuits = given.map((circuit) => [...circuit]);
  for (let improved = true; improved; ) {
    improved = false;
    for (let a = 0; a < circuits.length; a += 1)
      for (let b = a; b < circuits.length; b += 1) {
        const found = firstBetter(problem, circuits[a] as number[], circuits[b] as number[], a === b);
        if (found === undefined) continue;
        circuits[a] = [...found[0]];
        if (a !== b) circuits[b] = [...found[1]];
        improved = true;
        b -= 1;
      }
    // A day that was emptied is a day saved.
    for (let k = circuits.length - 1; k >= 0; k -= 1) if (circuits[k]?.length === 0) circuits.splice(k, 1);
  }
  return circuits;
}

function firstBetter(
  problem: CircuitProblem,
  a: readonly number[],
  b: readonly number[],
  isSame: boolean,
): Change | undefined {
  const now = travelOf(problem, a) + (isSame ? 0 : travelOf(problem, b));
  const changes = isSame ? withinDay(a) : betweenDays(a, b);
  for (const [x, y] of changes) {
    if (travelOf(problem, x) + travelOf(problem, y) >= now) continue;
    if (hoursOf(problem, x) <= problem.day && hoursOf(problem, y) <= problem.day) return [x, y];
  }
  return undefined;
}

function* withinDay(day: readonly number[]): Generator<Change> {
  for (let from = 0; from < day.length; from += 1)
    for (let to = from + 2; to <= day.length; to += 1)
      yield [[...day.slice(0, from), ...day.slice(from, to).reverse(), ...day.slice(to)], []];
  for (let from = 0; from < day.length; from += 1)
    for (let size = 1; size <= 3 && from + size <= day.length; size += 1) {
      const moved = day.slice(from, from + size);
      const rest = [...day.slice(0, from), ...day.slice(from + size)];
      for (let at = 0; at <= rest.length; at += 1)
        if (at !== from) yield [[...rest.slice(0, at), ...moved, ...rest.slice(at)], []];
    }
}

function* betweenDays(a: readonly number[], b: readonly number[]): Generator<Change> {
  // A stretch of up to three goes over (or-opt, relocate) or changes places with one of the other day (exchange).
  for (let i = 0; i <= a.length; i += 1)
    for (let p = 0; p <= 3 && i + p <= a.length; p += 1)
      for (let j = 0; j <= b.length; j += 1)
        for (let q = 0; q <= 3 && j + q <= b.length; q += 1) {
          if (p + q === 0) continue;
          const [over, back] = [a.slice(i, i + p), b.slice(j, j + q)];
          yield [
            [...a.slice(0, i), ...back, ...a.slice(i + p)],
            [...b.slice(0, j), ...over, ...b.slice(j + q)],
          ];
        }
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1)
      yield [
        [...a.slice(0, i), ...b.slice(j)],
        [...b.slice(0, j), ...a.slice(i)],
      ];
}
