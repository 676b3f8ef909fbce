import type { Place, RoadLines } from '../../../api/circle.ts';
import type { Box, Scene } from './scene.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What part of the world is in sight. */
export interface Sight extends Place {
  readonly zoom: number;
}

/** True where two sights look the same on a screen. */
export function sameSight(a: Sight, b: Sight): boolean {
  const px = 512 * 2 ** a.zoom;
  return (
    Math.abs(a.zoom - b.zoom) < 1e-3 &&
    (Math.abs(a.lon - b.lon) / 360) * px < 0.5 &&
    (Math.abs(a.lat - b.lat) / 360) * px < 0.5
  );
}

/** What the screen asks of a map, however it is drawn. Points are CSS px from the upper left corner of its ground. */
export interface MapPort {
  readonly kind: 'gl' | 'canvas';
  setScene(scene: Scene): void;
  /** All roads at once, where the map draws no tiles; absent where it fetches the tiles that are in sight. */
  readonly setRoads?: (roads: RoadLines) => void;
  project(place: Place): Point;
  unproject(point: Point): Place;
  /** As MapLibre counts: the world is 512 · 2^zoom px wide. */
  zoom(): number;
  zoomBy(step: number): void;
  sight(): Sight;
  look(sight: Sight): void;
  fit(box: Box): void;
  /** While a mark is dragged the ground must not follow. */
  hold(held: boolean): void;
  remove(): void;
}

/** A way of drawing: `onMove` after every change of what is in sight; `onLost` when it can draw no more. */
export type OpenMap = (
  ground: HTMLElement,
  options: {
    readonly label: string;
    readonly box: Box;
    /** The archive of road tiles. */
    readonly tiles: string;
    readonly onMove: () => void;
    readonly onLost: () => void;
  },
) => MapPort;

/** True where the browser has what MapLibre needs; many a government desk has not. */
export function hasWebGl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
