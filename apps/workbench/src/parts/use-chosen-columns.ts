import { useState } from 'react';

interface Choosable {
  readonly key: string;
  readonly rank?: 'lead' | 'extra';
}

/** Which columns of a list this person wants to see; kept in this browser. */
export function useChosenColumns(
  name: string,
  columns: readonly Choosable[],
): { readonly shown: ReadonlySet<string>; readonly toggle: (key: string) => void } {
  const place = `fayuan.columns.${name}`;
  const [flipped, setFlipped] = useState<readonly string[]>(() => read(place));
  const shown = new Set(
    columns
      .filter((column) => column.rank === 'lead' || (column.rank === 'extra') === flipped.includes(column.key))
      .map((column) => column.key),
  );
  const toggle = (key: string): void => {
    const next = flipped.includes(key) ? flipped.filter((other) => other !== key) : [...flipped, key];
    setFlipped(next);
    window.localStorage.setItem(place, JSON.stringify(next));
  };
  return { shown, toggle };
}

/** Only what differs from the default is kept, so that a new column appears for everybody. */
function read(place: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(place) ?? '[]');
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
