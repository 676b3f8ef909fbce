import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import type { Frame, Say } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

export interface ObjectionProps {
  readonly frame: Frame;
  readonly version: number;
  /** What is objected to is a termination, not a refusal. */
  readonly terminated?: boolean;
  /** Until when, or that the time is over. */
  readonly time: readonly Say[];
  readonly late: boolean;
  readonly typed: { readonly reasons: string; readonly lateReason: string };
  readonly faults: readonly ('reasons' | 'lateReason')[];
}

/** 提出异议: why the decision is wrong, in the person's own words; late, also why so late. */
export function ObjectionPage({
  frame,
  version,
  terminated = false,
  time,
  late,
  typed,
  faults,
}: ObjectionProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('objection.title')} back="/progress/matter" faulty={faults.length > 0}>
      <ErrorSummary
        words={words}
        faults={faults.map((field) => ({ target: field, text: rich(words, `objection.${field}.missing`) }))}
      />
      <h1>{words.t('objection.title')}</h1>
      <p className="lead">{rich(words, terminated ? 'objection.lead.terminated' : 'objection.lead')}</p>
      {time.map((say) => (
        <p key={say.key}>{rich(words, say.key, say.slots)}</p>
      ))}
      <Form frame={frame} action="/progress/objection" hidden={{ version: String(version) }}>
        <Words
          frame={frame}
          name="reasons"
          rows={6}
          maxLength={3000}
          typed={typed.reasons}
          bad={faults.includes('reasons')}
        />
        {late && (
          <Words
            frame={frame}
            name="lateReason"
            rows={3}
            maxLength={1000}
            typed={typed.lateReason}
            bad={faults.includes('lateReason')}
          />
        )}
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('objection.send')}
          </button>
          <a className="link" href="/progress/matter">
            {words.t('objection.leave')}
          </a>
        </div>
      </Form>
    </Shell>
  );
}

interface WordsProps {
  readonly frame: Frame;
  readonly name: 'reasons' | 'lateReason';
  readonly rows: number;
  readonly maxLength: number;
  readonly typed: string;
  readonly bad: boolean;
}

/** One field for the person's own words, with what is wrong said where it is wrong. */
function Words({ frame: { words }, name, rows, maxLength, typed, bad }: WordsProps): ReactElement {
  return (
    <div className={bad ? 'field bad' : 'field'}>
      <label className="label" htmlFor={name}>
        {words.t(`objection.${name}`)}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {rich(words, `objection.${name}.hint`)}
      </p>
      {bad && (
        <p className="err" id={`${name}-error`}>
          <Icon name="alert" />
          <span>{rich(words, `objection.${name}.missing`)}</span>
        </p>
      )}
      <textarea
        className="in"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={typed}
        aria-describedby={bad ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={bad || undefined}
      />
    </div>
  );
}
