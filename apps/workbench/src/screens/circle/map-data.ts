import type { CircleView, Isochrones, WayTaken } from '../../api/circle.ts';

/** The map as GeoJSON (RFC 7946, WGS 84): villages with their minutes, points, the ground within each band, the way that is drawn. */
export function mapData(view: CircleView, isochrones: Isochrones | undefined, way: WayTaken | undefined): string {
  const { roads } = view;
  const rests = { graph: roads.checksum, profile: roads.profile.name, schematicRoads: roads.schematic };
  const point = (place: { readonly lon: number; readonly lat: number }, properties: object) => ({
    type: 'Feature',
    properties: { ...properties, ...rests },
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
  });
  const features = [
    ...(isochrones?.features ?? []).map((area) => ({
      ...area,
      properties: { layer: 'isochrone', ...area.properties, ...rests },
    })),
    ...(way === undefined
      ? []
      : [
          {
            type: 'Feature',
            properties: { layer: 'way', village: way.village, station: way.station, minutes: way.minutes, ...rests },
            geometry: { type: 'LineString', coordinates: way.line },
          },
        ]),
    ...view.villages.map(({ lon, lat, ...village }) => point({ lon, lat }, { layer: 'village', ...village })),
    ...view.stations.map(({ lon, lat, ...station }) => point({ lon, lat }, { layer: 'station', ...station })),
  ];
  return JSON.stringify({ type: 'FeatureCollection', features });
}
