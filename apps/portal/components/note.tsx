import type { ReactElement, ReactNode } from 'react';

/** A note that stands out: information, a warning, or a stop. */
export function Note({
  kind = 'info',
  title,
  children,
}: {
  kind?: 'info' | 'warn' | 'stop';
  title?: ReactNode;
  children?: ReactNode;
}): ReactElement {
  return (
    <div className={kind === 'info' ? 'note' : `note ${kind}`} role="note">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  );
}
