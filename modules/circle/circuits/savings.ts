import { type Circuit, type CircuitProblem, hoursOf } from './circuit-problem.ts';

/**
 * Clarke & Wright's savings (1964), parallel form: begin with a day for each place; join the end of one day to the beginning
 * of another where that saves most, d(i, base) + d(base, j) − d(i, j), as long as the day holds both.
 * Every place must fit a day of its own.
 */
export function bySavings(problem: CircuitProblem): Circuit[] {
  const { places, travel } = problem;
  const n = places + 1;
  const savings: { readonly from: number; readonly to: number; readonly saved: number }[] = [];
  for (let from = 1; from <= places; from += 1)
    for (let to = 1; to <= places; to += 1) {
      if (from === to) continue;
      const saved = (travel[from * n] as number) + (travel[to] as number) - (travel[from * n + to] as number);
      if (saved > 0) savings.push({ from, to, saved });
    }
  savings.sort((a, b) => b.saved - a.saved || a.from - b.from || a.to - b.to);

  const circuitOf: number[][] = Array.from({ length: n }, (_, place) => [place]);
  for (const { from, to } of savings) {
    const [first, second] = [circuitOf[from] as number[], circuitOf[to] as number[]];
    if (first === second || first.at(-1) !== from || second[0] !== to) continue;
    const joined = [...first, ...second];
    if (hoursOf(problem, joined) > problem.day) continue;
    for (const place of joined) circuitOf[place] = joined;
  }
  return [...new Set(circuitOf.slice(1))];
}
