import simplify from 'simplify-js';
import type { Drawing, Shape } from '../../documents/index.ts';
import type { RoadGraph } from '../roads/graph/road-graph.ts';
import type { CircleView } from '../schema.ts';
import { joinLines, type RoadLine } from '../tiles/join-lines.ts';

/** What the map of a report shows. */
export interface MapParts {
  readonly graph: RoadGraph;
  readonly view: CircleView;
  /** Ground within each band, degrees. */
  readonly ground: readonly {
    readonly minutes: number;
    readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
  }[];
}

const ink = '#1b2733';
const paper = '#fffdf8';
const qing = '#0b5563';
const zhu = '#b23a2a';
/** Viridis (matplotlib, CC0) from near to far, as on the desk. */
const ramp = ['#fde725', '#90d743', '#35b779', '#21918c', '#31688e', '#443983', '#440154'] as const;
const roadLooks = [
  { weight: 0.25, colour: '#c3bdb0' },
  { weight: 0.4, colour: '#b3aa98' },
  { weight: 0.8, colour: '#a2947a' },
  { weight: 1.3, colour: '#8a7550' },
] as const;
/** Lines that a page can hold before the least roads are left out. */
const mostLines = 8000;
const legendHeight = 34;

/** The city in one picture: roads, ground within the bands, villages by minutes and people, points; what is invented says so on it. */
export function drawMap(parts: MapParts): Drawing {
  const { view } = parts;
  const places = [...view.villages, ...view.stations];
  const lons = places.map(({ lon }) => lon);
  const ys = places.map(({ lat }) => mercator(lat));
  const box = { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...ys), north: Math.max(...ys) };
  const spanX = Math.max(1e-6, ((box.east - box.west) * Math.PI) / 180);
  const spanY = Math.max(1e-6, box.north - box.south);
  return {
    kind: 'drawing',
    alt: altOf(view),
    aspect: Math.min(1.15, Math.max(0.5, (spanY / spanX) * 1.02 + 0.06)),
    shapes: ({ width, height }) => {
      const margin = 12;
      const free = { width: width - 2 * margin, height: height - legendHeight - 2 * margin };
      const scale = Math.min(free.width / spanX, free.height / spanY);
      const middle = { x: width / 2, y: margin + free.height / 2 };
      const at = (lon: number, lat: number): readonly [number, number] => [
        middle.x + (((lon - (box.west + box.east) / 2) * Math.PI) / 180) * scale,
        middle.y - (mercator(lat) - (box.south + box.north) / 2) * scale,
      ];
      return [
        { kind: 'area', rings: [frame(width, height - legendHeight)], fill: paper },
        ...groundShapes(parts, at),
        ...roadShapes(parts.graph, at),
        ...villageShapes(view, at),
        ...stationShapes(view, at),
        ...countyNames(view, at),
        ...(view.roads.schematic
          ? [{ kind: 'text', at: [8, 14], text: '示意路网，非实测', size: 9, colour: zhu, strong: true } as const]
          : []),
        // What reaches beyond the map must not lie under the words.
        { kind: 'area', rings: [frame(width, legendHeight, height - legendHeight)], fill: '#ffffff' },
        ...legend(view, width, height),
      ];
    },
  };
}

type At = (lon: number, lat: number) => readonly [number, number];

function mercator(lat: number): number {
  return Math.asinh(Math.tan((lat * Math.PI) / 180));
}

function frame(width: number, height: number, top = 0): (readonly [number, number])[] {
  return [
    [0, top],
    [width, top],
    [width, top + height],
    [0, top + height],
  ];
}

function altOf({ whole, roads }: CircleView): string {
  const shares = whole.bands.map(
    ({ minutes, share }) => `${minutes} 分钟内 ${share === null ? '–' : `${(100 * share).toFixed(1)}%`}`,
  );
  return `${whole.name}服务圈地图${roads.schematic ? '（示意）' : ''}：${shares.join('，')}`;
}

/** The colour of a time; undefined where no point is reached. */
function colourOf(bands: readonly number[], minutes: number | null): string | undefined {
  if (minutes === null) return undefined;
  const n = bands.findIndex((band) => minutes <= band);
  return rampAt(n < 0 ? bands.length : n, bands.length);
}

function rampAt(n: number, bands: number): string {
  return ramp[Math.round((n * (ramp.length - 1)) / bands)] ?? ramp[6];
}

