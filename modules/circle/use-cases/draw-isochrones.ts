import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { isochrones } from '../isochrones/isochrones.ts';
import { mustReadCircle } from '../permissions.ts';
import type { CircleQuestion } from '../schema.ts';
import type { Network } from '../travel/network.ts';
import { readStations } from './read-city.ts';

/** The ground from which a point that counts is within each band, as GeoJSON. */
export async function drawIsochrones(tx: Tx, actor: Actor, network: Network, question: CircleQuestion) {
  mustReadCircle(actor);
  const stations = (await readStations(tx, question)).filter(({ counts }) => counts);
  const most = (question.bands.at(-1) as number) * 600;
  const times = network.timesTo(
    stations.map((station) => network.snap(station)),
    most,
  );
  return {
    type: 'FeatureCollection' as const,
    features: isochrones(network, times, question.bands).map(({ minutes, polygons, squareKm }) => ({
      type: 'Feature' as const,
      properties: { minutes, squareKm: Math.round(squareKm) },
      geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
    })),
  };
}
