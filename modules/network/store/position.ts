import type { Position } from '../schema.ts';

/** The columns of a position; all null where none is on file. */
export interface PositionColumns {
  readonly lon: number | null;
  readonly lat: number | null;
  readonly positionKind: 'schematic' | 'surveyed' | null;
  readonly referenceSystem: 'CGCS2000' | 'WGS84' | 'GCJ02' | null;
}

export function positionColumns(position: Position | null): PositionColumns {
  if (position === null) return { lon: null, lat: null, positionKind: null, referenceSystem: null };
  const { lon, lat, kind } = position;
  return { lon, lat, positionKind: kind, referenceSystem: kind === 'surveyed' ? position.referenceSystem : null };
}

/** The position those columns hold. */
export function positionFrom({ lon, lat, positionKind, referenceSystem }: PositionColumns): Position | null {
  if (lon === null || lat === null || positionKind === null) return null;
  if (positionKind === 'schematic') return { kind: 'schematic', lon, lat };
  return { kind: 'surveyed', lon, lat, referenceSystem: referenceSystem ?? 'CGCS2000' };
}
