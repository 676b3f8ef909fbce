import type { ReactElement } from 'react';
import type { LonLat, RoadWay } from '../../../modules/network/index.ts';
import type { Words } from '../locales/locale.ts';

/** Units of the picture; it is as wide as its column. */
const width = 640;
const height = 400;
const margin = 44;
/** Above and below there is room for words that cover nothing. */
const wordMargin = 64;
/** Two points nearer than this are one. */
const finest = 2;

/**
 * The road taken, drawn by the server: nothing is fetched for it and it needs no script. North is up; the larger roads around are
 * drawn thin, to know the way by.
 */
export function RoadMap({
  words,
  way,
  label,
  schematic,
}: {
  readonly words: Words;
  readonly way: RoadWay;
  readonly label: string;
  readonly schematic: boolean;
}): ReactElement {
  const { project, kmPerUnit } = framed(way.line);
  const [first, last] = [way.line[0], way.line.at(-1)].map((at) => project(at ?? [0, 0])) as [Spot, Spot];
  const bar = barOf(kmPerUnit);
  return (
    <svg className="road-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="around" d={way.around.flatMap((road) => pieces(road.map(project))).join('')} />
      <path className="taken" d={pathOf(way.line.map(project))} />
      <circle className="start" cx={first[0]} cy={first[1]} r="9" />
      <path className="end" d={`M${last[0]} ${last[1]}l-11-20a12.500 12.500 0 1 1 22 0z`} />
      <path className="bar" d={`M20 ${height - 20}v5h${Math.round(bar / kmPerUnit)}v-5`} />
      <text x="20" y={height - 28}>
        {words.t('length.km', { n: bar })}
      </text>
      <text x={width - 20} y="34" textAnchor="end">
        {words.t(schematic ? 'point.map.schematic' : 'point.map.north')}
      </text>
    </svg>
  );
}

type Spot = readonly [x: number, y: number];

/** Degrees onto the picture, so that the whole way is in it. */
function framed(line: readonly LonLat[]): { readonly project: (place: LonLat) => Spot; readonly kmPerUnit: number } {
  const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  const shrink = Math.cos((middleLat * Math.PI) / 180);
  // A way of no length is still drawn, on a map of 200 m.
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * shrink, 0.002),
    (height - 2 * wordMargin) / Math.max(north - south, 0.002),
  );
  return {
    project: ([lon, lat]) => [
      Math.round(width / 2 + (lon - middleLon) * shrink * scale),
      Math.round(height / 2 - (lat - middleLat) * scale),
    ],
    kmPerUnit: 111.195 / scale,
  };
}

/** The parts of a road that are in sight: what lies outside costs bytes and shows nothing. */
function pieces(spots: readonly Spot[]): readonly string[] {
  const found: string[] = [];
  let run: Spot[] = [];
  const end = (): void => {
    if (run.length > 1) found.push(pathOf(run));
    run = [];
  };
  for (const [n, spot] of spots.entries()) {
    const beside = [spots[n - 1], spot, spots[n + 1]];
    if (beside.some((one) => one !== undefined && inSight(one))) run.push(spot);
    else end();
  }
  end();
  return found;
}

const inSight = ([x, y]: Spot): boolean => x >= 0 && x <= width && y >= 0 && y <= height;

/** Moves relative to the point before: a third shorter. */
function pathOf(spots: readonly Spot[]): string {
  const [first, ...rest] = spots;
  if (first === undefined) return '';
  let [x, y] = first;
  const steps = rest.flatMap(([nextX, nextY], n) => {
    const [dx, dy] = [nextX - x, nextY - y];
    if (n < rest.length - 1 && Math.abs(dx) < finest && Math.abs(dy) < finest) return [];
    [x, y] = [nextX, nextY];
    return [`${dx}${dy < 0 ? '' : ' '}${dy}`];
  });
  return `M${first[0]} ${first[1]}${steps.length === 0 ? '' : `l${steps.join(' ')}`}`;
}

/** A round number of kilometres, at most a third of the picture. */
function barOf(kmPerUnit: number): number {
  const most = (width / 3) * kmPerUnit;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
