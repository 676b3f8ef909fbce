import type { LocalDate } from '../../../kernel/time/index.ts';
import { civil2021 } from './civil-2021.ts';
import { criminal2021 } from './criminal-2021.ts';
import type { ScoreSheet } from './sheet.ts';

export * from './sheet.ts';

/** Every score sheet. A new one, or new figures, is a new file with its first day; the one before gets its last. */
export const sheets: readonly ScoreSheet[] = [civil2021, criminal2021];

/** The sheet of a kind of cases on a day; undefined when none was in force. */
export function sheetFor(kind: string, on: LocalDate): ScoreSheet | undefined {
  return sheets.find(
    ({ classes, from, to }) => classes.some((one) => one === kind) && from <= on && (to === undefined || on <= to),
  );
}

/** @throws Error when a stored key names no sheet: sheets are never taken away */
export function sheetByKey(key: string): ScoreSheet {
  const sheet = sheets.find((one) => one.key === key);
  if (sheet === undefined) throw new Error(`no score sheet ${key}`);
  return sheet;
}
