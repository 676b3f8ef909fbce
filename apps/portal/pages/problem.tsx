import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

const told = [400, 403, 404, 409, 410, 413, 429, 500, 503, 507] as const;
type Told = (typeof told)[number];

export interface ProblemProps {
  readonly frame: Frame;
  readonly status: number;
  /** Seconds to wait, where the answer carries Retry-After. */
  readonly seconds: number;
  readonly requestId: string;
  /** The form that could not be taken: kept on the page, to be sent again by one press. */
  readonly kept?:
    | { readonly action: string; readonly values: readonly (readonly [name: string, value: string])[] }
    | undefined;
}

/** Something went wrong, in words that say what became of the person's entries and what to do now. */
export function ProblemPage({ frame, status, seconds, requestId, kept }: ProblemProps): ReactElement {
  const { words } = frame;
  const kind: Told = told.find((s) => s === status) ?? (status === 401 ? 403 : status < 500 ? 400 : 500);
  return (
    <Shell frame={frame} title={words.t(`problem.${kind}`)}>
      <h1>{words.t(`problem.${kind}`)}</h1>
      <p className="lead">{rich(words, `problem.${kind}.text`, { seconds, requestId })}</p>
      {kept !== undefined && (
        <form method="post" action={kept.action}>
          {kept.values.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: unseen values in the order they came
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          <p>{rich(words, 'problem.kept')}</p>
          <div className="actions">
            <button className="btn" type="submit">
              {words.t('problem.again')}
            </button>
          </div>
        </form>
      )}
      <div className="actions">
        <a className={kept === undefined ? 'btn' : 'btn second'} href={frame.kiosk ? '/kiosk' : '/'}>
          {words.t('problem.do')}
        </a>
        {!frame.kiosk && (
          <a className="link" href="tel:12348">
            {words.t('problem.call')}
          </a>
        )}
      </div>
    </Shell>
  );
}
