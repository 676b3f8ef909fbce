import fc from 'fast-check';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import { eastMetres, tinyGraph } from './tiny-graph.ts';

const place = fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -300, max: 2300 }));
/** Nine points in a square of two kilometres, roads between some of them, some oneway, some turns banned. */
const roads = fc.record({
  roads: fc
    .array(fc.record({ a: fc.nat(8), b: fc.nat(8), oneway: fc.boolean(), kmH: fc.integer({ min: 5, max: 90 }) }), {
      minLength: 3,
      maxLength: 20,
    })
    .map((all) => all.filter(({ a, b }) => a !== b))
    .filter(({ length }) => length > 0),
  turns: fc.array(fc.record({ from: fc.nat(19), to: fc.nat(19), via: fc.nat(8) }), { maxLength: 4 }),
});

/** A graph, and places around it in metres east and north. @param most places in each list */
export function randomGrids(most: number) {
  const places = fc.array(place, { minLength: 1, maxLength: most });
  return fc.record({ graph: roads.map(graphOf), from: places, to: places });
}

/** A place of {@link randomGrids} in degrees. */
export function placeOf([x, y]: readonly [number, number]): { readonly lon: number; readonly lat: number } {
  return { lon: eastMetres(x), lat: eastMetres(y) };
}

type Roads = typeof roads extends fc.Arbitrary<infer R> ? R : never;

function graphOf({ roads: all, turns }: Roads): RoadGraph {
  const name = (n: number): string => `p${n}`;
  return tinyGraph({
    points: Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [
        name(n),
        [eastMetres(1000 * (n % 3)), eastMetres(1000 * Math.floor(n / 3))] as const,
      ]),
    ),
    roads: all.map(({ a, b, oneway, kmH }, n) => ({ points: [name(a), name(b)], oneway, kmH, name: `r${n}` })),
    turns: turns
      .filter(({ from, to }) => from < all.length && to < all.length)
      .map(({ from, to, via }) => ({ kind: 'no' as const, from, to, via: name(via) })),
  });
}
