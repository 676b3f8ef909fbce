import type { RoadGraph } from './roads/graph/road-graph.ts';
import { weightOf } from './tiles/road-weight.ts';

/** The roads as GeoJSON lines, a line for each edge, degrees: for a map that draws no tiles. `weight` as on the tiles. */
export function roadLines({ edges, shapeFirst, shapeLon, shapeLat, edgeClass, facts }: RoadGraph) {
  const weights = facts.classes.map(weightOf);
  const features = Array.from({ length: edges }, (_, edge) => {
    const coordinates: [number, number][] = [];
    for (let s = shapeFirst[edge] as number; s < (shapeFirst[edge + 1] as number); s += 1)
      coordinates.push([rounded(shapeLon[s] as number), rounded(shapeLat[s] as number)]);
    return {
      type: 'Feature' as const,
      properties: { weight: weights[edgeClass[edge] as number] ?? 0 },
      geometry: { type: 'LineString' as const, coordinates },
    };
  });
  return { type: 'FeatureCollection' as const, features };
}

/** Five decimals are a metre: finer than a line on a screen. */
function rounded(e7: number): number {
  return Math.round(e7 / 100) / 1e5;
}

/** Classes that one finds the way by, the largest first. */
const landmarks = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
/** Pieces of road that a small map can bear. */
const mostAround = 120;

/** The larger roads around a way, [longitude, latitude] in degrees; the largest classes, until there are as many as a small map bears. */
export function roadsAround(
  { edges, shapeFirst, shapeLon, shapeLat, edgeClass, facts }: RoadGraph,
  way: readonly (readonly [number, number])[],
): readonly (readonly (readonly [number, number])[])[] {
  const [lons, lats] = [way.map(([lon]) => lon * 1e7), way.map(([, lat]) => lat * 1e7)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const margin = 0.25 * Math.max(east - west, north - south, 1e5);
  const near = (s: number): boolean => {
    const [lon, lat] = [shapeLon[s] as number, shapeLat[s] as number];
    return lon > west - margin && lon < east + margin && lat > south - margin && lat < north + margin;
  };
  const found: (readonly [number, number])[][] = [];
  for (const name of landmarks) {
    const kind = facts.classes.indexOf(name);
    if (kind < 0) continue;
    for (let edge = 0; edge < edges && found.length < mostAround; edge += 1) {
      if (edgeClass[edge] !== kind) continue;
      const [first, end] = [shapeFirst[edge] as number, shapeFirst[edge + 1] as number];
      if (!near(first) && !near(end - 1)) continue;
      const line: (readonly [number, number])[] = [];
      for (let s = first; s < end; s += 1) line.push([(shapeLon[s] as number) / 1e7, (shapeLat[s] as number) / 1e7]);
      found.push(line);
    }
  }
  return found;
}
