import type { ReactElement } from 'react';
import type { NearPlace, PlaceFound, TravelMode } from '../../../../modules/network/index.ts';
import { dayText } from '../../dates.ts';
import type { Frame } from '../../frame.ts';
import { Shell } from '../../shell.tsx';
import { rich, typeset } from '../../typography.tsx';
import { Modes } from './modes.tsx';
import { type PlaceChoice, PlaceFields } from './place-fields.tsx';
import { deviceForm, type ListedPoint, Places } from './places.tsx';
import { type Start, startFields } from './start.ts';

/** What was typed, and what of it the registers know. */
export interface Searched {
  readonly text: string;
  readonly places: readonly PlaceFound[];
  readonly points: readonly ListedPoint[];
}

export interface NearestProps extends PlaceChoice {
  readonly frame: Frame;
  readonly searched?: Searched;
  /** Undefined before a place is known. */
  readonly found:
    | {
        readonly start: Start;
        readonly place: string;
        readonly by: TravelMode;
        readonly modes: readonly TravelMode[];
        readonly places: readonly NearPlace[];
      }
    | undefined;
}

/** The nearest points: by a name or an address, by the device's place where the person allows it, or from the list. */
export function NearestPage({ frame, searched, found, ...choice }: NearestProps): ReactElement {
  const { words } = frame;
  return (
    <Shell
      frame={frame}
      title={words.t('nearest.title')}
      back={frame.kiosk ? '/kiosk' : '/'}
      sheet="nearest"
      script="nearest"
    >
      <h1>{words.t('nearest.title')}</h1>
      {found !== undefined && <Found frame={frame} found={found} />}
      {found !== undefined && <h2>{words.t('nearest.elsewhere')}</h2>}
      <form method="get" action="/nearest">
        <div className="field">
          <label className="label" htmlFor="q">
            {words.t('nearest.q')}
          </label>
          <p className="hint" id="q-hint">
            {rich(words, 'nearest.q.hint')}
          </p>
          <div className="ask">
            <input
              className="in"
              type="search"
              id="q"
              name="q"
              maxLength={100}
              autoComplete="street-address"
              enterKeyHint="search"
              aria-describedby="q-hint"
              defaultValue={searched?.text ?? ''}
            />
            <button className="btn" type="submit">
              {words.t('nearest.find')}
            </button>
          </div>
        </div>
      </form>
      {searched !== undefined && <SearchResult frame={frame} searched={searched} />}
      {!frame.kiosk && <FromDevice frame={frame} />}
      <form method="get" action="/nearest">
        <h2>{words.t('nearest.list')}</h2>
        <PlaceFields words={words} {...choice} />
        <div className="actions">
          <button className="btn second" type="submit">
            {words.t('nearest.find')}
          </button>
        </div>
      </form>
    </Shell>
  );
}

/** Shown by the script alone, and only where the browser can tell a place. Sent as a form, so that it stands in no address and no log. */
function FromDevice({ frame }: { readonly frame: Frame }): ReactElement {
  const { words } = frame;
  return (
    <form method="post" action="/nearest" data-locate="" hidden>
      <input type="hidden" name="lon" />
      <input type="hidden" name="lat" />
      <button className="btn second" type="button" aria-describedby="locate-hint">
        {words.t('nearest.locate')}
      </button>
      <p className="hint" id="locate-hint">
        {rich(words, 'nearest.locate.hint')}
      </p>
      <output
        className="hint"
        data-busy={words.t('nearest.locate.busy')}
        data-denied={words.t('nearest.locate.denied')}
        data-failed={words.t('nearest.locate.failed')}
      />
    </form>
  );
}

function SearchResult({ frame, searched }: { readonly frame: Frame; readonly searched: Searched }): ReactElement {
  const { words } = frame;
  const { text, places, points } = searched;
  if (places.length === 0 && points.length === 0)
    return (
      <p className="note" role="status">
        {rich(words, 'nearest.notFound', { q: text })}
      </p>
    );
  return (
    <>
      {places.length > 0 && (
        <section aria-labelledby="places">
          <h2 id="places">{words.t('nearest.which')}</h2>
          <ul className="doors">
            {places.map(({ region, fullName, former }) => (
              <li key={region.code}>
                <a href={`/nearest?from=${region.code}`}>
                  {typeset(fullName, words.language)}
                  {former && region.validTo !== null && (
                    <span className="tag">
                      {rich(words, 'nearest.former', { day: dayText(words, region.validTo, frame.today) })}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {points.length > 0 && (
        <section aria-labelledby="points">
          <h2 id="points">{rich(words, 'nearest.points', { q: text })}</h2>
          <Places frame={frame} places={points} />
        </section>
      )}
    </>
  );
}

function Found({
  frame,
  found,
}: {
  readonly frame: Frame;
  readonly found: NonNullable<NearestProps['found']>;
}): ReactElement {
  const { words } = frame;
  const { start, place, by, modes, places } = found;
  if (places.length === 0) return <p className="note">{rich(words, 'nearest.none')}</p>;
  const byRoad = places.some(({ travel }) => travel.by === 'road');
  return (
    <section aria-labelledby="found">
      <h2 id="found">{rich(words, 'nearest.count', { place, n: places.length })}</h2>
      <Modes frame={frame} modes={modes} by={by} start={start} action="/nearest" />
      <p className="soft">
        {rich(words, byRoad ? `nearest.order.${by}` : 'nearest.order.straight')}
        {places.some(({ travel }) => travel.schematic) && rich(words, 'nearest.schematic')}
      </p>
      {start.kind === 'device' && (
        <form id={deviceForm} method="post" action="/nearest">
          {Object.entries(startFields(start, by)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </form>
      )}
      <Places frame={frame} places={places} by={by} start={start} />
    </section>
  );
}
