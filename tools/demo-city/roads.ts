import { collectWays, judgeWay, loadProfile, type Profile, type RoadWays } from '../../modules/circle/index.ts';
import { childrenOf, type Position, type Register } from '../../modules/network/index.ts';
import { type LonLat, layGround } from './ground.ts';
import { type Random, randomFrom } from './random.ts';

/** Between which places the schematic expressways run, by code: 潞江 is where they meet. */
const expressways: readonly (readonly [string, string])[] = [
  ['530502', '530502106'],
  ['530502106', '530523'],
  ['530502106', '530581'],
  ['530502', '530521'],
  ['530502', '530524'],
];

/** County roads across county borders. Over the Nu gorge and the Gaoligong ridge there are few crossings. */
const crossings: readonly (readonly [string, string])[] = [
  ['530502', '530502106'],
  ['530502106', '530581'],
  ['530502106', '530523'],
  ['530502', '530521'],
  ['530502', '530524'],
  ['530521', '530524'],
  ['530521', '530523'],
];

interface Plan {
  readonly from: string;
  readonly to: string;
  readonly roadClass: string;
  readonly name: string;
  /** Length over the straight line. */
  readonly detour: number;
}

/** The roads of the demonstration city that `inventCity` invents by itself. */
export function demonstrationRoads(register: Register, seed = '法援圈'): RoadWays {
  const random = randomFrom(seed);
  return layRoads(register, layGround(register, random.fork('ground')), random.fork('roads'));
}

/**
 * Roads for the demonstration: invented, and marked so wherever they show. Every place of the ground is on them: expressways between
 * the seats, county roads between township seats, tracks to the villages, all as winding as mountains make them.
 */
export function layRoads(register: Register, ground: ReadonlyMap<string, Position>, random: Random): RoadWays {
  const profile = loadProfile('drive');
  const at = (code: string): LonLat => {
    const position = ground.get(code);
    if (position === undefined) throw new RangeError(`${code} has no position`);
    return [position.lon, position.lat];
  };
  const nameOf = new Map(register.regions.map(({ code, name }) => [code, name]));
  const called = (from: string, to: string, kind: string): string => `${nameOf.get(from)}—${nameOf.get(to)}${kind}`;
  const counties = register.regions.filter(({ level }) => level === 'county').map(({ code }) => code);
  const townships = (county: string): string[] => childrenOf(register, county).map(({ code }) => code);

  const plans: Plan[] = [
    ...expressways.map(([from, to]) => ({
      from,
      to,
      roadClass: 'motorway',
      name: called(from, to, '高速（示意）'),
      detour: 1.15,
    })),
    ...crossings.map(([from, to]) => ({
      from,
      to,
      roadClass: 'primary',
      name: called(from, to, '公路（示意）'),
      detour: 1.5 + 0.5 * random.fork(`crossing/${from}/${to}`).real(),
    })),
    ...counties.flatMap((county) =>
      joinUp([county, ...townships(county)], at, 1).map(
        ([from, to]): Plan => ({
          from,
          to,
          roadClass: 'secondary',
          name: called(from, to, '县道（示意）'),
          detour: 1.3 + 0.6 * random.fork(`county/${from}/${to}`).real(),
        }),
      ),
    ),
    ...counties.flatMap(townships).flatMap((township) =>
      joinUp([township, ...childrenOf(register, township).map(({ code }) => code)], at, 0).map(
        ([from, to]): Plan => ({
          from,
          to,
          roadClass: 'unclassified',
          name: called(from, to, '村道（示意）'),
          detour: 1.3 + 0.9 * random.fork(`track/${from}/${to}`).real(),
        }),
      ),
    ),
  ];
  return draw(plans, at, profile, random.fork('bends'));
}

/** How much of the way back to the seat counts when a place chooses whom to join: 0 makes long chains, 1 a star. */
const homeward = 0.1;

/**
 * A tree that joins all places to the first: each joins the one that is near and itself not far from the seat (between Prim's shortest
 * tree and Dijkstra's; Alpert et al., "Prim-Dijkstra tradeoffs", 1995). From each so many links more to its nearest neighbours, so that
 * not every road is the only one.
 */
