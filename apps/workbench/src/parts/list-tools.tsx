import { Select } from 'antd';
import type { ReactNode } from 'react';
import css from './list-tools.module.css';

/** What narrows a list, side by side over it. */
export function ListTools({ children }: { children: ReactNode }): ReactNode {
  return <div className={css.tools}>{children}</div>;
}

interface PickProps<K extends string> {
  readonly label: string;
  /** What is said where nothing is left out. */
  readonly every: string;
  readonly chosen: K | undefined;
  readonly options: readonly { readonly value: K; readonly label: string }[];
  readonly onChoose: (value: K | undefined) => void;
}

/** One value out of many to narrow a list by, or all of them. */
export function Pick<K extends string>({ label, every, chosen, options, onChoose }: PickProps<K>): ReactNode {
  return (
    <Select<K | ''>
      aria-label={label}
      className={css.pick ?? ''}
      value={chosen ?? ''}
      onChange={(value) => onChoose(value === '' ? undefined : value)}
      options={[{ value: '', label: every }, ...options]}
    />
  );
}
