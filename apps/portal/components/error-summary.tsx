import type { ReactElement, ReactNode } from 'react';
import type { Words } from '../locales/locale.ts';

export interface Fault {
  /** Id of the control to go to. */
  readonly target: string;
  readonly text: ReactNode;
  /** Where the control stands on another page. */
  readonly href?: string;
  /** Needed where several faults lead to one control. */
  readonly key?: string;
}

/** Everything to be put right, on top, each line a link to its place. */
export function ErrorSummary({ words, faults }: { words: Words; faults: readonly Fault[] }): ReactElement | null {
  if (faults.length === 0) return null;
  return (
    <div className="faults" role="alert" tabIndex={-1} aria-labelledby="faults-title">
      <h2 id="faults-title">{words.t('form.errors')}</h2>
      <ul className="bare">
        {faults.map((fault) => (
          <li key={fault.key ?? fault.target}>
            <a href={fault.href ?? `#${fault.target}`}>{fault.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
