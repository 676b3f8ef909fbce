import type { CircleView, Place, PlacedSubject } from '../../api/circle.ts';

/** Degrees WGS 84 of a click. */
export type Spot = Place;

/** Something that a person may place. */
export interface Placeable {
  readonly key: string;
  readonly name: string;
  readonly of: PlacedSubject;
  /** Where it stands; null where nowhere yet. */
  readonly at: Place | null;
}

/** What can be placed: villages that stand nowhere first, then the others and the points, as they stand in the register. */
export function placeables(
  view: Pick<CircleView, 'villages' | 'stations'>,
  unplaced: readonly { readonly code: string; readonly name: string }[],
): readonly Placeable[] {
  return [
    ...unplaced.map(({ code, name }) => ({ key: code, name, of: { kind: 'region' as const, code }, at: null })),
    ...view.stations.flatMap(({ id, tenant, name, lon, lat, change }) =>
      tenant === undefined || change !== 'stays'
        ? []
        : [{ key: id, name, of: { kind: 'agency' as const, tenant, id }, at: { lon, lat } }],
    ),
    ...view.villages.map(({ code, name, township, county, lon, lat }) => ({
      key: code,
      name: `${county} ${township} ${name}`,
      of: { kind: 'region' as const, code },
      at: { lon, lat },
    })),
  ];
}

/** Degrees as they were typed; undefined while they are none. */
export function degreesOf({ lon, lat }: { readonly lon: string; readonly lat: string }): Place | undefined {
  const number = (text: string, most: number): number | undefined => {
    const value = Number(text.normalize('NFKC').replace(/°$/, ''));
    return text.trim() === '' || !(Math.abs(value) <= most) ? undefined : value;
  };
  const [x, y] = [number(lon, 180), number(lat, 90)];
  return x === undefined || y === undefined ? undefined : { lon: x, lat: y };
}
