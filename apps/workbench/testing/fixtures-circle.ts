import { tinyGraph } from '../../../modules/circle/testing/tiny-graph.ts';
import { tilesOf } from '../../../modules/circle/tiles/make-tiles.ts';
import { weightOf } from '../../../modules/circle/tiles/road-weight.ts';
import type {
  AreaCoverage,
  CircleQuestion,
  CircleRun,
  CircleRunRow,
  CircleStation,
  CircleView,
  CircleVillage,
  Isochrones,
  NetworkChange,
  Place,
  Positions,
  RoadLines,
  RoadsOnFile,
  SitingAsked,
  StationPlan,
  TeamAsked,
  TeamPlan,
  WayTaken,
} from '../src/api/circle.ts';
import { id } from './fixtures.ts';

/*
 * A small schematic city: five county seats, twelve villages around each, roads invented. The answers are reckoned from these roads, so
 * that a closed station, another band or a moved point changes them as it would.
 */

interface Village extends Place {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
  readonly people: number | null;
}

const seats = [
  { code: '530502', name: '隆阳区', lon: 99.17, lat: 25.11, towns: ['芒宽', '潞江', '瓦窑'] },
  { code: '530521', name: '施甸县', lon: 99.18, lat: 24.73, towns: ['由旺', '姚关', '摆榔'] },
  { code: '530523', name: '龙陵县', lon: 98.69, lat: 24.59, towns: ['镇安', '勐糯', '木城'] },
  { code: '530524', name: '昌宁县', lon: 99.61, lat: 24.83, towns: ['漭水', '耈街', '珠街'] },
  { code: '530581', name: '腾冲市', lon: 98.49, lat: 25.02, towns: ['界头', '曲石', '猴桥'] },
] as const;
const villageNames = '大田坝老营沙坝平场新寨河湾石头寨龙洞青岗坪马鹿塘小河边打郎坪';

