import type { Position } from '../network/index.ts';
import { fromGcj02 } from './roads/own/gcj02.ts';
import type { Place } from './travel/network.ts';

/** A position in the system of the road graph. CGCS 2000 differs from it by centimetres; GCJ-02 by hundreds of metres, and is converted. */
export function inWgs84(position: Position): Place {
  const { lon, lat } = position;
  if (position.kind !== 'surveyed' || position.referenceSystem !== 'GCJ02') return { lon, lat };
  const [x, y] = fromGcj02([lon, lat]);
  return { lon: x, lat: y };
}
