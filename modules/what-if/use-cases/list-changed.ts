import type { ChangedApplication, ListWhatIf } from '../schema.ts';

export interface ChangedPage {
  readonly rows: readonly ChangedApplication[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly next: string | null;
  /** How many the whole list has: the count that it stands behind. */
  readonly total: number;
}

/** The list behind one count of a trial, centre by centre in order of receipt. */
export function listChanged(
  changed: readonly ChangedApplication[],
  { of, after, limit }: Pick<ListWhatIf, 'of' | 'after' | 'limit'>,
): ChangedPage {
  const list = changed.filter((one) => isAmong(one, of));
  const start = after === undefined ? 0 : list.findIndex(({ applicationId }) => applicationId === after) + 1;
  const rows = list.slice(start, start + limit);
  const last = rows.at(-1);
  return {
    rows,
    next: last === undefined || start + limit >= list.length ? null : last.applicationId,
    total: list.length,
  };
}

function isAmong(one: ChangedApplication, of: ListWhatIf['of']): boolean {
  return (
    (of.direction === undefined || one.direction === of.direction) &&
    (of.before === undefined || one.before.outcome === of.before) &&
    (of.after === undefined || one.after.outcome === of.after) &&
    (of.tenant === undefined || one.tenant === of.tenant) &&
    (of.cause === undefined || (one.cause ?? one.class) === of.cause) &&
    (of.group === undefined || one.groups.includes(of.group))
  );
}
