import type { ComponentProps, ReactNode } from 'react';
import css from './text-button.module.css';

/** A button that reads like a word in the line: for small steps that lead nowhere else. */
export function TextButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>): ReactNode {
  return <button {...props} type="button" className={css.button} />;
}
