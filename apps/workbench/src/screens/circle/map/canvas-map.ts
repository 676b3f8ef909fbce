import type { RoadLines } from '../../../api/circle.ts';
import { colours, faces } from '../../../theme/tokens.ts';
import { grownAt } from '../colour-scale.ts';
import type { MapPort, OpenMap, Point } from './map-port.ts';
import { drawMark } from './marks.ts';
import { fitted, placeOf, scaleAt, withinReach, worldOf } from './projection.ts';
import { type Dot, type Mark, roadLooks, type Scene } from './scene.ts';

/** Geometry kept as paths around an origin, world units: drawing it anew is a matrix, not a walk along its points. */
interface Paths {
  readonly scene: Scene;
  readonly origin: Point;
  /** A path for each polygon of each band. */
  readonly bands: readonly (readonly Path2D[])[];
  readonly way: Path2D | undefined;
}

/** The map on a plain canvas, for browsers without WebGL2. Dragging and the wheel move it, as do the arrow keys, + and −. */
export const openCanvasMap: OpenMap = (ground, { label, box, onMove }) => {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'region');
  canvas.setAttribute('aria-label', label);
  Object.assign(canvas.style, { display: 'block', width: '100%', height: '100%', touchAction: 'none', cursor: 'grab' });
  ground.append(canvas);
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('no canvas');

  let size = { width: ground.clientWidth, height: ground.clientHeight };
  let sight = fitted(box, size, 24);
  const origin = worldOf({ lon: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 });
  let paths: Paths | undefined;
  let roads: readonly Path2D[] = [];
  let held = false;
  let frame = 0;

  const project = (place: { readonly lon: number; readonly lat: number }): Point => {
    const { x, y } = worldOf(place);
    const scale = scaleAt(sight.zoom);
    return { x: (x - sight.centre.x) * scale + size.width / 2, y: (y - sight.centre.y) * scale + size.height / 2 };
  };
  const worldAt = ({ x, y }: Point, zoom = sight.zoom): Point => ({
    x: sight.centre.x + (x - size.width / 2) / scaleAt(zoom),
    y: sight.centre.y + (y - size.height / 2) / scaleAt(zoom),
  });

  const draw = (): void => {
    frame = 0;
    const dense = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * dense), Math.round(size.height * dense)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    ctx.setTransform(dense, 0, 0, dense, 0, 0);
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, size.width, size.height);
    if (paths !== undefined) drawScene(ctx, paths, roads, sight, size, dense, project);
  };
  const changed = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
    onMove();
  };
  const look = (next: typeof sight): void => {
    sight = next;
    changed();
  };
  const zoomAround = (point: Point, step: number): void => {
    const under = worldAt(point);
    const zoom = withinReach(sight.zoom + step);
    const scale = scaleAt(zoom);
    look({
      zoom,
      centre: {
        x: under.x - (point.x - size.width / 2) / scale,
        y: under.y - (point.y - size.height / 2) / scale,
      },
    });
  };
  const pan = (dx: number, dy: number): void => {
    const scale = scaleAt(sight.zoom);
    look({ zoom: sight.zoom, centre: { x: sight.centre.x - dx / scale, y: sight.centre.y - dy / scale } });
  };

  // Two fingers zoom, one drags.
  const fingers = new Map<number, Point>();
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  canvas.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, pointOf(event));
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined || held) return;
    const now = pointOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other === undefined) pan(now.x - before.x, now.y - before.y);
    else {
      const [was, is] = [before, now].map((point) => Math.hypot(point.x - other.x, point.y - other.y));
      if (was !== undefined && is !== undefined && was > 0 && is > 0)
        zoomAround({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, Math.log2(is / was));
    }
  });
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoomAround(pointOf(event), -event.deltaY / (event.deltaMode === 0 ? 300 : 10));
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[event.key];
    const zoom = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (step !== undefined) pan(step[0] ?? 0, step[1] ?? 0);
    else if (zoom !== undefined) zoomAround({ x: size.width / 2, y: size.height / 2 }, zoom);
    else return;
    event.preventDefault();
  });
  const observer = new ResizeObserver(() => {
    size = { width: ground.clientWidth, height: ground.clientHeight };
    changed();
  });
  observer.observe(ground);

  const port: MapPort = {
    kind: 'canvas',
    setScene: (scene) => {
      paths = pathsOf(scene, origin);
      changed();
    },
    setRoads: (lines) => {
      roads = roadPaths(lines, origin);
      changed();
    },
    project,
    unproject: (point) => placeOf(worldAt(point)),
    zoom: () => sight.zoom,
    sight: () => ({ ...placeOf(sight.centre), zoom: sight.zoom }),
    look: ({ zoom, ...place }) => look({ centre: worldOf(place), zoom }),
    zoomBy: (step) => zoomAround({ x: size.width / 2, y: size.height / 2 }, step),
    fit: (next) => look(fitted(next, size, 24)),
    hold: (next) => {
      held = next;
    },
    remove: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      canvas.remove();
    },
  };
  return port;
};

type Trace = (path: Path2D, line: readonly (readonly [number, number])[]) => void;

const tracer =
  (origin: Point): Trace =>
  (path, line) => {
    for (const [n, [lon, lat]] of line.entries()) {
      const { x, y } = worldOf({ lon, lat });
      if (n === 0) path.moveTo(x - origin.x, y - origin.y);
      else path.lineTo(x - origin.x, y - origin.y);
    }
  };

