import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';

/** Where one leaves to: a page of our own that says nothing of legal aid. */
export const neutralPage = '/calendar';

/** The quiet strip: the police, and the way out. */
export function DangerStrip({ frame, floating = false }: { frame: Frame; floating?: boolean }): ReactElement {
  const { words } = frame;
  return (
    <aside className="danger" aria-label={words.t('danger.now')}>
      <div className="col">
        <p>
          {words.t('danger.now')} {frame.kiosk ? <b>110</b> : <a href="tel:110">{words.t('danger.call')}</a>}
        </p>
        <QuickExit frame={frame} />
      </div>
      {floating && <QuickExit frame={frame} floating />}
    </aside>
  );
}

/** Leaves at once: a plain link that the script makes quicker and leaves no step back. */
export function QuickExit({ frame, floating = false }: { frame: Frame; floating?: boolean }): ReactElement {
  const { words } = frame;
  return (
    <a className={floating ? 'btn danger quick' : undefined} href={neutralPage} data-exit="" rel="nofollow" title={words.t('danger.exit.hint')}>
      {words.t('danger.exit')}
    </a>
  );
}
