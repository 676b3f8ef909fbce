import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Place, type RoadsDrawn, roadLinesQuery, roadTilesAt } from '../../../api/circle.ts';
import { useWords } from '../../../locales/i18n.ts';
import { Icon } from '../../../parts/icon.tsx';
import css from './circle-map.module.css';
import { findAt } from './find.ts';
import { hasWebGl2, type MapPort, type OpenMap, type Point, type Sight, sameSight } from './map-port.ts';
import { crowKm, roundKm } from './projection.ts';
import type { Box, Mark, Scene } from './scene.ts';

interface CircleMapProps {
  readonly scene: Scene;
  /** Checksum of the road graph. */
  readonly roads: RoadsDrawn;
  readonly box: Box;
  /** The roads were invented: the map says so. */
  readonly schematic: boolean;
  readonly demonstration: boolean;
  /** Stations can be dragged. */
  readonly movable: boolean;
  /** Set while the next click says where: what the map tells about it. */
  readonly picking: string | undefined;
  /** What it shows where two maps stand side by side. */
  readonly title?: string;
  /** Two maps that move together: where the other one looks, and where to tell that this one was moved. */
  readonly together?: { readonly sight: Sight | undefined; readonly onSight: (sight: Sight) => void } | undefined;
  /** Where something is about to be placed. */
  readonly spot?: Place | undefined;
  readonly wordOf: (code: string) => string;
  readonly onVillage: (code: string) => void;
  readonly onMove: (mark: Mark, to: Place) => void;
  readonly onPick: (place: Place) => void;
  readonly children: ReactNode;
}

type Doing =
  | { readonly what: 'looking' }
  | { readonly what: 'measuring'; readonly from?: Place; readonly to?: Place; readonly hover?: Place }
  | { readonly what: 'dragging'; readonly mark: Mark; readonly at: Point };

