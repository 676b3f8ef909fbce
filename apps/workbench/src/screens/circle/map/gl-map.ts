import {
  addProtocol,
  type ExpressionSpecification,
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  Map as GlMap,
  type LayerSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import { colours, faces } from '../../../theme/tokens.ts';
import { grownAt } from '../colour-scale.ts';
import type { MapPort, OpenMap } from './map-port.ts';
import { drawMark, markNames, markSize } from './marks.ts';
import { roadLooks, type Scene } from './scene.ts';

// The policy of the page lets workers in from our own origin only.
setWorkerUrl(workerUrl);
// Tiles are pieces of one archive: the pieces in sight are asked for, as any other answer of our own server.
addProtocol('pmtiles', new Protocol().tile);

type Data = Exclude<GeoJSONSourceSpecification['data'], string>;

const sources = ['bands', 'moves', 'way', 'dots', 'marks', 'names'] as const;
type SourceName = (typeof sources)[number];

/** The map drawn by MapLibre, from our own data only: no font and no sprite is fetched, and no tile but of our own roads. */
export const openGlMap: OpenMap = (ground, { label, box, tiles, onMove, onLost }) => {
  const map = new GlMap({
    container: ground,
    style: {
      version: 8,
      sources: {
        roads: { type: 'vector', url: `pmtiles://${new URL(tiles, location.href).href}` },
        ...Object.fromEntries(sources.map((name) => [name, { type: 'geojson' as const, data: empty() }])),
      },
      layers,
    },
    bounds: [box.west, box.south, box.east, box.north],
    fitBoundsOptions: { padding: 24 },
    minZoom: 4,
    maxZoom: 17,
    attributionControl: false,
    // North is up on every paper of the bureau.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    localIdeographFontFamily: faces.text,
    locale: { 'Map.Title': label },
    // Without it a print is blank.
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('move', onMove);
  map.on('resize', onMove);
  map.on('webglcontextlost', onLost);
  map.on('error', ({ error }) => console.error(error));
  let loaded = false;
  let waiting: Scene | undefined;
  const show = (scene: Scene): void => {
    for (const name of sources) map.getSource<GeoJSONSource>(name)?.setData(dataOf[name](scene));
  };
  map.on('load', () => {
    loaded = true;
    for (const name of markNames) map.addImage(name, markImage(name), { pixelRatio: 2 });
    if (waiting !== undefined) show(waiting);
    onMove();
  });
  const port: MapPort = {
    kind: 'gl',
    setScene: (scene) => {
      waiting = scene;
      if (loaded) show(scene);
    },
    project: ({ lon, lat }) => {
      const { x, y } = map.project([lon, lat]);
      return { x, y };
    },
    unproject: ({ x, y }) => {
      const { lng, lat } = map.unproject([x, y]);
      return { lon: lng, lat };
    },
    zoom: () => map.getZoom(),
    sight: () => {
      const { lng, lat } = map.getCenter();
      return { lon: lng, lat, zoom: map.getZoom() };
    },
    look: ({ lon, lat, zoom }) => map.jumpTo({ center: [lon, lat], zoom }),
    zoomBy: (step) => map.zoomTo(map.getZoom() + step, { animate: false }),
    fit: ({ west, south, east, north }) => map.fitBounds([west, south, east, north], { padding: 24, animate: false }),
    hold: (held) => (held ? map.dragPan.disable() : map.dragPan.enable()),
    remove: () => map.remove(),
  };
  return port;
};

function empty(): Data {
  return { type: 'FeatureCollection', features: [] };
}

/** A mark as pixels, twice as fine as it is shown. */
function markImage(name: (typeof markNames)[number]): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * markSize;
  canvas.height = 2 * markSize;
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('no canvas');
  ctx.scale(2, 2);
  drawMark(ctx, name, markSize / 2, markSize / 2);
  return ctx.getImageData(0, 0, canvas.width, canvas.height);
}

const point = (place: { readonly lon: number; readonly lat: number }, properties: object) => ({
  type: 'Feature' as const,
  properties,
  geometry: { type: 'Point' as const, coordinates: [place.lon, place.lat] },
});
const all = (features: readonly object[]): Data => ({ type: 'FeatureCollection', features }) as Data;

const dataOf: Readonly<Record<SourceName, (scene: Scene) => Data>> = {
  bands: ({ bands }) =>
    all(
      bands.map(({ minutes, tint, edge, polygons }) => ({
        type: 'Feature',
        properties: { tint, edge, order: -minutes },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      })),
    ),
  moves: ({ moves }) =>
    all(
      moves.map(([from, to]) => ({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: [
            [from.lon, from.lat],
            [to.lon, to.lat],
          ],
        },
      })),
    ),
  way: ({ way }) =>
    all(
      way === undefined
        ? []
        : [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: way } }],
    ),
  dots: ({ dots, chosen }) =>
    all(
      dots.map((dot, order) =>
        point(dot, {
          name: dot.name,
          radius: dot.radius,
          colour: dot.colour ?? colours.sheet,
          reached: dot.colour !== undefined,
          counted: dot.counted,
          chosen: dot.code === chosen,
          order,
        }),
      ),
    ),
  marks: ({ marks }) => all(marks.map((mark) => point(mark, { name: mark.name, mark: mark.mark }))),
  names: ({ names }) => all(names.map((name) => point(name, { name: name.text }))),
};

