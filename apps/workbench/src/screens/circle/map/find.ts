import { grownAt } from '../colour-scale.ts';
import type { MapPort, Point } from './map-port.ts';
import type { Dot, Mark, Scene } from './scene.ts';

export type Found = { readonly dot: Dot } | { readonly mark: Mark };

/** What lies under a point: the mark or the dot whose edge is nearest, within a finger's breadth. Marks lie on top. */
export function findAt(port: Pick<MapPort, 'project' | 'zoom'>, scene: Scene, at: Point): Found | undefined {
  const reach = 6;
  const grown = grownAt(port.zoom());
  let best: Found | undefined;
  let least = reach;
  const look = (found: Found, place: Dot | Mark, size: number): void => {
    const { x, y } = port.project(place);
    const far = Math.hypot(at.x - x, at.y - y) - size;
    if (far <= least) {
      least = Math.min(far, 0);
      best = found;
    }
  };
  for (const dot of scene.dots) look({ dot }, dot, dot.radius * grown);
  least = Math.min(least, reach);
  for (const mark of scene.marks) look({ mark }, mark, 6);
  return best;
}