/** The map of the circle, with what lies over it: scale, measure, the mark that is dragged, what lies under the pointer. */
export function CircleMap(props: CircleMapProps): ReactNode {
  const { scene, roads, box, schematic, demonstration, movable, picking } = props;
  const { checksum, by } = roads;
  const { t } = useWords();
  const ground = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState<MapPort>();
  const [plain, setPlain] = useState(() => !hasWebGl2());
  const [, setSight] = useState(0);
  const [doing, setDoing] = useState<Doing>({ what: 'looking' });
  const [told, setTold] = useState<{ readonly at: Point; readonly words: string }>();
  // A map that gets company keeps its name and its place: it is not drawn anew.
  const firstTitle = useRef(props.title);
  const label = [t('circle.map'), firstTitle.current].filter((part) => part !== undefined).join(' ');
  const firstBox = useRef(box);
  const now = useRef({ props, doing, port });
  now.current = { props, doing, port };

  useEffect(() => {
    const element = ground.current;
    if (element === null) return;
    let opened: MapPort | undefined;
    let gone = false;
    const open = async (): Promise<void> => {
      const draw: OpenMap = plain
        ? (await import('./canvas-map.ts')).openCanvasMap
        : (await import('./gl-map.ts')).openGlMap;
      if (gone) return;
      opened = draw(element, {
        label,
        box: firstBox.current,
        tiles: roadTilesAt({ checksum, by }),
        onMove: () => {
          setSight((n) => n + 1);
          if (opened !== undefined) now.current.props.together?.onSight(opened.sight());
        },
        onLost: () => setPlain(true),
      });
      setPort(opened);
    };
    // A graphics driver that breaks down leaves the plain canvas.
    open().catch((error: unknown) => {
      if (plain) throw error;
      setPlain(true);
    });
    return () => {
      gone = true;
      opened?.remove();
      setPort(undefined);
    };
  }, [plain, label, checksum, by]);

  useEffect(() => port?.setScene(scene), [port, scene]);
  const elsewhere = props.together?.sight;
  useEffect(() => {
    if (port !== undefined && elsewhere !== undefined && !sameSight(port.sight(), elsewhere)) port.look(elsewhere);
  }, [port, elsewhere]);
  const lines = useQuery({ ...roadLinesQuery(roads), enabled: plain });
  useEffect(() => {
    if (lines.data !== undefined) port?.setRoads?.(lines.data);
  }, [port, lines.data]);

  useEffect(() => {
    const element = ground.current;
    if (element === null || port === undefined) return;
    const pointOf = (event: PointerEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    let pressed: Point | undefined;
    const under = (at: Point) => findAt(port, now.current.props.scene, at);
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      const at = pointOf(event);
      pressed = at;
      const { props: own, doing: does } = now.current;
      if (!own.movable || own.picking !== undefined || does.what !== 'looking') return;
      const found = under(at);
      if (found !== undefined && 'mark' in found && canMove(found.mark)) {
        port.hold(true);
        setDoing({ what: 'dragging', mark: found.mark, at });
      }
    };
    const move = (event: PointerEvent): void => {
      const at = pointOf(event);
      const { doing: does, props: own } = now.current;
      if (does.what === 'dragging') {
        setDoing({ ...does, at });
        setTold(undefined);
        return;
      }
      if (does.what === 'measuring' && does.from !== undefined && does.to === undefined)
        setDoing({ ...does, hover: port.unproject(at) });
      const found = event.buttons === 0 ? under(at) : undefined;
      setTold(
        found === undefined ? undefined : { at, words: 'mark' in found ? found.mark.name : own.wordOf(found.dot.code) },
      );
    };
    const up = (event: PointerEvent): void => {
      const at = pointOf(event);
      const { doing: does, props: own } = now.current;
      const still = pressed !== undefined && Math.hypot(at.x - pressed.x, at.y - pressed.y) < 5;
      pressed = undefined;
      if (does.what === 'dragging') {
        port.hold(false);
        setDoing({ what: 'looking' });
        if (!still) own.onMove(does.mark, port.unproject(at));
        return;
      }
      if (!still) return;
      if (does.what === 'measuring') {
        const here = port.unproject(at);
        setDoing(
          does.from === undefined || does.to !== undefined
            ? { what: 'measuring', from: here }
            : { what: 'measuring', from: does.from, to: here },
        );
        return;
      }
      const found = under(at);
      if (own.picking !== undefined) own.onPick(found !== undefined && 'dot' in found ? found.dot : port.unproject(at));
      else if (found !== undefined && 'dot' in found) own.onVillage(found.dot.code);
    };
    const cancel = (): void => {
      port.hold(false);
      setTold(undefined);
      if (now.current.doing.what === 'dragging') setDoing({ what: 'looking' });
    };
    element.addEventListener('pointerdown', down, { capture: true });
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('pointerleave', cancel);
    return () => {
      element.removeEventListener('pointerdown', down, { capture: true });
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('pointerleave', cancel);
    };
  }, [port]);

  const measuring = doing.what === 'measuring';
  const line =
    doing.what === 'measuring' && doing.from !== undefined
      ? { from: doing.from, to: doing.to ?? doing.hover }
      : undefined;
  useEffect(() => {
    if (!measuring) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDoing({ what: 'looking' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [measuring]);

  return (
    <div className={css.map} data-drawn-by={port?.kind}>
      <div
        ref={ground}
        className={`${css.ground} ${measuring || picking !== undefined ? css.aiming : ''} ${movable ? css.movable : ''}`}
      />
      {port === undefined ? null : (
        <>
          <Over port={port} line={line} dragging={doing.what === 'dragging' ? doing : undefined} spot={props.spot} />
          {told === undefined ? null : (
            <p className={css.told} style={{ left: told.at.x + 14, top: told.at.y + 10 }} aria-hidden="true">
              {told.words}
            </p>
          )}
          <div className={css.tools}>
            <Button aria-label={t('circle.zoomIn')} icon={<Icon name="plus" />} onClick={() => port.zoomBy(1)} />
            <Button aria-label={t('circle.zoomOut')} icon={<Icon name="minus" />} onClick={() => port.zoomBy(-1)} />
            <Button onClick={() => port.fit(box)}>{t('circle.wholeMap')}</Button>
            <Button
              aria-pressed={measuring}
              type={measuring ? 'primary' : 'default'}
              onClick={() => setDoing(measuring ? { what: 'looking' } : { what: 'measuring' })}
            >
              {t('circle.measure')}
            </Button>
          </div>
          <ScaleBar port={port} />
        </>
      )}
      <div className={css.marks}>
        {props.title === undefined ? null : <p className={css.title}>{props.title}</p>}
        {schematic ? <p className={css.schematic}>{t('circle.schematic')}</p> : null}
        {demonstration ? <p className={css.schematic}>{t('desk.demonstration')}</p> : null}
        {picking !== undefined ? <p className={css.hint}>{picking}</p> : null}
        {measuring && line === undefined ? <p className={css.hint}>{t('circle.measureHint')}</p> : null}
      </div>
      {props.children}
    </div>
  );
}

/** Stations of the register; what a plan or a what-if opened is moved by opening it elsewhere. */
const canMove = ({ mark }: Mark): boolean => mark !== 'new' && mark !== 'planned' && mark !== 'closed';

function Over({
  port,
  line,
  dragging,
  spot,
}: {
  port: MapPort;
  line: { readonly from: Place; readonly to: Place | undefined } | undefined;
  dragging: { readonly mark: Mark; readonly at: Point } | undefined;
  spot: Place | undefined;
}): ReactNode {
  const { t } = useWords();
  if (line === undefined && dragging === undefined && spot === undefined) return null;
  const ends = line === undefined ? [] : [line.from, ...(line.to === undefined ? [] : [line.to])].map(port.project);
  const [a, b] = ends;
  return (
    <svg className={css.over} aria-hidden="true">
      {a !== undefined && b !== undefined ? <line className={css.tape} x1={a.x} y1={a.y} x2={b.x} y2={b.y} /> : null}
      {ends.map(({ x, y }) => (
        <circle key={`${x},${y}`} className={css.end} cx={x} cy={y} r={4} />
      ))}
      {b !== undefined && line?.to !== undefined ? (
        <text className={css.length} x={b.x + 10} y={b.y - 8}>
          {t('circle.crow', { km: kmInWords(crowKm(line.from, line.to)) })}
        </text>
      ) : null}
      {spot === undefined ? null : <Cross at={port.project(spot)} />}
      {dragging === undefined ? null : (
        <g>
          <line
            className={css.tape}
            x1={port.project(dragging.mark).x}
            y1={port.project(dragging.mark).y}
            x2={dragging.at.x}
            y2={dragging.at.y}
          />
          <rect className={css.ghost} x={dragging.at.x - 6} y={dragging.at.y - 6} width={12} height={12} />
        </g>
      )}
    </svg>
  );
}

function Cross({ at: { x, y } }: { at: Point }): ReactNode {
  return (
    <g className={css.cross}>
      <circle cx={x} cy={y} r={9} />
      <path d={`M${x - 15} ${y}H${x + 15}M${x} ${y - 15}V${y + 15}`} />
    </g>
  );
}

function ScaleBar({ port }: { port: MapPort }): ReactNode {
  const { t } = useWords();
  const most = 110;
  const km = crowKm(port.unproject({ x: 0, y: 200 }), port.unproject({ x: most, y: 200 }));
  if (!(km > 0)) return null;
  const round = roundKm(km);
  return (
    <p className={css.scale} style={{ width: (most * round) / km }}>
      {round >= 1 ? t('circle.km', { km: round }) : t('circle.metres', { metres: Math.round(round * 1000) })}
    </p>
  );
}

function kmInWords(km: number): string {
  return km < 10 ? km.toFixed(2) : km.toFixed(1);
}