function joinUp(codes: readonly string[], at: (code: string) => LonLat, more: number): (readonly [string, string])[] {
  const apart = (a: string, b: string): number => {
    const [[ax, ay], [bx, by]] = [at(a), at(b)];
    return Math.hypot((ax - bx) * 0.9, ay - by);
  };
  const [root, ...rest] = codes;
  if (root === undefined) return [];
  const home = new Map([[root, 0]]);
  const cost = (code: string, from: string): number => homeward * (home.get(from) ?? 0) + apart(code, from);
  const choice = new Map(rest.map((code) => [code, root]));
  const links: (readonly [string, string])[] = [];
  while (choice.size > 0) {
    let next: readonly [string, string] | undefined;
    for (const pair of choice) if (next === undefined || cost(...pair) < cost(...next)) next = pair;
    const [code, from] = next as readonly [string, string];
    links.push([from, code]);
    choice.delete(code);
    home.set(code, (home.get(from) ?? 0) + apart(code, from));
    for (const [other, chosen] of choice) if (cost(other, code) < cost(other, chosen)) choice.set(other, code);
  }
  const known = new Set(links.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]));
  for (const code of codes) {
    const near = codes.filter((other) => other !== code).sort((a, b) => apart(code, a) - apart(code, b));
    for (const other of near.slice(0, more)) {
      if (known.has(`${code}/${other}`)) continue;
      known.add(`${code}/${other}`).add(`${other}/${code}`);
      links.push([code, other]);
    }
  }
  return links;
}

function draw(plans: readonly Plan[], at: (code: string) => LonLat, profile: Profile, random: Random): RoadWays {
  const points: LonLat[] = [];
  const junctions = new Map<string, number>();
  const junction = (code: string): number => {
    const known = junctions.get(code);
    if (known !== undefined) return known;
    points.push(at(code));
    junctions.set(code, points.length - 1);
    return points.length - 1;
  };
  const collector = collectWays();
  for (const { from, to, roadClass, name, detour } of plans) {
    const verdict = judgeWay(
      new Map([
        ['highway', roadClass],
        ['name', name],
        // Both carriageways of a schematic expressway are one line.
        ['oneway', 'no'],
      ]),
      profile,
    );
    if (verdict === undefined) throw new RangeError(`the profile has no road of class ${roadClass}`);
    const [a, b] = [junction(from), junction(to)];
    const bends = bendsBetween(at(from), at(to), detour, random.fork(`${from}/${to}/${roadClass}`));
    const first = points.length;
    points.push(...bends);
    collector.add(verdict, [a, ...bends.map((_, n) => first + n), b]);
  }
  const { refs, ...ways } = collector.finish();
  return {
    ...ways,
    points: Int32Array.from(refs),
    lon: Int32Array.from(points, ([lon]) => Math.round(lon * 1e7)),
    lat: Int32Array.from(points, ([, lat]) => Math.round(lat * 1e7)),
    blocked: new Uint8Array(points.length),
    turns: [],
  };
}

/** Corners of a winding road: left and right of the straight line by turns, so far that the road is as long as the detour says. */
function bendsBetween([ax, ay]: LonLat, [bx, by]: LonLat, detour: number, random: Random): LonLat[] {
  const shrink = Math.cos((ay * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * shrink, by - ay];
  const length = Math.hypot(dx, dy);
  const corners = Math.max(1, Math.round(length / 0.012));
  const piece = length / (corners + 1);
  const [ux, uy] = length === 0 ? [0, 0] : [dx / length, dy / length];
  // From one side of the line to the other: a piece of the line is one leg of a right triangle whose long side is the road.
  const swing = (piece / 2) * Math.sqrt(detour * detour - 1);
  const side = random.chance(0.5) ? 1 : -1;
  return Array.from({ length: corners }, (_, n): LonLat => {
    const along = piece * (n + 1);
    const off = swing * side * (n % 2 === 0 ? 1 : -1) * (0.7 + 0.6 * random.real());
    return [ax + (along * ux - off * uy) / shrink, ay + along * uy + off * ux];
  });
}