/** Three parts of a colour in ten on paper. */
function tintOf(colour: string): string {
  const part = (at: number): string => {
    const [a, b] = [colour, paper].map((one) => Number.parseInt(one.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * 0.3 + b * 0.7)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

function groundShapes({ ground, view }: MapParts, at: At): Shape[] {
  const bands = bandsOf(view);
  return [...ground]
    .sort((a, b) => b.minutes - a.minutes)
    .flatMap(({ minutes, polygons }) =>
      polygons.map((rings): Shape => {
        const colour = colourOf(bands, minutes) ?? paper;
        return {
          kind: 'area',
          rings: rings.map((ring) => ring.map(([lon, lat]) => at(lon, lat))),
          fill: tintOf(colour),
          outline: { colour, weight: 0.3 },
        };
      }),
    );
}

function roadShapes(graph: RoadGraph, at: At): Shape[] {
  const lines = joinLines(graph);
  const least = ([0, 1, 2, 3] as const).find(
    (weight) => lines.filter((line) => line.weight >= weight).length <= mostLines,
  );
  return lines
    .filter(({ weight }) => weight >= (least ?? 3))
    .toSorted((a, b) => a.weight - b.weight)
    .map((line): Shape => ({ kind: 'line', points: pointsOf(line, at), outline: roadLooks[line.weight] }));
}

/** Bends finer than a quarter of a point are not seen on paper. */
function pointsOf({ coordinates }: RoadLine, at: At): (readonly [number, number])[] {
  const points = coordinates.map(([lon, lat]) => {
    const [x, y] = at(lon, lat);
    return { x, y };
  });
  return simplify(points, 0.25).map(({ x, y }) => [x, y]);
}

function villageShapes(view: CircleView, at: At): Shape[] {
  const bands = bandsOf(view);
  const radius = (people: number | null): number => (people === null ? 1.6 : Math.min(5, 1 + 0.03 * Math.sqrt(people)));
  return view.villages
    .toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))
    .map(({ lon, lat, people, minutes }): Shape => {
      const colour = colourOf(bands, minutes);
      return {
        kind: 'disc',
        at: at(lon, lat),
        radius: radius(people),
        fill: colour ?? '#ffffff',
        outline: { colour: colour === undefined ? zhu : ink, weight: colour === undefined ? 1 : 0.3 },
      };
    });
}

function stationShapes({ stations }: CircleView, at: At): Shape[] {
  return stations.flatMap(({ lon, lat, kind, change }): Shape[] => {
    const [x, y] = at(lon, lat);
    const half = kind === 'centre' ? 3.4 : kind === 'villagePoint' ? 1.2 : 2.2;
    if (change === 'new' || change === 'moved')
      return [
        {
          kind: 'area',
          rings: [
            [
              [x, y - 5],
              [x + 5, y + 4],
              [x - 5, y + 4],
            ],
          ],
          fill: change === 'new' ? '#256b3e' : '#8a5a00',
          outline: { colour: '#ffffff', weight: 0.5 },
        },
      ];
    const ring = [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ] as const;
    return [
      {
        kind: 'area',
        rings: [ring],
        fill: change === 'closed' ? '#ffffff' : qing,
        outline: { colour: change === 'closed' ? zhu : '#ffffff', weight: change === 'closed' ? 1 : 0.5 },
      },
    ];
  });
}

/** Over the middle of each county's villages, clear of the marks. */
function countyNames({ villages, counties }: CircleView, at: At): Shape[] {
  return counties.flatMap(({ name }): Shape[] => {
    const own = villages.filter(({ county }) => county === name);
    if (own.length === 0) return [];
    const mean = (side: 'lon' | 'lat'): number => own.reduce((sum, one) => sum + one[side], 0) / own.length;
    const [x, y] = at(mean('lon'), mean('lat'));
    return [{ kind: 'text', at: [x, y - 7], text: name, size: 10, colour: ink, strong: true, centred: true }];
  });
}

/** Under the map, in two lines: colours and marks with their words. */
function legend(view: CircleView, width: number, height: number): Shape[] {
  const bands = bandsOf(view);
  const shapes: Shape[] = [];
  const size = 8;
  let [x, y] = [2, height - legendHeight + 14];
  const put = (words: string, mark: (x: number, y: number) => Shape): void => {
    const wide = 14 + words.length * size + 8;
    if (x + wide > width) [x, y] = [2, y + 14];
    shapes.push(mark(x + 4, y - 3), { kind: 'text', at: [x + 11, y], text: words, size, colour: ink });
    x += wide;
  };
  const disc =
    (fill: string, colour: string = ink, weight = 0.3) =>
    (cx: number, cy: number): Shape => ({ kind: 'disc', at: [cx, cy], radius: 3.2, fill, outline: { colour, weight } });
  for (const [n, minutes] of bands.entries()) put(`${minutes} 分钟内`, disc(rampAt(n, bands.length)));
  put(`超过 ${bands.at(-1)} 分钟`, disc(rampAt(bands.length, bands.length)));
  if (view.villages.some(({ minutes }) => minutes === null)) put('到不了', disc('#ffffff', zhu, 1));
  const square =
    (half: number) =>
    (cx: number, cy: number): Shape => ({
      kind: 'area',
      rings: [
        [
          [cx - half, cy - half],
          [cx + half, cy - half],
          [cx + half, cy + half],
          [cx - half, cy + half],
        ],
      ],
      fill: qing,
    });
  put('法律援助中心', square(3.4));
  put('工作站', square(2.2));
  put('圆越大人越多', disc('#ffffff'));
  return shapes;
}

function bandsOf({ whole }: CircleView): readonly number[] {
  return whole.bands.map(({ minutes }) => minutes);
}
