import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

/** `K7QM2X9BPD` → `K7QM2-X9BPD`: in two halves, as it is read aloud and copied. */
export function codeText(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/** Saved: the code, what it is for, how long it lasts. */
export function LaterPage({
  frame,
  code,
  days,
  until,
  next,
  guarded,
}: {
  frame: Frame;
  code: string;
  days: number;
  until: string;
  /** Where it goes on. */
  next: string;
  guarded: boolean;
}): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('later.title')} guarded={guarded}>
      <h1>{words.t('later.title')}</h1>
      <dl className="receipt">
        <dt>{words.t('later.code')}</dt>
        <dd className="code">{codeText(code)}</dd>
      </dl>
      <p>{rich(words, 'later.text')}</p>
      <p>{rich(words, 'later.safe')}</p>
      <p className="soft">{rich(words, 'later.keep', { days, date: dayText(words, until, frame.today) })}</p>
      <div className="actions">
        <a className="btn" href={next}>
          {words.t('later.back')}
        </a>
        <button
          className="btn second"
          type="button"
          hidden
          data-copy={codeText(code)}
          data-done={words.t('later.copied')}
        >
          {words.t('later.copy')}
        </button>
      </div>
    </Shell>
  );
}

export interface ResumeProps {
  readonly frame: Frame;
  readonly typed: string;
  readonly fault: 'unknown' | undefined;
  /** The page's session had ended while it was being filled in: its answers wait here until the code is given. */
  readonly kept?:
    | {
        readonly form: string;
        readonly step: string;
        readonly answers: Readonly<Record<string, string | readonly string[]>>;
      }
    | undefined;
}

/** Come back with the code. */
export function ResumePage({ frame, typed, fault, kept }: ResumeProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('resume.title')} back="/" faulty={fault !== undefined}>
      <ErrorSummary
        words={words}
        faults={fault === undefined ? [] : [{ target: 'code', text: rich(words, 'resume.unknown') }]}
      />
      <h1>{words.t('resume.title')}</h1>
      {kept !== undefined && fault === undefined && (
        <Note>
          <p>{rich(words, 'resume.expired')}</p>
        </Note>
      )}
      <Form frame={frame} action="/resume" hidden={kept === undefined ? {} : { form: kept.form, step: kept.step }}>
        {Object.entries(kept?.answers ?? {}).map(([name, value]) => (
          <Kept key={name} name={name} values={[value].flat()} />
        ))}
        <div className={fault === undefined ? 'field' : 'field bad'}>
          <label className="label" htmlFor="code">
            {words.t('resume.code')}
          </label>
          <p className="hint" id="code-hint">
            {rich(words, 'resume.hint', { n: 10 })}
          </p>
          <input
            className="in w18"
            id="code"
            name="code"
            type="text"
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={typed}
            aria-describedby="code-hint"
            aria-invalid={fault === undefined ? undefined : true}
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('resume.do')}
          </button>
        </div>
      </Form>
      <p className="soft">{rich(words, 'resume.lost')}</p>
    </Shell>
  );
}

/** Answers of one control, carried along unseen. No two boxes of a control have the same value. */
function Kept({ name, values }: { name: string; values: readonly string[] }): ReactElement {
  return (
    <>
      {[...new Set(values)].map((value) => (
        <input key={value} type="hidden" name={`kept-${name}`} value={value} />
      ))}
    </>
  );
}
