import { describe, expect, it } from 'vitest';
import { eastMetres as m, type TinyMap, tinyGraph } from '../testing/tiny-graph.ts';
import { openNetwork, type Place } from './network.ts';
import { unreached } from './search.ts';

/** Seconds from a place to the nearest of the sites, and which that is. */
function trip(map: TinyMap, from: Place, to: readonly Place[]) {
  const network = openNetwork(tinyGraph(map));
  const reach = network.timesTo(to.map((place) => network.snap(place))).from(network.snap(from));
  return { site: reach.site, deciseconds: reach.deciseconds, onFoot: reach.onFoot };
}

const at = (east: number, north = 0): Place => ({ lon: m(east), lat: m(north) });
/** A straight road of a kilometre: 36 km/h, a metre a decisecond. */
const straight: TinyMap = { points: { a: [0, 0], b: [m(1000), 0] }, roads: [{ points: ['a', 'b'] }] };

describe('from door to door', () => {
  it('counts the road between two places on one road', () => {
    expect(trip(straight, at(200), [at(700)]).deciseconds).toBe(500);
    expect(trip(straight, at(700), [at(200)]).deciseconds).toBe(500);
  });

  it('takes no time where village and point stand at one place', () => {
    expect(trip(straight, at(300), [at(300)])).toEqual({ site: 0, deciseconds: 0, onFoot: 0 });
  });

  it('goes around where a oneway road forbids the short way: travel is from the village to the point', () => {
    const ring: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(1000), m(1000)], d: [0, m(1000)] },
      roads: [{ points: ['a', 'b', 'c', 'd', 'a'], oneway: true, roadClass: 'tertiary' }],
    };
    expect(trip(ring, at(200), [at(700)]).deciseconds).toBe(500);
    expect(trip(ring, at(700), [at(200)]).deciseconds).toBe(3500);
  });

  it('of two points at one junction takes the first, always', () => {
    expect(trip(straight, at(200), [at(1000), at(1000)])).toEqual({ site: 0, deciseconds: 800, onFoot: 0 });
    expect(trip(straight, at(200), [at(0), at(1000), at(0)]).site).toBe(0);
  });

  it('reaches nothing where there is no point, or none on the roads', () => {
    const nowhere = { site: undefined, deciseconds: unreached, onFoot: 0 };
    expect(trip(straight, at(200), [])).toEqual(nowhere);
    expect(trip(straight, at(200), [at(0, 90_000)])).toEqual(nowhere);
    // A village beyond the whole graph.
    expect(trip(straight, at(500_000), [at(700)])).toEqual(nowhere);
  });

  it('walks between door and road at both ends, and says how much of the time that is', () => {
    // 90 m and 45 m straight, 1.3 times that on the path, at 4.5 km/h.
    const reach = trip(straight, at(200, 90), [at(700, -45)]);
    expect(reach.onFoot).toBe(936 + 468);
    expect(reach.deciseconds).toBe(500 + 936 + 468);
  });

  it('does not know a village farther from any road than the profile walks', () => {
    expect(trip(straight, at(200, 5100), [at(700)])).toEqual({ site: undefined, deciseconds: unreached, onFoot: 0 });
  });

  it('counts a village 3 km off the road with its walk', () => {
    expect(trip(straight, at(500, 3000), [at(500)])).toEqual({ site: 0, deciseconds: 31_200, onFoot: 31_200 });
  });

  it('reaches no point from another island, and says so', () => {
    const islands: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(9000), 0], d: [m(9900), 0] },
      roads: [{ points: ['a', 'b'] }, { points: ['c', 'd'] }],
    };
    expect(trip(islands, at(9500), [at(500)]).deciseconds).toBe(unreached);
  });

  it('leaves a scrap of road that joins nothing for the network beside it', () => {
    const scrap: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(400), m(100)], d: [m(500), m(100)] },
      roads: [{ points: ['a', 'b'] }, { points: ['c', 'd'] }],
    };
    const network = openNetwork(tinyGraph(scrap));
    const snap = network.snap(at(450, 90));
    expect(snap?.metres).toBeCloseTo(90, 1);
    expect(snap?.inCore).toBe(true);
  });

  it('never joins a motorway between its junctions', () => {
    const both: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [0, m(200)], d: [m(1000), m(200)] },
      roads: [
        { points: ['a', 'b'], roadClass: 'motorway' },
        { points: ['c', 'd'] },
        { points: ['a', 'c'] },
        { points: ['b', 'd'] },
      ],
    };
    const network = openNetwork(tinyGraph(both));
    expect(network.snap(at(500, 10))?.metres).toBeCloseTo(190, 1);
  });

  it('takes the turn that is allowed where the short one is banned', () => {
    //   c
    //   |
    // a-b-d   no turn from a–b into b–c: out to d and back
    const cross: Omit<TinyMap, 'turns'> = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(1000), m(1000)], d: [m(1500), 0] },
      roads: [{ points: ['a', 'b'] }, { points: ['b', 'c'] }, { points: ['b', 'd'] }],
    };
    const [from, to] = [at(0), [at(1000, 1000)]];
    expect(trip(cross, from, to).deciseconds).toBe(2000);
    expect(trip({ ...cross, turns: [{ kind: 'no', from: 0, via: 'b', to: 1 }] }, from, to).deciseconds).toBe(3000);
    expect(trip({ ...cross, turns: [{ kind: 'only', from: 0, via: 'b', to: 2 }] }, from, to).deciseconds).toBe(3000);
    // A point at the junction itself is reached whatever turn is banned there.
    expect(trip({ ...cross, turns: [{ kind: 'no', from: 0, via: 'b', to: 1 }] }, from, [at(1000)]).deciseconds).toBe(
      1000,
    );
  });

  it('honours a banned turn into the road that the point stands on', () => {
    const map: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(1000), m(1000)], d: [m(1500), 0] },
      roads: [{ points: ['a', 'b'] }, { points: ['b', 'c'] }, { points: ['b', 'd'] }],
      turns: [{ kind: 'no', from: 0, via: 'b', to: 1 }],
    };
    expect(trip(map, at(0), [at(1000, 400)]).deciseconds).toBe(1000 + 1000 + 400);
  });

  it('adds arcs longer than 6,553 s without losing a second', () => {
    const far: TinyMap = {
      points: { z: [m(-1000), 0], a: [0, 0], b: [m(9000), 0], c: [m(10_000), 0] },
      roads: [
        { points: ['z', 'a'] },
        { points: ['a', 'b'], duration: 7200, roadClass: 'ferry' },
        { points: ['b', 'c'] },
      ],
    };
    expect(trip(far, at(-1000), [at(10_000)]).deciseconds).toBe(74_000);
  });

  it('goes across the antimeridian by the short way', () => {
    const pacific: TinyMap = { points: { a: [179.999, 0], b: [-179.999, 0] }, roads: [{ points: ['a', 'b'] }] };
    const reach = trip(pacific, { lon: 179.9995, lat: 0 }, [{ lon: -179.9995, lat: 0 }]);
    expect(reach.deciseconds).toBe(Math.round(111_195.08 * 0.001));
  });

  it('gives two points at one place to the first, and none where there are none', () => {
    expect(trip(straight, at(0), [at(500), at(500)]).site).toBe(0);
    expect(trip(straight, at(0), []).site).toBeUndefined();
  });

  it('takes the faster of two roads between the same junctions, and a road of no length at no cost', () => {
    const twice: TinyMap = {
      points: { a: [0, 0], b: [m(1000), 0], c: [m(1000), 0] },
      roads: [{ points: ['a', 'b'] }, { points: ['a', 'b'], kmH: 72 }, { points: ['b', 'c'] }],
    };
    expect(trip(twice, at(0), [at(1000)]).deciseconds).toBe(500);
  });
});