/** A path for each weight of road. */
function roadPaths(lines: RoadLines, origin: Point): readonly Path2D[] {
  const trace = tracer(origin);
  const paths = roadLooks.map(() => new Path2D());
  for (const { properties, geometry } of lines.features)
    trace(paths[properties.weight] as Path2D, geometry.coordinates);
  return paths;
}

function pathsOf(scene: Scene, origin: Point): Paths {
  const trace = tracer(origin);
  const way = scene.way === undefined ? undefined : new Path2D();
  if (way !== undefined) trace(way, scene.way ?? []);
  return {
    scene,
    origin,
    bands: scene.bands.map(({ polygons }) =>
      polygons.map((rings) => {
        const path = new Path2D();
        for (const ring of rings) {
          trace(path, ring);
          path.closePath();
        }
        return path;
      }),
    ),
    way,
  };
}

function drawScene(
  ctx: CanvasRenderingContext2D,
  { scene, origin, bands, way }: Paths,
  roads: readonly Path2D[],
  sight: { readonly centre: Point; readonly zoom: number },
  size: { readonly width: number; readonly height: number },
  dense: number,
  project: MapPort['project'],
): void {
  const scale = scaleAt(sight.zoom);
  const grown = grownAt(sight.zoom);
  const onGround = (draw: () => void): void => {
    ctx.save();
    ctx.setTransform(
      dense * scale,
      0,
      0,
      dense * scale,
      dense * ((origin.x - sight.centre.x) * scale + size.width / 2),
      dense * ((origin.y - sight.centre.y) * scale + size.height / 2),
    );
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    draw();
    ctx.restore();
  };
  onGround(() => {
    for (const [n, polygons] of bands.entries()) {
      ctx.fillStyle = scene.bands[n]?.tint ?? '';
      ctx.strokeStyle = scene.bands[n]?.edge ?? '';
      ctx.lineWidth = 0.8 / scale;
      for (const path of polygons) ctx.stroke(path);
      for (const path of polygons) ctx.fill(path, 'evenodd');
    }
    for (const [n, path] of roads.entries()) {
      ctx.strokeStyle = roadLooks[n]?.colour ?? '';
      ctx.lineWidth = ((roadLooks[n]?.width ?? 1) * grown) / scale;
      ctx.stroke(path);
    }
    if (way !== undefined) {
      ctx.strokeStyle = colours.sheet;
      ctx.lineWidth = 7 / scale;
      ctx.stroke(way);
      ctx.strokeStyle = colours.ink;
      ctx.lineWidth = 3.5 / scale;
      ctx.stroke(way);
    }
  });
  ctx.strokeStyle = colours.amber;
  ctx.lineWidth = 2;
  ctx.setLineDash([5, 4]);
  for (const [from, to] of scene.moves) {
    const [a, b] = [project(from), project(to)];
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  const disc = (x: number, y: number, radius: number, colour: string): void => {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
  };
  for (const dot of scene.dots) {
    const { x, y } = project(dot);
    const radius = dot.radius * grown;
    if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) continue;
    if (dot.code === scene.chosen) {
      disc(x, y, radius + 6, colours.ink);
      disc(x, y, radius + 4, colours.sheet);
    }
    if (dot.colour === undefined) {
      disc(x, y, radius + 2, colours.zhu);
      disc(x, y, radius, colours.sheet);
      ctx.strokeStyle = colours.zhu;
      ctx.lineWidth = 1.5;
      const arm = radius * 0.5;
      ctx.beginPath();
      ctx.moveTo(x - arm, y - arm);
      ctx.lineTo(x + arm, y + arm);
      ctx.moveTo(x - arm, y + arm);
      ctx.lineTo(x + arm, y - arm);
      ctx.stroke();
    } else {
      disc(x, y, radius + 1, colours.ink);
      disc(x, y, radius, dot.colour);
      if (!dot.counted) disc(x, y, radius * 0.5, colours.sheet);
    }
  }
  for (const mark of scene.marks) {
    const { x, y } = project(mark);
    drawMark(ctx, mark.mark, x, y);
  }
  ctx.textAlign = 'center';
  ctx.lineJoin = 'round';
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  const write = (text: string, x: number, y: number, font: string): void => {
    ctx.font = font;
    const half = ctx.measureText(text).width / 2 + 2;
    // A name that would lie on another is left out, as MapLibre does.
    if (taken.some((one) => Math.abs(one.y - y) < 15 && one.left < x + half && one.right > x - half)) return;
    taken.push({ left: x - half, right: x + half, y });
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 3;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, x, y);
  };
  const named = (
    places: readonly Mark[] | readonly Dot[] | Scene['names'],
    put: (n: number, at: Point) => void,
  ): void => {
    for (const [n, place] of places.entries()) {
      const at = project(place);
      if (at.x > 0 && at.y > 0 && at.x < size.width && at.y < size.height) put(n, at);
    }
  };
  if (sight.zoom < 10)
    named(scene.names, (n, { x, y }) => write(scene.names[n]?.text ?? '', x, y - 14, `600 15px ${faces.text}`));
  else named(scene.marks, (n, { x, y }) => write(scene.marks[n]?.name ?? '', x, y - 12, `600 12px ${faces.text}`));
  if (sight.zoom >= 11)
    named(scene.dots, (n, { x, y }) =>
      write(scene.dots[n]?.name ?? '', x, y + (scene.dots[n]?.radius ?? 0) * grown + 14, `12px ${faces.text}`),
    );
}