/** Always the same: a Lehmer generator. */
function dice(): () => number {
  let state = 20261124;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const roll = dice();
const villages: readonly Village[] = seats.flatMap((seat, s) =>
  Array.from({ length: 12 }, (_, v) => {
    const town = seat.towns[v % 3] ?? '';
    const turn = 2 * Math.PI * ((v % 3) / 3 + roll() * 0.22) + s;
    const far = 0.05 + 0.055 * Math.floor(v / 3) + 0.03 * roll();
    return {
      code: `${seat.code}1${String(v % 3).padStart(2, '0')}2${String(v).padStart(2, '0')}`,
      name: `${villageNames.slice((v * 3) % 24, ((v * 3) % 24) + 2)}${v % 5 === 0 ? '社区' : '村'}`,
      township: `${town}${v % 3 === 0 ? '镇' : '乡'}`,
      county: seat.name,
      lon: seat.lon + far * Math.cos(turn) * 1.1,
      lat: seat.lat + far * Math.sin(turn),
      people: v % 7 === 4 ? null : Math.round(400 + 5200 * roll() ** 2),
    };
  }),
);

const stationsToday: readonly (CircleStation & { readonly free: boolean })[] = [
  ...seats.map((seat, n) => ({
    id: id(9500 + n),
    name: `${seat.name}法律援助中心`,
    tenant: seat.code,
    kind: 'centre',
    lon: seat.lon,
    lat: seat.lat,
    free: true,
  })),
  ...seats.flatMap((seat, n) =>
    [3, 4].map((v, k) => {
      const at = villages[n * 12 + v] as Village;
      return {
        id: id(9600 + 2 * n + k),
        name: `${at.township}司法所工作站`,
        tenant: seat.code,
        kind: 'townshipStation',
        lon: at.lon,
        lat: at.lat,
        free: k === 0,
      };
    }),
  ),
].map((station) => ({ ...station, schematic: true, change: 'stays' as const }));

type Node = number;
const nodes: readonly Place[] = [...seats, ...villages];
interface Edge {
  readonly a: Node;
  readonly b: Node;
  readonly class: string;
  readonly name: string;
  readonly line: readonly (readonly [number, number])[];
  readonly km: number;
  readonly minutes: number;
}

const between = (a: Place, b: Place): number =>
  Math.hypot((a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180), (a.lat - b.lat) * 111.2);

function edge(a: Node, b: Node, roadClass: string, name: string, kmh: number, bends: number): Edge {
  const [from, to] = [nodes[a] as Place, nodes[b] as Place];
  const line = Array.from({ length: 9 }, (_, n) => {
    const along = n / 8;
    const sway = Math.sin(along * Math.PI * 3) * Math.sin(along * Math.PI) * bends;
    return [
      round(from.lon + (to.lon - from.lon) * along - (to.lat - from.lat) * sway),
      round(from.lat + (to.lat - from.lat) * along + (to.lon - from.lon) * sway),
    ] as const;
  });
  const km = between(from, to) * (1 + 2 * bends);
  return { a, b, class: roadClass, name, line, km, minutes: (km / kmh) * 60 };
}

const round = (n: number): number => Math.round(n * 1e5) / 1e5;

const edges: readonly Edge[] = [
  edge(0, 1, 'trunk', '保施高速', 80, 0.05),
  edge(0, 3, 'trunk', '保昌高速', 80, 0.07),
  edge(0, 4, 'motorway', '保腾高速', 80, 0.12),
  edge(1, 2, 'secondary', '施孟公路', 45, 0.2),
  edge(2, 4, 'secondary', '腾龙公路', 45, 0.18),
  ...seats.flatMap((seat, s) =>
    Array.from({ length: 12 }, (_, v) => {
      const node = 5 + s * 12 + v;
      return v < 3
        ? edge(s, node, 'tertiary', `${seat.name.slice(0, 2)}${seat.towns[v]}公路`, 35, 0.22)
        : edge(node - 3, node, 'unclassified', v % 2 === 0 ? '' : `${seat.towns[v % 3]}通村路`, 22, 0.3);
    }),
  ),
  // The last village of 腾冲 lies on no road: nothing reaches it.
].slice(0, -1);

export const roadsOnFile: RoadsOnFile = {
  checksum: '5a1e0c37',
  schematic: true,
  profile: { name: 'drive', title: { zh: '开车', en: 'By car' } },
  verified: false,
  source: { name: '演示城市示意路网', dataAt: '2026-11-24' },
  box: { west: 98.1, south: 24.2, east: 99.95, north: 25.5 },
};

export const roadLines: RoadLines = {
  type: 'FeatureCollection',
  features: edges.map((one) => ({
    type: 'Feature',
    properties: { weight: weightOf(one.class) },
    geometry: { type: 'LineString', coordinates: one.line.map(([lon, lat]) => [lon, lat]) },
  })),
};

/** The same roads as the program itself makes tiles of them. */
export const roadTiles: Uint8Array = tilesOf(
  tinyGraph({
    points: Object.fromEntries(edges.flatMap(({ line }, e) => line.map((place, n) => [pointAt(e, n), place] as const))),
    roads: edges.map((one, e) => ({
      points: one.line.map((_, n) => pointAt(e, n)),
      roadClass: one.class,
      name: one.name,
    })),
  }),
);

/** Roads meet at their ends alone. */
function pointAt(e: number, n: number): string {
  const one = edges[e] as Edge;
  return n === 0 ? `node ${one.a}` : n === one.line.length - 1 ? `node ${one.b}` : `edge ${e}, ${n}`;
}

interface Reached {
  readonly minutes: number;
  readonly onFoot: number;
  readonly station: string;
  /** The edge towards the station. */
  readonly by: Edge | undefined;
}

/** From every node to the nearest station, at a share of the usual speed. */
function reachOf(stations: readonly CircleStation[], speed = 1): ReadonlyMap<Node, Reached> {
  const found = new Map<Node, Reached>();
  const waiting: (Reached & { readonly node: Node })[] = stations.map((station) => {
    const node = nodes.reduce(
      (best, place, n) => (between(place, station) < between(nodes[best] as Place, station) ? n : best),
      0,
    );
    const onFoot = (between(nodes[node] as Place, station) / 4) * 60;
    return { node, minutes: onFoot, onFoot, station: station.id, by: undefined };
  });
  while (waiting.length > 0) {
    waiting.sort((a, b) => b.minutes - a.minutes);
    const next = waiting.pop();
    if (next === undefined || found.has(next.node)) continue;
    found.set(next.node, next);
    for (const one of edges) {
      const other = one.a === next.node ? one.b : one.b === next.node ? one.a : undefined;
      if (other !== undefined && !found.has(other))
        waiting.push({ ...next, node: other, minutes: next.minutes + one.minutes / speed, by: one });
    }
  }
  return found;
}

function stationsOf({ change, barrierFree, service, at }: CircleQuestion) {
  const { close, move, open, hours }: NetworkChange = change ?? { close: [], move: [], open: [], hours: [] };
  const all: CircleStation[] = [
    ...stationsToday.map(({ free: _, ...station }) => {
      const to = move.find(({ id: moved }) => moved === station.id);
      if (close.includes(station.id)) return { ...station, change: 'closed' as const };
      if (to !== undefined) return { ...station, lon: to.lon, lat: to.lat, change: 'moved' as const };
      return hours.some(({ id: timed }) => timed === station.id) ? { ...station, change: 'hours' as const } : station;
    }),
    ...open.map((one, n) => ({
      ...one,
      id: id(9900 + n),
      kind: 'otherStation',
      schematic: true,
      change: 'new' as const,
    })),
  ];
  const isOpen = (other: NetworkChange['hours'][number] | undefined): boolean =>
    other === undefined ||
    at === undefined ||
    (other.days.includes(((new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) &&
      other.span.from <= at.slice(11) &&
      at.slice(11) < other.span.to);
  const night = at !== undefined && (at.slice(11) < '09:00' || at.slice(11) >= '17:00');
  const counting = all.filter(
    (station) =>
      station.change !== 'closed' &&
      (!barrierFree || stationsToday.find(({ id: own }) => own === station.id)?.free !== false) &&
      (service !== 'decision' || station.kind === 'centre') &&
      (!night || station.kind === 'centre') &&
      isOpen(hours.find(({ id: timed }) => timed === station.id)),
  );
  return { all, counting };
}

export interface AskedWay {
  readonly village: string;
  readonly question: CircleQuestion;
}

interface Timed {
  readonly village: Village;
  readonly reached: Reached | undefined;
}

const timed = (stations: readonly CircleStation[], speed = 1): readonly Timed[] => {
  const reach = reachOf(stations, speed);
  // Every door is some way from the road.
  return villages.map((village, v) => {
    const there = reach.get(5 + v);
    const walk = 2 + (v % 4) * 1.5;
    return {
      village,
      reached: there && { ...there, minutes: there.minutes + walk, onFoot: there.onFoot + walk },
    };
  });
};

function coverage(code: string, name: string, of: readonly Timed[], bands: readonly number[]): AreaCoverage {
  const counted = of.filter(({ village }) => village.people !== null);
  const people = (those: readonly Timed[]): number =>
    those.reduce((sum, { village }) => sum + (village.people ?? 0), 0);
  const whole = people(counted);
  const reached = counted.filter((one) => one.reached !== undefined);
  // Older people live a little farther out.
  const older = ({ village }: Timed): number =>
    Math.round((village.people ?? 0) * ((village.people ?? 0) > 2000 ? 0.16 : 0.3));
  const sum = (those: readonly Timed[]): number => those.reduce((total, one) => total + older(one), 0);
  return {
    code,
    name,
    places: of.length,
    people: whole,
    uncounted: of.length - counted.length,
    bands: bands.map((minutes) => {
      const within = of.filter((one) => one.reached !== undefined && one.reached.minutes <= minutes);
      return {
        minutes,
        people: people(within),
        share: whole === 0 ? null : people(within) / whole,
        places: within.length,
      };
    }),
    meanMinutes:
      people(reached) === 0
        ? null
        : tenth(
            reached.reduce((sum, { village, reached: by }) => sum + (village.people ?? 0) * (by?.minutes ?? 0), 0) /
              people(reached),
          ),
    groups: [
      {
        group: 'older',
        people: sum(counted),
        bands: bands.map((minutes) => {
          const within = sum(counted.filter((one) => one.reached !== undefined && one.reached.minutes <= minutes));
          return { minutes, people: within, share: sum(counted) === 0 ? null : within / sum(counted) };
        }),
      },
    ],
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

export function circleView(question: CircleQuestion): CircleView {
  const { all, counting } = stationsOf(question);
  const { change, ...asItIs } = question;
  const then = timed(counting);
  const today = change === undefined ? undefined : timed(stationsOf(asItIs).counting);
  const { bands } = question;
  const last = bands.at(-1) ?? 60;
  const share = (speed: number, minutes: number): number | null =>
    coverage('', '', timed(counting, speed), [minutes]).bands[0]?.share ?? null;
  const areas = (key: (village: Village) => string, name: (village: Village) => string): readonly AreaCoverage[] =>
    [...new Set(villages.map(key))].map((code) => {
      const own = then.filter(({ village }) => key(village) === code);
      return coverage(code, name((own[0] as Timed).village), own, bands);
    });
  return {
    roads: roadsOnFile,
    whole: coverage('530500', '保山市', then, bands),
    counties: areas(
      ({ code }) => code.slice(0, 6),
      ({ county }) => county,
    ),
    townships: areas(
      ({ code }) => code.slice(0, 9),
      ({ township }) => township,
    ),
    villages: then.map(
      ({ village, reached }, n): CircleVillage => ({
        ...village,
        schematic: true,
        minutes: reached === undefined ? null : tenth(reached.minutes),
        onFoot: reached === undefined ? null : reached.onFoot / reached.minutes,
        station: reached?.station ?? null,
        // The village that lies on no road has a bus.
        ...(question.bus && reached === undefined
          ? {
              minutes: 42,
              station: counting[0]?.id ?? null,
              bus: {
                leave: '08:10',
                arrive: '08:42',
                rides: [{ line: '猴桥班车', from: '村口', depart: '08:15', to: '县城', arrive: '08:40' }],
              },
            }
          : {}),
        ...(today === undefined
          ? {}
          : { minutesToday: today[n]?.reached === undefined ? null : tenth(today[n].reached.minutes) }),
      }),
    ),
    stations: all,
    sensitivity: [
      { speed: 0.8, minutes: last, share: share(0.8, last) },
      { speed: 1.2, minutes: last, share: share(1.2, last) },
      { speed: 1, minutes: last - 5, share: share(1, last - 5) },
      { speed: 1, minutes: last + 5, share: share(1, last + 5) },
    ],
    ...(today === undefined ? {} : { today: coverage('530500', '保山市', today, bands) }),
  };
}

/** Discs around the stations: areas to look at, not measured ones. */
export function circleIsochrones(question: CircleQuestion): Isochrones {
  const { counting } = stationsOf(question);
  return {
    type: 'FeatureCollection',
    features: question.bands.map((minutes) => {
      const km = minutes / 4.2;
      return {
        type: 'Feature',
        properties: { minutes, squareKm: Math.round(counting.length * Math.PI * km * km * 0.6) },
        geometry: {
          type: 'MultiPolygon',
          coordinates: counting.map(({ lon, lat }) => [
            Array.from({ length: 25 }, (_, n) => {
              const turn = (2 * Math.PI * (n % 24)) / 24;
              const far = (km / 111.2) * (1 + 0.2 * Math.sin(3 * turn + lon * 40));
              return [round(lon + far * Math.cos(turn) * 1.1), round(lat + far * Math.sin(turn))] as [number, number];
            }),
          ]),
        },
      };
    }),
  };
}

export function circleWay({ village: code, question }: AskedWay): WayTaken | undefined {
  const { counting } = stationsOf(question);
  const index = villages.findIndex((village) => village.code === code);
  const reach = reachOf(counting);
  let node = 5 + index;
  const there = reach.get(node);
  const village = villages[index];
  if (village === undefined || there === undefined) return undefined;
  const roads: { name: string; kilometres: number; minutes: number }[] = [];
  const line: (readonly [number, number])[] = [[village.lon, village.lat]];
  for (let by = there.by; by !== undefined; by = reach.get(node)?.by) {
    const forth = by.a === node;
    line.push(...(forth ? by.line : by.line.toReversed()));
    node = forth ? by.b : by.a;
    const before = roads.at(-1);
    if (before !== undefined && before.name === by.name) {
      before.kilometres += by.km;
      before.minutes += by.minutes;
    } else roads.push({ name: by.name, kilometres: by.km, minutes: by.minutes });
  }
  return {
    village: village.code,
    station: there.station,
    minutes: tenth(there.minutes + 2 + (index % 4) * 1.5),
    kilometres: tenth(roads.reduce((sum, road) => sum + road.kilometres, 0)),
    line,
    roads: roads.map(({ name, kilometres, minutes }) => ({
      name,
      kilometres: tenth(kilometres),
      minutes: tenth(minutes),
    })),
  };
}

/** The villages that are farthest off, one after another: greedy, hence never called proven. */
export function circlePlan({
  question,
  model,
  add,
  worstGroupFirst,
  alternatives = 1,
}: Pick<SitingAsked, 'question' | 'model' | 'add' | 'worstGroupFirst' | 'alternatives'>): StationPlan {
  const sites: StationPlan['sites'][number][] = [];
  const opened = (): CircleQuestion => ({
    ...question,
    change: {
      close: question.change?.close ?? [],
      move: question.change?.move ?? [],
      hours: question.change?.hours ?? [],
      open: [...(question.change?.open ?? []), ...sites.map(({ name, lon, lat }) => ({ name, lon, lat }))],
    },
  });
  for (let n = 0; n < add; n += 1) {
    const worst = circleView(opened())
      .villages.filter(({ minutes }) => minutes !== null)
      .toSorted((a, b) => (b.minutes ?? 0) * (b.people ?? 1) - (a.minutes ?? 0) * (a.people ?? 1))[0];
    if (worst !== undefined) sites.push({ code: worst.code, name: worst.name, lon: worst.lon, lat: worst.lat });
  }
  const others = villages.filter(({ code }) => !sites.some((site) => site.code === code)).slice(0, alternatives - 1);
  return {
    model,
    value: 41_230,
    alternatives: others.map(({ code, name, lon, lat }, n) => ({
      sites: [...sites.slice(1), { code, name, lon, lat }],
      value: 41_230 - 310 * (n + 1),
    })),
    status: 'feasible',
    gap: 0.031,
    seconds: 2.4,
    sites,
    ...(worstGroupFirst && {
      worstGroup: { group: 'older', measure: 'share', value: 0.7312, bound: 0.7344, gap: 0.0044 } as const,
    }),
    view: circleView(opened()),
  };
}

/** A team's days: the villages beyond the bound, three a day; the last of them too far for any. */
export function teamPlan({ question, base: from, beyond, teams, starts, from: first }: TeamAsked): TeamPlan {
  const view = circleView(question);
  const base = view.stations.find(({ id: own }) => own === from) ?? (view.stations[0] as CircleStation);
  const wanted = view.villages
    .filter(({ minutes }) => minutes === null || minutes > beyond)
    .map(({ code, name, township, county, lon, lat, people }) => ({ code, name, township, county, lon, lat, people }));
  const [visited, tooFar] = [wanted.slice(0, -1), wanted.slice(-1)];
  const date = (n: number): string =>
    new Date(Date.parse(`${first}T00:00:00Z`) + Math.floor(n / teams) * 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    base: { id: base.id, name: base.name, lon: base.lon, lat: base.lat },
    villages: visited.length,
    tooFar,
    days: Array.from({ length: Math.ceil(visited.length / 3) }, (_, n) => ({
      date: date(n),
      team: (n % teams) + 1,
      starts,
      returns: '16:40',
      stops: visited.slice(3 * n, 3 * n + 3).map((village, k) => ({
        ...village,
        arrives: ['09:20', '11:05', '14:10'][k] as string,
        leaves: ['10:20', '12:05', '15:10'][k] as string,
      })),
    })),
    travelMinutes: 1210,
    boundMinutes: 1102,
    fewestDays: Math.ceil(visited.length / 4),
    calendarKnown: false,
  };
}

/** A reckoning as it is kept; the newer of two was made after two stations had closed. */
function keptRun(n: number, name: string, keptAt: string, question: CircleQuestion, more: object = {}): CircleRun {
  const view = circleView(question);
  const print = JSON.stringify(question.change ?? {}).length;
  return {
    tenant: '530500',
    id: id(9700 + n),
    name,
    keptAt,
    keptBy: id(9000),
    keptByName: '杨文斌',
    roads: view.roads,
    question,
    costs: null,
    prints: {
      graph: view.roads.checksum,
      profile: 'drive',
      question: JSON.stringify(question.bands),
      stations: `stations ${print} ${n}`,
      places: 'places',
      people: 'people',
    },
    whole: view.whole,
    counties: view.counties,
    townships: view.townships,
    sensitivity: view.sensitivity,
    stations: view.stations.map((one) => ({ id: one.id, name: one.name, lon: one.lon, lat: one.lat })),
    villages: view.villages.map((village) => ({
      code: village.code,
      name: village.name,
      township: village.township,
      county: village.county,
      lon: village.lon,
      lat: village.lat,
      people: village.people,
      groups: {},
      deciseconds: village.minutes === null ? null : Math.round(village.minutes * 600),
      onFoot: 0,
      station: village.station,
    })),
    ...more,
  };
}

const asToday: CircleQuestion = { bands: [15, 30, 60], barrierFree: false };
const withFewer = (...names: readonly string[]): CircleRun['whole'] =>
  circleView({
    ...asToday,
    change: {
      close: stationsToday.filter(({ name }) => names.some((part) => name.includes(part))).map((one) => one.id),
      move: [],
      open: [],
      hours: [],
    },
  }).whole;

/** Kept over three years, the newest first, as the interface lists them. */
export const keptRuns: readonly CircleRun[] = [
  keptRun(4, '关昌宁中心会怎样', '2026-11-20T02:00:00.000Z', {
    ...asToday,
    change: { close: [id(9503)], move: [], open: [], hours: [] },
  }),
  keptRun(3, '2026年全市', '2026-11-02T02:00:00.000Z', asToday),
  keptRun(2, '2025年全市', '2025-10-30T02:00:00.000Z', asToday, { whole: withFewer('姚关', '勐糯') }),
  keptRun(1, '2024年全市', '2024-11-01T02:00:00.000Z', asToday, {
    whole: withFewer('姚关', '勐糯', '由旺', '漭水', '界头'),
    prints: {
      graph: '0ld90a75',
      profile: 'drive',
      question: JSON.stringify(asToday.bands),
      stations: 'older',
      places: 'places',
      people: 'people',
    },
    roads: { ...roadsOnFile, checksum: '01d90a75' },
  }),
];

export const keptRows: readonly CircleRunRow[] = keptRuns.map(
  ({ counties: _, townships: __, sensitivity: ___, stations: ____, villages: _____, ...row }) => row,
);

/** What was set by hand: one that stands, one that was taken back; and a village that stands nowhere. */
export const positions: Positions = {
  set: [
    {
      tenant: '530521',
      id: id(9801),
      subject: 'region',
      subjectId: villages[12]?.code ?? '',
      name: `施甸县由旺镇${villages[12]?.name}`,
      setAt: '2026-11-20T02:00:00.000Z',
      setByName: '王丽',
      source: 'map',
      given: { lon: 99.18, lat: 24.78, crs: 'WGS84' },
      moved: true,
      undoneAt: null,
      undoneByName: null,
    },
    {
      tenant: '530521',
      id: id(9802),
      subject: 'region',
      subjectId: villages[13]?.code ?? '',
      name: `施甸县姚关乡${villages[13]?.name}`,
      setAt: '2026-11-18T02:00:00.000Z',
      setByName: '王丽',
      source: 'coordinates',
      given: { lon: 99.21, lat: 24.66, crs: 'GCJ02' },
      moved: false,
      undoneAt: '2026-11-19T02:00:00.000Z',
      undoneByName: '李文',
    },
  ],
  unplaced: [{ code: '530521100299', name: '施甸县由旺镇新村' }],
};
