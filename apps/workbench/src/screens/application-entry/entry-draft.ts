import type { EntryValues } from './entry-values.ts';

/*
 * What stands in an unfinished form survives a reload and an expired session. It is kept in this tab only and goes with it: a
 * window's computer is used by many hands.
 */

const place = (key: string): string => `fayuan.entry.${key}`;

interface Draft {
  readonly at: string;
  readonly values: EntryValues;
}

export function keepDraft(key: string, values: EntryValues): string {
  const at = new Date().toISOString();
  try {
    window.sessionStorage.setItem(place(key), JSON.stringify({ at, values }));
  } catch {
    // A full or forbidden store: the form itself still holds everything.
  }
  return at;
}

export function readDraft(key: string): Draft | undefined {
  try {
    const text = window.sessionStorage.getItem(place(key));
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
}

export function clearDraft(key: string): void {
  window.sessionStorage.removeItem(place(key));
}
