import type { TravelMode } from '../../../../modules/network/index.ts';

/** Where somebody starts from, as the pages hand it on. A place in degrees came from the device and stands in no address. */
export type Start =
  | { readonly kind: 'region'; readonly region: string; readonly name: string }
  | { readonly kind: 'point'; readonly at: string }
  | { readonly kind: 'device'; readonly lon: number; readonly lat: number };

/** Names and values that carry a start from page to page. */
export function startFields(start: Start, by: TravelMode): Readonly<Record<string, string>> {
  const mode = by === 'drive' ? {} : { by };
  switch (start.kind) {
    case 'region':
      return { from: start.region, ...mode };
    case 'point':
      return { at: start.at, ...mode };
    case 'device':
      return { lon: String(start.lon), lat: String(start.lat), ...mode };
  }
}

/** The same as the query of an address; a device's place never stands in one. */
export function startQuery(start: Exclude<Start, { readonly kind: 'device' }>, by: TravelMode): string {
  return new URLSearchParams(startFields(start, by)).toString();
}
