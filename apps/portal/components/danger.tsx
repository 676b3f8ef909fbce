import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';

/** Where one leaves to: a page of our own that says nothing of legal aid. */
export const neutralPage = '/calendar';

/** The quiet strip: the police, and the way out. Where the person may not be safe it stays in sight while the page scrolls. */
export function DangerStrip({ frame, guard = false }: { frame: Frame; guard?: boolean }): ReactElement {
  const { words } = frame;
  return (
    <aside className={guard ? 'danger guard' : 'danger'} aria-label={words.t('danger.now')}>
      <div className="col">
        <p>
          {words.t('danger.now')} {frame.kiosk ? <b>110</b> : <a href="tel:110">{words.t('danger.call')}</a>}
        </p>
        <a href={neutralPage} data-exit="" rel="nofollow" title={words.t('danger.exit.hint')}>
          {words.t('danger.exit')}
        </a>
      </div>
    </aside>
  );
}
