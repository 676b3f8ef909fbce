import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';
import { codeText } from './later.tsx';

/** What a person does with a receipt: print it, look the matter up, take number and code along. Nothing is copied on a kiosk that others use. */
export function ReceiptActions({
  frame,
  number,
  code,
  progress,
}: {
  readonly frame: Frame;
  readonly number: string;
  readonly code: string;
  /** Where the matter is looked up. */
  readonly progress: string;
}): ReactElement {
  const { words } = frame;
  return (
    <div className="actions">
      <button className="btn" type="button" hidden data-print="">
        {words.t('receipt.print')}
      </button>
      <a className="btn second" href={progress}>
        {words.t('receipt.progress')}
      </a>
      {!frame.kiosk && (
        <button
          className="link"
          type="button"
          hidden
          data-copy={`${number} ${codeText(code)}`}
          data-done={words.t('later.copied')}
        >
          {words.t('receipt.copy')}
        </button>
      )}
    </div>
  );
}
