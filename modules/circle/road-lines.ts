import type { RoadGraph } from './roads/graph/road-graph.ts';

/** The roads as GeoJSON lines, a line for each edge, degrees. */
export function roadLines({ edges, shapeFirst, shapeLon, shapeLat, edgeClass, facts }: RoadGraph) {
  const features = Array.from({ length: edges }, (_, edge) => {
    const coordinates: [number, number][] = [];
    for (let s = shapeFirst[edge] as number; s < (shapeFirst[edge + 1] as number); s += 1)
      coordinates.push([rounded(shapeLon[s] as number), rounded(shapeLat[s] as number)]);
    return {
      type: 'Feature' as const,
      properties: { class: facts.classes[edgeClass[edge] as number] ?? '' },
      geometry: { type: 'LineString' as const, coordinates },
    };
  });
  return { type: 'FeatureCollection' as const, features };
}

/** Five decimals are a metre: finer than a line on a screen. */
function rounded(e7: number): number {
  return Math.round(e7 / 100) / 1e5;
}
