import type { ReactElement } from 'react';
import type { Agency, NearPlace, OpenSpan } from '../../../modules/network/index.ts';
import { plainText } from '../components/field.tsx';
import { type Row, Rows } from '../components/rows.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import type { Words } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import type { Option } from '../steps/field.ts';
import { rich, typeset } from '../typography.tsx';

export interface NearestProps {
  readonly frame: Frame;
  readonly counties: readonly Option[];
  /** Townships of the chosen county. */
  readonly townships: readonly Option[];
  /** Villages of the chosen township. */
  readonly villages?: readonly Option[];
  readonly chosen: { readonly county: string; readonly township: string; readonly village?: string };
  /** Undefined before a place is chosen. */
  readonly found: { readonly place: string; readonly places: readonly NearPlace[] } | undefined;
}

/** The nearest points, found by county and township: no location of the phone is needed. */
export function NearestPage({ frame, counties, townships, villages, chosen, found }: NearestProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('nearest.title')} back={frame.kiosk ? '/kiosk' : '/'}>
      <h1>{words.t('nearest.title')}</h1>
      <p className="hint">{rich(words, 'nearest.lead')}</p>
      <form method="get" action="/nearest">
        <PlaceFields
          words={words}
          counties={counties}
          townships={townships}
          villages={villages ?? []}
          chosen={chosen}
        />
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('nearest.find')}
          </button>
        </div>
      </form>
      {found !== undefined && <Found frame={frame} place={found.place} places={found.places} />}
    </Shell>
  );
}

/** County, then township, then village: where the person is, without a location. */
export function PlaceFields({
  words,
  counties,
  townships,
  villages = [],
  chosen,
}: {
  words: Words;
} & Pick<NearestProps, 'counties' | 'townships' | 'villages' | 'chosen'>): ReactElement {
  return (
    <>
      <div className="field">
        <label className="label" htmlFor="county">
          {words.t('nearest.county')}
        </label>
        <select className="in" id="county" name="county" defaultValue={chosen.county}>
          <option value="">{words.t('form.choose')}</option>
          {counties.map((option) => (
            <option key={option.value} value={option.value}>
              {plainText(words, option.label)}
            </option>
          ))}
        </select>
      </div>
      {townships.length > 0 && (
        <div className="field">
          <label className="label" htmlFor="township">
            {words.t('nearest.township')}
          </label>
          <select className="in" id="township" name="township" defaultValue={chosen.township}>
            <option value="">{words.t('nearest.any')}</option>
            {townships.map((option) => (
              <option key={option.value} value={option.value}>
                {plainText(words, option.label)}
              </option>
            ))}
          </select>
        </div>
      )}
      {villages.length > 0 && (
        <div className="field">
          <label className="label" htmlFor="village">
            {words.t('nearest.village')}
          </label>
          <select className="in" id="village" name="village" defaultValue={chosen.village ?? ''}>
            <option value="">{words.t('nearest.any')}</option>
            {villages.map((option) => (
              <option key={option.value} value={option.value}>
                {plainText(words, option.label)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function Found({ frame, place, places }: { frame: Frame; place: string; places: readonly NearPlace[] }): ReactElement {
  const { words } = frame;
  if (places.length === 0) return <p className="note">{rich(words, 'nearest.none')}</p>;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{rich(words, 'nearest.count', { place, n: places.length })}</h2>
      <p className="soft">
        {rich(words, places.some(({ travel }) => travel.by === 'road') ? 'nearest.orderByRoad' : 'nearest.order')}
        {words.language === 'zh' ? '。' : '. '}
        {places.some(({ travel }) => travel.schematic) && rich(words, 'nearest.schematic')}
      </p>
      <Places frame={frame} places={places} />
    </section>
  );
}

/** Points with their hours, nearest first. */
export function Places({ frame, places }: { frame: Frame; places: readonly NearPlace[] }): ReactElement {
  const { words } = frame;
  return (
    <ul className="places">
      {places.map((near) => (
        <li key={near.agency.id}>
          <h3>{near.agency.name}</h3>
          <p className="tags">
            <span className={near.openNow ? 'tag ok' : 'tag'}>
              {words.t(near.openNow ? 'nearest.open' : 'nearest.closed')}
            </span>
            {!near.openNow && near.next !== null && (
              <span className="tag">
                {rich(words, 'nearest.opens', {
                  when: `${near.next.day === frame.today ? words.t('date.today') : dayText(words, near.next.day, frame.today)} ${near.next.from}`,
                })}
              </span>
            )}
            <span className="tag">
              {near.travel.roadKm === null
                ? rich(words, 'nearest.minutes', { minutes: near.travel.minutes })
                : rich(words, 'nearest.distance', { km: near.travel.roadKm })}
            </span>
            {near.agency.barrierFree && <span className="tag">{words.t('nearest.barrierFree')}</span>}
          </p>
          <Rows rows={rowsOf(frame, near.agency)} />
        </li>
      ))}
    </ul>
  );
}

function rowsOf(frame: Frame, agency: Agency): readonly Row[] {
  const { words, kiosk } = frame;
  const phone = agency.phone;
  return [
    ...(agency.address === null
      ? []
      : [{ label: words.t('nearest.address'), value: typeset(agency.address, words.language) }]),
    ...(phone === null
      ? []
      : [
          {
            label: words.t('nearest.phone'),
            value: kiosk ? phone : <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
          },
        ]),
    { label: words.t('nearest.hours'), value: hoursText(words, agency.hours.weekly) },
    {
      label: words.t('nearest.services'),
      value: agency.services
        .map((service) => words.t(`nearest.service.${service}`))
        .join(words.language === 'zh' ? '、' : ', '),
    },
  ];
}

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** 周一至周五 09:00–12:00、14:00–17:30: neighbouring days with the same hours are told together. */
export function hoursText(words: Words, weekly: Agency['hours']['weekly']): string {
  const runs: { from: (typeof days)[number]; to: (typeof days)[number]; text: string }[] = [];
  for (const day of days) {
    const text = spansText(weekly[day] ?? [], words);
    const last = runs.at(-1);
    if (last !== undefined && last.text === text && Number(last.to) === Number(day) - 1) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const zh = words.language === 'zh';
  return runs
    .filter((run) => run.text !== '')
    .map((run) => {
      const first = words.t(`nearest.day.${run.from}`);
      const range = run.from === run.to ? first : `${first}${zh ? '至' : '–'}${words.t(`nearest.day.${run.to}`)}`;
      return `${range} ${run.text}`;
    })
    .join(zh ? '；' : '; ');
}

function spansText(spans: readonly OpenSpan[], words: Words): string {
  return spans.map((span) => `${span.from}–${span.to}`).join(words.language === 'zh' ? '、' : ', ');
}
