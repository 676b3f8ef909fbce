import type { ReactElement } from 'react';
import {
  type BusWay,
  inWgs84,
  type PointView,
  type RoadWay,
  type TravelMode,
} from '../../../../modules/network/index.ts';
import { RoadMap } from '../../components/road-map.tsx';
import { Rows } from '../../components/rows.tsx';
import type { Frame } from '../../frame.ts';
import { Shell } from '../../shell.tsx';
import { rich, typeset } from '../../typography.tsx';
import { busMoments, busText } from './bus.ts';
import { durationText, kilometresText } from './duration.ts';
import { WeekHours } from './hours.tsx';
import { Modes } from './modes.tsx';
import { contactRows, PointTags, pointPath, servicesText } from './places.tsx';
import { type Start, startQuery } from './start.ts';

export interface PointProps {
  readonly frame: Frame;
  readonly view: PointView;
  readonly by: TravelMode;
  readonly modes: readonly TravelMode[];
  /** Where the person starts and how that is called; undefined where nobody said. */
  readonly start: { readonly from: Start; readonly name: string } | undefined;
}

/** One point: its hours of this week, how to reach it, and the way there in words and as a drawing. */
export function PointPage({ frame, view, by, modes, start }: PointProps): ReactElement {
  const { words } = frame;
  const { agency } = view;
  const back =
    start === undefined || start.from.kind === 'device' ? '/nearest' : `/nearest?${startQuery(start.from, by)}`;
  return (
    <Shell frame={frame} title={agency.name} back={back} sheet="nearest">
      <h1>{agency.name}</h1>
      <PointTags frame={frame} point={view} by={by} />
      {view.photo !== null && (
        <img
          className="photo"
          src={`/api/agencies/${agency.tenant}/${agency.id}/photo?v=${view.photo}`}
          alt={words.t('point.photo', { name: agency.name })}
          loading="lazy"
        />
      )}
      <Rows
        rows={[
          ...contactRows(frame, agency),
          { label: words.t('nearest.services'), value: servicesText(frame, agency) },
          ...(agency.streetLevel ? [{ label: words.t('point.door'), value: words.t('point.streetLevel') }] : []),
        ]}
      />
      <h2>{words.t('point.week')}</h2>
      <WeekHours frame={frame} week={view.week} />
      <h2>{words.t('point.way')}</h2>
      {start === undefined ? (
        <p>
          <a href="/nearest">{words.t('point.noStart')}</a>
        </p>
      ) : (
        <>
          <Modes frame={frame} modes={modes} by={by} start={start.from} action={pointPath(agency)} />
          <WayThere frame={frame} view={view} by={by} from={start.name} />
        </>
      )}
      {view.bus !== null && <ByBus frame={frame} bus={view.bus} />}
      {!frame.kiosk && <InMapPrograms frame={frame} view={view} />}
    </Shell>
  );
}

function WayThere({
  frame,
  view: { agency, travel, way },
  by,
  from,
}: Pick<PointProps, 'frame' | 'view' | 'by'> & { readonly from: string }): ReactElement {
  const { words } = frame;
  const schematic = travel?.schematic === true && <p className="hint">{rich(words, 'nearest.schematic')}</p>;
  if (travel === null) return <p>{rich(words, 'point.noPlace')}</p>;
  if (way === null)
    return (
      <>
        <p>{rich(words, 'point.straight', { place: from, km: kilometresText(words, travel.straightKm) })}</p>
        {schematic}
      </>
    );
  return (
    <>
      <p>
        {rich(words, `point.took.${by}`, {
          place: from,
          time: durationText(words, travel.minutes),
          km: kilometresText(words, way.kilometres),
        })}
      </p>
      <RoadMap
        words={words}
        way={way}
        label={words.t('point.map', { place: from, point: agency.name })}
        schematic={travel.schematic}
      />
      <p className="hint">{rich(words, 'point.map.legend')}</p>
      <ol className="turns">
        {inWords(way).map(({ name, kilometres, minutes }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a road may be taken twice, and the list never changes order
          <li key={at}>
            {rich(words, name === '' ? 'point.road.unnamed' : 'point.road', {
              road: name,
              km: kilometresText(words, kilometres),
              time: durationText(words, minutes),
            })}
          </li>
        ))}
      </ol>
      {way.onFoot >= 1 && <p>{rich(words, 'point.onFoot', { time: durationText(words, way.onFoot) })}</p>}
      {schematic}
    </>
  );
}

/** By bus: when to leave the door, each ride, and when one is there. */
function ByBus({ frame, bus }: { readonly frame: Frame; readonly bus: BusWay }): ReactElement {
  const { words } = frame;
  return (
    <>
      <h2>{words.t('point.bus')}</h2>
      <p>{rich(words, 'point.bus.when', busMoments(words, bus))}</p>
      <p>{typeset(busText(words, bus), words.language)}</p>
      <p className="hint">{rich(words, 'point.bus.hint')}</p>
    </>
  );
}

/** Below this a stretch is a crossing, not a road that one remembers, km. */
const shortest = 0.1;

/** The roads that are worth a line: scraps go with the road before them, stretches of one name come together. */
function inWords({ roads }: RoadWay): RoadWay['roads'] {
  const told: { name: string; kilometres: number; minutes: number }[] = [];
  for (const road of roads) {
    const last = told.at(-1);
    if (last !== undefined && (last.name === road.name || road.kilometres < shortest)) {
      last.kilometres += road.kilometres;
      last.minutes += road.minutes;
    } else told.push({ ...road });
  }
  return told;
}

/** The person's own map programs, opened only when pressed. A place that was drawn and not measured is sent to none: it would lead astray. */
function InMapPrograms({ frame, view: { agency } }: Pick<PointProps, 'frame' | 'view'>): ReactElement | null {
  const { words } = frame;
  if (agency.position?.kind !== 'surveyed') return null;
  const { lon, lat } = inWgs84(agency.position);
  const [x, y] = [lon.toFixed(6), lat.toFixed(6)];
  const name = encodeURIComponent(agency.name);
  return (
    <>
      <h2>{words.t('point.maps')}</h2>
      <p className="hint">{typeset(words.t('point.maps.hint'), words.language)}</p>
      <ul className="doors">
        <li>
          <a href={`geo:${y},${x}?q=${y},${x}(${name})`}>{words.t('point.maps.phone')}</a>
        </li>
        <li>
          <a
            href={`https://uri.amap.com/marker?position=${x},${y}&name=${name}&coordinate=wgs84`}
            rel="noreferrer noopener external"
          >
            {words.t('point.maps.amap')}
          </a>
        </li>
      </ul>
    </>
  );
}
