import { type Read, wrong } from '../input/read.ts';
import { allShortestPaths } from './shortest-paths.ts';

/** The p-median instance of an OR-Library file (Beasley 1990). */
export interface OrlibInstance {
  readonly nodes: number;
  readonly p: number;
  /** Shortest path between every two nodes, Infinity where there is none. */
  readonly travel: Float64Array;
}

/** Read "n m p" and m edges "from to length". Where an edge repeats, the last one wins. */
export function readOrlib(text: string): Read<OrlibInstance> {
  const numbers = numbersIn(text);
  const [nodes = Number.NaN, edges = Number.NaN, p = Number.NaN] = numbers;
  if (![nodes, edges, p].every((n) => Number.isInteger(n) && n >= 0) || nodes < 1)
    return wrong('/orlib', 'header', '首行应为“点数 边数 p”', 'the first line must be "nodes edges p", whole numbers');
  if (nodes > 6000) return wrong('/orlib', 'tooLarge', '点数超过 6000', 'more than 6000 nodes');
  if (numbers.length !== 3 + 3 * edges)
    return wrong(
      '/orlib',
      'truncated',
      `应有 ${edges} 条边，文件有 ${(numbers.length - 3) / 3}`,
      `${edges} edges are announced, the file holds ${(numbers.length - 3) / 3}`,
    );
  const lengths = new Map<number, number>();
  for (let k = 0, at = 3; k < edges; k += 1, at += 3) {
    const [a, b, length] = numbers.slice(at, at + 3) as [number, number, number];
    const inside = [a, b].every((n) => Number.isInteger(n) && n >= 1 && n <= nodes);
    if (!inside || !(length >= 0) || !Number.isInteger(length))
      return wrong(
        '/orlib',
        'edge',
        `第 ${k + 1} 条边有误`,
        `edge ${k + 1} must be two nodes and a whole length of 0 or more`,
      );
    lengths.set((Math.min(a, b) - 1) * nodes + Math.max(a, b) - 1, length);
  }
  return { ok: true, value: { nodes, p, travel: allShortestPaths(nodes, lengths) } };
}

/** Points in the plane and their weights. */
export interface PlanarInstance {
  readonly points: readonly (readonly [number, number])[];
  readonly weights: readonly number[];
  /** Euclidean distances, at `[candidate * points + point]`. */
  readonly travel: Float64Array;
}

/** Read a count and "x y" lines, and one weight a line. */
export function readPlanar(pointsText: string, weightsText: string): Read<PlanarInstance> {
  const [count = Number.NaN, ...xy] = numbersIn(pointsText);
  if (!Number.isInteger(count) || count < 1 || xy.length !== 2 * count || xy.some((n) => !Number.isFinite(n)))
    return wrong('/points', 'format', '应为点数，然后每行“x y”', 'must be a count and then as many "x y" lines');
  if (count > 6000) return wrong('/points', 'tooLarge', '点数超过 6000', 'more than 6000 points');
  const weights = numbersIn(weightsText);
  if (weights.length !== count)
    return wrong(
      '/weights',
      'length',
      `应有 ${count} 个权重，文件有 ${weights.length}`,
      `${count} weights are needed, the file holds ${weights.length}`,
    );
  const at = weights.findIndex((w) => !(w >= 0) || !Number.isFinite(w));
  if (at >= 0)
    return wrong(`/weights/${at}`, 'negative', `第 ${at + 1} 个权重须不小于 0`, `weight ${at + 1} must be 0 or more`);
  const points = weights.map((_, k): [number, number] => [xy[2 * k] as number, xy[2 * k + 1] as number]);
  const travel = new Float64Array(count * count);
  points.forEach(([x, y], j) => {
    points.forEach(([x2, y2], i) => {
      travel[j * count + i] = Math.hypot(x - x2, y - y2);
    });
  });
  return { ok: true, value: { points, weights, travel } };
}

function numbersIn(text: string): number[] {
  const words = text.replace(/^\uFEFF/, '').trim();
  return words === '' ? [] : words.split(/\s+/).map(Number);
}
