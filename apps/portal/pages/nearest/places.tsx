import type { ReactElement } from 'react';
import type { Agency, NearPlace, PointHours, TravelMode } from '../../../../modules/network/index.ts';
import { type Row, Rows } from '../../components/rows.tsx';
import { dayText } from '../../dates.ts';
import type { Frame } from '../../frame.ts';
import type { LocaleKey } from '../../locales/locale.ts';
import { rich, typeset } from '../../typography.tsx';
import { busText } from './bus.ts';
import { durationText, kilometresText } from './duration.ts';
import { closedDays, hoursText } from './hours.tsx';
import { type Start, startQuery } from './start.ts';

/** A point as it stands in a list: found by nearness, or by its name without a way to it. */
export type ListedPoint = PointHours & {
  readonly agency: Agency;
  readonly travel?: NearPlace['travel'] | null;
  readonly bus?: NearPlace['bus'];
};

/** The form that carries a device's place; its buttons stand in the list. */
export const deviceForm = 'from';

export interface PlacesProps {
  readonly frame: Frame;
  readonly places: readonly ListedPoint[];
  readonly by?: TravelMode;
  /** Where the person starts: each point then tells the way there. */
  readonly start?: Start;
}

/** Points with their hours, nearest first. */
export function Places({ frame, places, by = 'drive', start }: PlacesProps): ReactElement {
  return (
    <ul className="places">
      {places.map((near) => (
        <li key={near.agency.id}>
          <h3>{near.agency.name}</h3>
          <PointTags frame={frame} point={near} by={by} />
          <Rows rows={rowsOf(frame, near)} />
          <WayThere frame={frame} agency={near.agency} start={start} by={by} />
        </li>
      ))}
    </ul>
  );
}

/** Whether it is open, how long it takes, whether there are steps. */
export function PointTags({
  frame,
  point,
  by,
}: {
  readonly frame: Frame;
  readonly point: ListedPoint;
  readonly by: TravelMode;
}): ReactElement {
  const { words } = frame;
  const { openNow, closes, next, travel, agency } = point;
  return (
    <p className="tags">
      <span className={openNow ? 'tag ok' : 'tag'}>
        {openNow && closes !== null
          ? rich(words, 'nearest.openUntil', { time: closes })
          : words.t(openNow ? 'nearest.open' : 'nearest.closed')}
      </span>
      {!openNow && next !== null && (
        <span className="tag">
          {rich(words, 'nearest.opens', {
            when: `${next.day === frame.today ? words.t('date.today') : dayText(words, next.day, frame.today)} ${next.from}`,
          })}
        </span>
      )}
      {travel != null && (
        <span className="tag">
          {travel.minutes === 0
            ? words.t('nearest.isHere')
            : travel.by === 'straightLine'
              ? rich(words, 'nearest.straight', { km: kilometresText(words, travel.straightKm) })
              : rich(words, `nearest.took.${by}`, { time: durationText(words, travel.minutes) })}
        </span>
      )}
      {agency.barrierFree && <span className="tag">{words.t('nearest.barrierFree')}</span>}
    </p>
  );
}

/** A link to the point with the way to it; from a device's place a button, so that the place stands in no address. */
function WayThere({
  frame,
  agency,
  start,
  by,
}: {
  readonly frame: Frame;
  readonly agency: Agency;
  readonly start: Start | undefined;
  readonly by: TravelMode;
}): ReactElement {
  const { words } = frame;
  const path = pointPath(agency);
  const text = (
    <>
      {words.t('nearest.more')}
      <span className="vh">{`${words.language === 'zh' ? '：' : ': '}${agency.name}`}</span>
    </>
  );
  return start?.kind === 'device' ? (
    <button className="link" type="submit" form={deviceForm} formAction={path}>
      {text}
    </button>
  ) : (
    <a className="link" href={start === undefined ? path : `${path}?${startQuery(start, by)}`}>
      {text}
    </a>
  );
}

export function pointPath({ tenant, code }: Pick<Agency, 'tenant' | 'code'>): string {
  return `/nearest/point/${tenant}/${code}`;
}

function rowsOf(frame: Frame, point: ListedPoint): readonly Row[] {
  const { words } = frame;
  const closed = closedDays(frame, point.week);
  return [
    ...contactRows(frame, point.agency),
    { label: words.t('nearest.hours'), value: hoursText(words, point.agency.hours.weekly) },
    ...(closed === '' ? [] : [{ label: words.t('nearest.unusual'), value: typeset(closed, words.language) }]),
    { label: words.t('nearest.services'), value: servicesText(frame, point.agency) },
    ...(point.bus == null
      ? []
      : [{ label: words.t('nearest.bus'), value: typeset(busText(words, point.bus), words.language) }]),
  ];
}

/** Where it is and how to call it. A kiosk cannot telephone. */
export function contactRows({ words, kiosk }: Frame, { address, phone }: Agency): readonly Row[] {
  return [
    ...(address === null ? [] : [{ label: words.t('nearest.address'), value: typeset(address, words.language) }]),
    ...(phone === null
      ? []
      : [
          {
            label: words.t('nearest.phone'),
            value: kiosk ? phone : <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
          },
        ]),
  ];
}

export function servicesText({ words }: Frame, { services }: Agency): string {
  return services
    .map((service) => words.t(`nearest.service.${service}` satisfies LocaleKey))
    .join(words.language === 'zh' ? '、' : ', ');
}
