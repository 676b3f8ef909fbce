import type { ReactElement } from 'react';
import { Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

/** Taking an application back: what it means, and why, if the person likes to say. */
export function WithdrawPage({ frame, version }: { frame: Frame; version: number }): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('withdraw.title')} back="/progress/matter">
      <h1>{words.t('withdraw.title')}</h1>
      <p className="lead">{rich(words, 'withdraw.text')}</p>
      <Form frame={frame} action="/progress/withdraw" hidden={{ version: String(version) }}>
        <div className="field">
          <label className="label" htmlFor="reason">
            {words.t('withdraw.reason')}
            <span className="opt">{words.t('form.optional')}</span>
          </label>
          <textarea className="in" id="reason" name="reason" rows={3} maxLength={1000} />
        </div>
        <div className="actions">
          <button className="btn danger" type="submit">
            {words.t('withdraw.do')}
          </button>
          <a className="link" href="/progress/matter">
            {words.t('withdraw.keep')}
          </a>
        </div>
      </Form>
    </Shell>
  );
}
