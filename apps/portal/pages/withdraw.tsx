import type { ReactElement } from 'react';
import { Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

export interface WithdrawProps {
  readonly frame: Frame;
  readonly of: 'application' | 'complaint';
  /** Where one comes from, and where the form goes. */
  readonly at: string;
  readonly action: string;
  readonly version: number;
}

/** Taking an application or a complaint back: what it means, and why, if the person likes to say. */
export function WithdrawPage({ frame, of, at, action, version }: WithdrawProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t(`withdraw.title.${of}`)} back={at}>
      <h1>{words.t(`withdraw.title.${of}`)}</h1>
      <p className="lead">{rich(words, `withdraw.text.${of}`)}</p>
      <Form frame={frame} action={action} hidden={{ version: String(version) }}>
        <div className="field">
          <label className="label" htmlFor="reason">
            {words.t('withdraw.reason')}
            <span className="opt">{words.t('form.optional')}</span>
          </label>
          <textarea className="in" id="reason" name="reason" rows={3} maxLength={500} />
        </div>
        <div className="actions">
          <button className="btn danger" type="submit">
            {words.t(`withdraw.do.${of}`)}
          </button>
          <a className="link" href={at}>
            {words.t('withdraw.keep')}
          </a>
        </div>
      </Form>
    </Shell>
  );
}