/** A length that grows as one comes nearer, as `grownAt` says. */
function growing(base: ExpressionSpecification | number, more: number): ExpressionSpecification {
  const zooms = [4, 7, 8, 10, 12, 14.7, 17];
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...zooms.flatMap((zoom) => [zoom, ['+', ['*', base, grownAt(zoom)], more]]),
  ] as unknown as ExpressionSpecification;
}

const radius: ExpressionSpecification = ['get', 'radius'];
const byWeight = (values: readonly (string | number)[]): ExpressionSpecification =>
  [
    'match',
    ['get', 'weight'],
    ...values.slice(0, 3).flatMap((value, n) => [n, value]),
    values[3],
  ] as unknown as ExpressionSpecification;
const reached: ExpressionSpecification = ['get', 'reached'];
const text = {
  'text-color': colours.ink,
  'text-halo-color': colours.paper,
  'text-halo-width': 1.5,
} as const;

const layers: LayerSpecification[] = [
  { id: 'paper', type: 'background', paint: { 'background-color': colours.paper } },
  {
    id: 'band-edges',
    type: 'line',
    source: 'bands',
    paint: { 'line-color': ['get', 'edge'], 'line-width': 1.6 },
  },
  {
    id: 'bands',
    type: 'fill',
    source: 'bands',
    layout: { 'fill-sort-key': ['get', 'order'] },
    paint: { 'fill-color': ['get', 'tint'], 'fill-antialias': false },
  },
  {
    id: 'roads',
    type: 'line',
    source: 'roads',
    'source-layer': 'roads',
    layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['get', 'weight'] },
    paint: {
      'line-color': byWeight(roadLooks.map(({ colour }) => colour)),
      'line-width': growing(byWeight(roadLooks.map(({ width }) => width)), 0),
    },
  },
  {
    id: 'way-ground',
    type: 'line',
    source: 'way',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colours.sheet, 'line-width': 7 },
  },
  {
    id: 'way',
    type: 'line',
    source: 'way',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colours.ink, 'line-width': 3.5 },
  },
  {
    id: 'moves',
    type: 'line',
    source: 'moves',
    paint: { 'line-color': colours.amber, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  {
    id: 'chosen',
    type: 'circle',
    source: 'dots',
    filter: ['get', 'chosen'],
    paint: {
      'circle-radius': growing(radius, 5),
      'circle-color': colours.sheet,
      'circle-stroke-width': 2,
      'circle-stroke-color': colours.ink,
    },
  },
  {
    id: 'dots',
    type: 'circle',
    source: 'dots',
    layout: { 'circle-sort-key': ['get', 'order'] },
    paint: {
      'circle-radius': growing(radius, 0),
      'circle-color': ['get', 'colour'],
      'circle-stroke-width': ['case', reached, 1, 2],
      'circle-stroke-color': ['case', reached, colours.ink, colours.zhu],
    },
  },
  {
    id: 'uncounted',
    type: 'circle',
    source: 'dots',
    filter: ['all', reached, ['!', ['get', 'counted']]],
    paint: { 'circle-radius': growing(['*', radius, 0.5], 0), 'circle-color': colours.sheet },
  },
  {
    id: 'unreached',
    type: 'symbol',
    source: 'dots',
    filter: ['!', reached],
    layout: {
      'text-field': '×',
      'text-size': 14,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': colours.zhu },
  },
  {
    id: 'marks',
    type: 'symbol',
    source: 'marks',
    layout: { 'icon-image': ['get', 'mark'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
  {
    id: 'road-names',
    type: 'symbol',
    source: 'roads',
    'source-layer': 'roads',
    minzoom: 12,
    filter: ['has', 'name'],
    layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-size': 11, 'symbol-spacing': 400 },
    paint: { ...text, 'text-color': colours.inkSoft },
  },
  {
    id: 'dot-names',
    type: 'symbol',
    source: 'dots',
    minzoom: 11,
    layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.9] },
    paint: text,
  },
  {
    id: 'mark-names',
    type: 'symbol',
    source: 'marks',
    minzoom: 10,
    layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.8] },
    paint: text,
  },
  {
    id: 'names',
    type: 'symbol',
    source: 'names',
    maxzoom: 10,
    layout: { 'text-field': ['get', 'name'], 'text-size': 15, 'text-anchor': 'bottom', 'text-offset': [0, -0.7] },
    paint: text,
  },
];
