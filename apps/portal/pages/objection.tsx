import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import type { Frame, Say } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

export interface ObjectionProps {
  readonly frame: Frame;
  readonly version: number;
  /** Until when, or that the time is over. */
  readonly time: readonly Say[];
  readonly late: boolean;
  readonly typed: { readonly reasons: string; readonly lateReason: string };
  readonly faults: readonly ('reasons' | 'lateReason')[];
}

/** 提出异议: why the decision is wrong, in the person's own words; late, also why so late. */
export function ObjectionPage({ frame, version, time, late, typed, faults }: ObjectionProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('objection.title')} back="/progress/matter" faulty={faults.length > 0}>
      <ErrorSummary
        words={words}
        faults={faults.map((field) => ({ target: field, text: rich(words, `objection.${field}.missing`) }))}
      />
      <h1>{words.t('objection.title')}</h1>
      <p className="lead">{rich(words, 'objection.lead')}</p>
      {time.map((say) => (
        <p key={say.key}>{rich(words, say.key, say.slots)}</p>
      ))}
      <Form frame={frame} action="/progress/objection" hidden={{ version: String(version) }}>
        <div className={faults.includes('reasons') ? 'field bad' : 'field'}>
          <label className="label" htmlFor="reasons">
            {words.t('objection.reasons')}
          </label>
          <p className="hint" id="reasons-hint">
            {rich(words, 'objection.reasons.hint')}
          </p>
          <textarea
            className="in"
            id="reasons"
            name="reasons"
            rows={6}
            maxLength={3000}
            defaultValue={typed.reasons}
            aria-describedby="reasons-hint"
            aria-invalid={faults.includes('reasons') || undefined}
          />
        </div>
        {late && (
          <div className={faults.includes('lateReason') ? 'field bad' : 'field'}>
            <label className="label" htmlFor="lateReason">
              {words.t('objection.lateReason')}
            </label>
            <p className="hint" id="lateReason-hint">
              {rich(words, 'objection.lateReason.hint')}
            </p>
            <textarea
              className="in"
              id="lateReason"
              name="lateReason"
              rows={3}
              maxLength={1000}
              defaultValue={typed.lateReason}
              aria-describedby="lateReason-hint"
              aria-invalid={faults.includes('lateReason') || undefined}
            />
          </div>
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
