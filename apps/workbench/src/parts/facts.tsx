import type { ReactNode } from 'react';
import css from './facts.module.css';

/** Facts in two columns: what, and how it is. */
export function Facts({ children }: { children: ReactNode }): ReactNode {
  return <dl className={css.facts}>{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className={css.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
