import type { ReactNode } from 'react';
import css from './empty.module.css';

/** Nothing here, and what to do about it. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }): ReactNode {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {hint === undefined ? null : <p className="soft">{hint}</p>}
      {children === undefined ? null : <div className={css.ways}>{children}</div>}
    </div>
  );
}
