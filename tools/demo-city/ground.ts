import { childrenOf, type Position, type Register } from '../../modules/network/index.ts';
import type { Random } from './random.ts';

/** A point in degrees, longitude first. */
export type LonLat = readonly [number, number];

/** A county as the demonstration draws it: its seat near the real place, its outline invented. */
export interface CountySketch {
  readonly seat: LonLat;
  /** Closed outline, no hole; neighbours share their corners and do not overlap. */
  readonly outline: readonly LonLat[];
}

/** Schematic outlines. The Gaoligong ridge and the Nu gorge run from north to south between 腾冲 and 隆阳. */
export const countySketches: Readonly<Record<string, CountySketch>> = {
  '530581': {
    seat: [98.49, 25.02],
    outline: [
      [98.1, 25.8],
      [98.72, 25.8],
      [98.74, 25.3],
      [98.7, 24.95],
      [98.66, 24.72],
      [98.42, 24.68],
      [98.12, 24.95],
    ],
  },
  '530523': {
    seat: [98.69, 24.59],
    outline: [
      [98.42, 24.68],
      [98.66, 24.72],
      [98.88, 24.8],
      [98.98, 24.62],
      [99.02, 24.3],
      [98.8, 24.12],
      [98.45, 24.3],
    ],
  },
  '530502': {
    seat: [99.17, 25.11],
    outline: [
      [98.72, 25.8],
      [99.3, 25.7],
      [99.45, 25.3],
      [99.38, 25.02],
      [99.22, 24.92],
      [99.0, 24.92],
      [98.88, 24.8],
      [98.66, 24.72],
      [98.7, 24.95],
      [98.74, 25.3],
    ],
  },
  '530521': {
    seat: [99.18, 24.73],
    outline: [
      [98.88, 24.8],
      [99.0, 24.92],
      [99.22, 24.92],
      [99.38, 24.8],
      [99.32, 24.4],
      [99.02, 24.3],
      [98.98, 24.62],
    ],
  },
  '530524': {
    seat: [99.61, 24.83],
    outline: [
      [99.22, 24.92],
      [99.38, 25.02],
      [99.45, 25.3],
      [99.75, 25.18],
      [100.0, 24.85],
      [99.9, 24.4],
      [99.55, 24.26],
      [99.32, 24.4],
      [99.38, 24.8],
    ],
  },
};

/** Townships whose place matters to the picture: where the expressways meet, and along the gorge. */
const pinned: Readonly<Record<string, LonLat>> = { '530502106': [98.87, 24.97], '530502210': [98.88, 25.42] };

/** True inside the outline (even-odd rule). */
export function contains(outline: readonly LonLat[], [x, y]: LonLat): boolean {
  let inside = false;
  for (let i = 0; i < outline.length; i++) {
    const [x1, y1] = outline[i] as LonLat;
    const [x2, y2] = outline[(i + 1) % outline.length] as LonLat;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** A position for every county, township and village of the city, all schematic. Streets huddle at the seat. */
export function layGround(register: Register, random: Random): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  const put = (code: string, point: LonLat): void => {
    places.set(code, { kind: 'schematic', lon: round(point[0]), lat: round(point[1]) });
  };
  put('530500', countySketches['530502']?.seat ?? [99.17, 25.11]);
  for (const [county, sketch] of Object.entries(countySketches)) {
    put(county, sketch.seat);
    const townships = childrenOf(register, county);
    const taken: LonLat[] = [];
    const kept = [sketch.seat, ...townships.flatMap(({ code }) => (pinned[code] === undefined ? [] : [pinned[code]]))];
    for (const [index, township] of townships.entries()) {
      const draw = random.fork(township.code);
      const urban = township.name.endsWith('街道') || index === 0;
      const point =
        pinned[township.code] ??
        (urban ? near(draw, sketch, sketch.seat, 0.02, taken) : spread(draw, sketch, [...kept, ...taken]));
      taken.push(point);
      put(township.code, point);
    }
    for (const [index, township] of townships.entries()) {
      const centre = taken[index] as LonLat;
      const reach = township.name.endsWith('街道')
        ? 0.018
        : Math.min(0.09, Math.max(0.03, nearestOther(centre, taken) * 0.55));
      const villages: LonLat[] = [];
      const draw = random.fork(`${township.code}/villages`);
      for (const village of childrenOf(register, township.code)) {
        const point = near(draw, sketch, centre, reach, villages);
        villages.push(point);
        put(village.code, point);
      }
    }
  }
  return places;
}

/** The best of some tries anywhere in the county: far from what stands there already, away from the border. */
function spread(random: Random, { outline }: CountySketch, taken: readonly LonLat[]): LonLat {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const tries: LonLat[] = [];
  while (tries.length < 24) {
    const point: LonLat = [
      Math.min(...xs) + random.real() * (Math.max(...xs) - Math.min(...xs)),
      Math.min(...ys) + random.real() * (Math.max(...ys) - Math.min(...ys)),
    ];
    if (insideByMargin(outline, point, 0.03)) tries.push(point);
  }
  return best(tries, taken);
}

/** The best of some tries around a centre, inside the county. */
function near(
  random: Random,
  { outline }: CountySketch,
  centre: LonLat,
  reach: number,
  taken: readonly LonLat[],
): LonLat {
  const tries: LonLat[] = [];
  for (let attempt = 0; tries.length < 12; attempt++) {
    // Tries that fall outside draw nearer, so that a township at the border still finds room.
    const radius = reach * Math.sqrt(random.real()) * (attempt > 200 ? 0.3 : 1);
    const angle = random.real() * 2 * Math.PI;
    const point: LonLat = [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
    if (insideByMargin(outline, point, 0.002)) tries.push(point);
  }
  return best(tries, taken);
}

/** Inside, and still inside when moved by the margin in each of four directions. */
function insideByMargin(outline: readonly LonLat[], [x, y]: LonLat, margin: number): boolean {
  return (
    contains(outline, [x, y]) &&
    contains(outline, [x + margin, y]) &&
    contains(outline, [x - margin, y]) &&
    contains(outline, [x, y + margin]) &&
    contains(outline, [x, y - margin])
  );
}

function best(tries: readonly LonLat[], taken: readonly LonLat[]): LonLat {
  let choice = tries[0] as LonLat;
  let distance = -1;
  for (const point of tries) {
    const away = taken.length === 0 ? 0 : nearestOther(point, taken);
    if (away > distance) [choice, distance] = [point, away];
  }
  return choice;
}

/** Degrees to the nearest other point. */
function nearestOther([x, y]: LonLat, others: readonly LonLat[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [ox, oy] of others) if (ox !== x || oy !== y) nearest = Math.min(nearest, Math.hypot(ox - x, oy - y));
  return nearest;
}

/** Five decimals: about a metre, which is finer than a sketch can mean. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
