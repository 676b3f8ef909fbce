import type { ReactNode } from 'react';
import css from './entry-form.module.css';

/** One part of the form: its name on the left, its fields in two columns. */
export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      <div className={css.fields}>{children}</div>
    </section>
  );
}

/** A field that takes the whole line. */
export function Whole({ children }: { children: ReactNode }): ReactNode {
  return <div className={css.whole}>{children}</div>;
}
