import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Path, type PathStep } from '../components/path.tsx';
import { type Row, Rows } from '../components/rows.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';

export interface LookUpProps {
  readonly frame: Frame;
  readonly typed: { readonly number: string; readonly code: string };
  readonly unknown: boolean;
}

/** Ask for number and code. An unknown number and a wrong code read the same. */
export function LookUpPage({ frame, typed, unknown }: LookUpProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('progress.title')} back={frame.kiosk ? '/kiosk' : '/'} faulty={unknown}>
      <ErrorSummary
        words={words}
        faults={unknown ? [{ target: 'number', text: rich(words, 'progress.unknown') }] : []}
      />
      <h1>{words.t('progress.title')}</h1>
      <p className="hint">{rich(words, 'progress.lead')}</p>
      <Form frame={frame} action="/progress">
        <div className={unknown ? 'field bad' : 'field'}>
          <label className="label" htmlFor="number">
            {words.t('progress.number.ask')}
          </label>
          <p className="hint" id="number-hint">
            {rich(words, 'progress.number.hint')}
          </p>
          <input
            className="in"
            id="number"
            name="number"
            type="text"
            inputMode="numeric"
            maxLength={40}
            autoComplete="off"
            defaultValue={typed.number}
            aria-describedby="number-hint"
            aria-invalid={unknown || undefined}
          />
        </div>
        <div className={unknown ? 'field bad' : 'field'}>
          <label className="label" htmlFor="code">
            {words.t('progress.code')}
          </label>
          <input
            className="in w18"
            id="code"
            name="code"
            type="text"
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={typed.code}
            aria-invalid={unknown || undefined}
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('progress.do')}
          </button>
        </div>
      </Form>
      <p className="soft">{rich(words, 'progress.lost')}</p>
    </Shell>
  );
}

export interface ProgressProps {
  readonly frame: Frame;
  /** The number it has now. */
  readonly number: string;
  /** Numbers it had at centres that handed it on. */
  readonly earlier?: readonly string[];
  readonly centre: { readonly name: string; readonly phone: string | null } | null;
  readonly handler: { readonly name: string; readonly unit: string | null } | null;
  readonly steps: readonly PathStep[];
  /** What the handler wrote for the recipient, newest first. */
  readonly notes: readonly { readonly on: string; readonly text: string }[];
  /** True while the person may still take the application back. */
  readonly withdrawable?: boolean;
  /** True while the person may ask for another handler. */
  readonly replaceable?: boolean;
}

/** The way of one matter: done, now, next. */
export function ProgressPage({
  frame,
  number,
  earlier = [],
  centre,
  handler,
  steps,
  notes,
  withdrawable = false,
  replaceable = false,
}: ProgressProps): ReactElement {
  const { words } = frame;
  const people: readonly Row[] = [
    { label: words.t('progress.number'), value: <span className="nw">{number}</span> },
    ...earlier.map((old) => ({ label: words.t('progress.number.earlier'), value: <span className="nw">{old}</span> })),
    ...(centre === null ? [] : [{ label: words.t('receipt.centre'), value: centre.name }]),
    ...(centre?.phone == null
      ? []
      : [
          {
            label: words.t('progress.contact'),
            value: frame.kiosk ? (
              centre.phone
            ) : (
              <a href={`tel:${centre.phone.replace(/[^\d+]/g, '')}`}>{centre.phone}</a>
            ),
          },
        ]),
    ...(handler === null
      ? []
      : [
          {
            label: words.t('progress.handler'),
            value: handler.unit === null ? handler.name : `${handler.name}（${handler.unit}）`,
          },
        ]),
  ];
  return (
    <Shell frame={frame} title={words.t('progress.title')} back="/progress/leave">
      <h1>{words.t('progress.title')}</h1>
      <Path frame={frame} steps={steps} />
      {notes.length > 0 && (
        <>
          <h2>{words.t('progress.notes')}</h2>
          <Rows
            rows={notes.map((note) => ({
              label: typeset(dayText(words, note.on, frame.today), words.language),
              value: typeset(note.text, words.language),
            }))}
          />
        </>
      )}
      <h2>{words.t('progress.about')}</h2>
      <Rows rows={people} />
      <div className="actions">
        <a className="btn second" href="/progress/leave">
          {words.t('progress.again')}
        </a>
        {replaceable && (
          <a className="link" href="/progress/replace">
            {words.t('replace.link')}
          </a>
        )}
        {withdrawable && (
          <a className="link" href="/progress/withdraw">
            {words.t('withdraw.link')}
          </a>
        )}
        <a className="link" href="/complain/start">
          {words.t('complain.link')}
        </a>
      </div>
    </Shell>
  );
}
