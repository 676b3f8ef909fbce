/** A list that comes page by page, each sorted by due date, those without one last. */
export interface Source<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

const never = '9999-12-31';

/**
 * One list out of several sorted ones. A row is shown only when no source can still deliver an earlier one, so that "show more" never
 * pushes rows in between those already read. `behind` are the sources to be asked for their next page.
 */
export function mergeByDue<Row extends { readonly dueOn: string | null }>(
  sources: readonly Source<Row>[],
): { readonly rows: readonly Row[]; readonly behind: readonly number[] } {
  const horizons = sources.map((source) =>
    source.hasMore ? (source.rows.at(-1)?.dueOn ?? (source.rows.length === 0 ? '' : never)) : undefined,
  );
  const open = horizons.filter((horizon) => horizon !== undefined);
  const frontier = open.toSorted()[0];
  const rows = sources
    .flatMap((source) => source.rows)
    .filter((row) => frontier === undefined || (row.dueOn ?? never) <= frontier)
    .sort((a, b) => (a.dueOn ?? never).localeCompare(b.dueOn ?? never));
  return {
    rows,
    behind: horizons.flatMap((horizon, index) => (horizon !== undefined && horizon === frontier ? [index] : [])),
  };
}
