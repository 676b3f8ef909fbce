import { fromGcj02 } from '../../../kernel/geo/index.ts';
import type { Position } from '../schema.ts';

/**
 * A position in the system that all times and distances are reckoned in. CGCS 2000 differs from WGS 84 by centimetres; GCJ-02 by
 * hundreds of metres, and is converted.
 */
export function inWgs84(position: Position): { readonly lon: number; readonly lat: number } {
  const { lon, lat } = position;
  if (position.kind !== 'surveyed' || position.referenceSystem !== 'GCJ02') return { lon, lat };
  const [x, y] = fromGcj02([lon, lat]);
  return { lon: x, lat: y };
}
