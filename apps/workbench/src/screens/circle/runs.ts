import type { CircleRunPrints, CircleRunRow } from '../../api/circle.ts';

/** What two kept reckonings do not share. Where anything but the points differs, more than the network has changed between them. */
export function differences(a: CircleRunPrints, b: CircleRunPrints): readonly (keyof CircleRunPrints)[] {
  return (['graph', 'profile', 'question', 'stations', 'places', 'people'] as const).filter(
    (part) => a[part] !== b[part],
  );
}

/** One kept reckoning on the line over the years. */
export interface YearPoint {
  readonly run: CircleRunRow;
  /** Of the people counted within the last band, 0 to 1. */
  readonly share: number;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * Coverage over the years: the kept reckonings of today's network that asked the same as the newest of them, the oldest first. A trial
 * (closed, moved or opened points) is no year of the city.
 */
export function overTheYears(runs: readonly CircleRunRow[]): readonly YearPoint[] {
  const real = runs
    .filter(({ question }) => question.change === undefined)
    .toSorted((a, b) => a.keptAt.localeCompare(b.keptAt));
  const newest = real.at(-1);
  return real
    .filter(({ prints }) => prints.question === newest?.prints.question)
    .flatMap((run) => {
      const share = run.whole.bands.at(-1)?.share;
      return share == null ? [] : [{ run, share, at: Date.parse(run.keptAt) }];
    });
}
