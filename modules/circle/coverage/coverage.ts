import { unreached } from '../travel/search.ts';

/** Places where people live and how long each needs, a column each. */
export interface CoverageInput {
  /** People; undefined where not counted. */
  readonly weights: readonly (number | undefined)[];
  readonly groups: Readonly<Record<string, readonly (number | undefined)[]>>;
  /** Deciseconds from door to door; {@link unreached} where there is no way. */
  readonly deciseconds: readonly number[];
  /** Of that on foot between door and road. */
  readonly onFoot: readonly number[];
}

/** People within a time. */
export interface Share {
  readonly weight: number;
  /** Of the people counted, 0 to 1; null where nobody is. */
  readonly share: number | null;
}

/** One band and who is within it. */
export interface BandShare extends Share {
  readonly minutes: number;
  /** Places, people counted or not. */
  readonly places: number;
  readonly groups: Readonly<Record<string, Share>>;
}

/** How well a network serves. */
export interface Coverage {
  /** People counted, and of each group. */
  readonly weight: number;
  readonly groups: Readonly<Record<string, number>>;
  readonly places: number;
  /** Places whose people nobody has counted: they are in no share. */
  readonly uncounted: number;
  readonly unreachable: number;
  readonly bands: readonly BandShare[];
  /** Mean minutes of the people who can reach a point at all; null where none can. */
  readonly meanMinutes: number | null;
}

/** Who is within each band of minutes. @param speed times of travel on the road are divided by it; walks stay */
export function coverageOf(input: CoverageInput, bands: readonly number[], speed = 1): Coverage {
  const { weights, groups, deciseconds, onFoot } = input;
  const numbers = weights.map((_, n) => n);
  const time = numbers.map((n) => atSpeed(deciseconds[n] as number, onFoot[n] as number, speed));
  const within = (column: readonly (number | undefined)[], minutes: number): Share => {
    const all = sum(column);
    const weight = numbers.reduce(
      (total, n) => total + ((time[n] as number) <= minutes * 600 ? (column[n] ?? 0) : 0),
      0,
    );
    return { weight, share: all === 0 ? null : weight / all };
  };
  const reached = numbers.filter((n) => (time[n] as number) < unreached && weights[n] !== undefined);
  const people = reached.reduce((total, n) => total + (weights[n] as number), 0);
  const personTime = reached.reduce((total, n) => total + (weights[n] as number) * (time[n] as number), 0);
  return {
    weight: sum(weights),
    groups: mapValues(groups, sum),
    places: weights.length,
    uncounted: weights.filter((weight) => weight === undefined).length,
    unreachable: deciseconds.filter((one) => one === unreached).length,
    bands: bands.map((minutes) => ({
      minutes,
      ...within(weights, minutes),
      places: time.filter((one) => one <= minutes * 600).length,
      groups: mapValues(groups, (column) => within(column, minutes)),
    })),
    meanMinutes: people === 0 ? null : personTime / people / 600,
  };
}

/** The same for each area of a kind, in the order in which they first appear. */
export function coverageByArea(
  input: CoverageInput,
  areas: readonly string[],
  bands: readonly number[],
): readonly { readonly area: string; readonly coverage: Coverage }[] {
  const rowsOf = new Map<string, number[]>();
  for (const [n, area] of areas.entries()) {
    const rows = rowsOf.get(area);
    if (rows === undefined) rowsOf.set(area, [n]);
    else rows.push(n);
  }
  return Array.from(rowsOf, ([area, rows]) => {
    const pick = <T>(column: readonly T[]): T[] => rows.map((n) => column[n] as T);
    const part = {
      weights: pick(input.weights),
      groups: mapValues(input.groups, (column) => pick(column)),
      deciseconds: pick(input.deciseconds),
      onFoot: pick(input.onFoot),
    };
    return { area, coverage: coverageOf(part, bands) };
  });
}

/** How far the answer hangs on what is not known: on slower and faster roads, and a little before and after the last band. */
export interface Sensitivity {
  readonly speed: number;
  readonly minutes: number;
  readonly share: number | null;
  readonly weight: number;
}

/** The last band at ±20 % speed, and at five minutes less and more. */
export function sensitivityOf(input: CoverageInput, bands: readonly number[]): readonly Sensitivity[] {
  const last = bands.at(-1) as number;
  // Of groups nothing is asked here.
  const people = { ...input, groups: {} };
  const cases: readonly (readonly [number, number])[] = [
    [0.8, last],
    [1, last],
    [1.2, last],
    [1, Math.max(1, last - 5)],
    [1, last + 5],
  ];
  return cases.map(([speed, minutes]) => {
    const [{ weight, share }] = coverageOf(people, [minutes], speed).bands as [BandShare];
    return { speed, minutes, share, weight };
  });
}

/** Numbers of the places beyond a band, those that cannot get there first, then the farthest; of equals the one with more people. */
export function leftOut({ deciseconds, weights }: CoverageInput, minutes: number): readonly number[] {
  return deciseconds
    .map((_, n) => n)
    .filter((n) => (deciseconds[n] as number) > minutes * 600)
    .sort(
      (a, b) =>
        (deciseconds[b] as number) - (deciseconds[a] as number) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b,
    );
}

function atSpeed(deciseconds: number, onFoot: number, speed: number): number {
  return deciseconds === unreached ? unreached : onFoot + (deciseconds - onFoot) / speed;
}

function sum(column: readonly (number | undefined)[]): number {
  return column.reduce<number>((total, one) => total + (one ?? 0), 0);
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
