import type { ReactNode } from 'react';
import css from './filter-chips.module.css';

export interface FilterChip<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count?: number | undefined;
  readonly tone?: 'zhu' | 'amber';
}

interface FilterChipsProps<K extends string> {
  readonly label: string;
  readonly chips: readonly FilterChip<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}

/** One choice of a list, each with its count. */
export function FilterChips<K extends string>({ label, chips, chosen, onChoose }: FilterChipsProps<K>): ReactNode {
  return (
    <fieldset className={css.chips}>
      <legend className="unseen">{label}</legend>
      {chips.map(({ key, label: words, count, tone }) => (
        <button
          key={key}
          type="button"
          className={css.chip}
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
        >
          {words}
          {count === undefined ? null : (
            <span className={`${css.count} ${tone === undefined || count === 0 ? '' : css[tone]}`}>{count}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
