import type { Outcome } from '../schema.ts';
import { type Direction, directions, type JudgedAgain } from './judge-again.ts';

/** What an application is counted under. */
export interface CountedUnder {
  /** GB/T 2260 code of the competent centre's county. */
  readonly tenant: string;
  /** The cause, or the class of the matter where it has none. */
  readonly cause: string;
  /** One person belongs to many: counts by group are never summed. */
  readonly groups: readonly string[];
}

export const cutDimensions = ['group', 'tenant', 'cause'] as const;
export type CutDimension = (typeof cutDimensions)[number];

/** One value of a dimension: how many were looked at, and how many of these would be decided otherwise. */
export interface Cut {
  readonly value: string;
  readonly examined: number;
  readonly changed: Readonly<Record<Direction, number>>;
}

/** So many that were answered `before` would be answered `after`. */
export interface MatrixCell {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly n: number;
}

export interface TallyResult {
  readonly examined: number;
  readonly changed: Readonly<Record<Direction, number>>;
  /** The same answer by another way (no means test where there was one). */
  readonly rerouted: number;
  /** Answers that differ under the law as it stands already: for `fayuan policy replay`, not the change's doing. */
  readonly drifted: number;
  readonly matrix: readonly MatrixCell[];
  /** Only values that something changes in, most changed first. */
  readonly by: Readonly<Record<CutDimension, readonly Cut[]>>;
}

export interface Tally {
  add(under: CountedUnder, before: Outcome, judged: JudgedAgain): void;
  result(): TallyResult;
}

type Counts = { examined: number; changed: Record<Direction, number> };

const none = (): Counts => ({ examined: 0, changed: { gains: 0, loses: 0, other: 0 } });

/** Counts as the applications pass by; nothing of them is kept. */
export function newTally(): Tally {
  const all = none();
  let rerouted = 0;
  let drifted = 0;
  const matrix = new Map<string, { before: Outcome; after: Outcome; n: number }>();
  const by: Record<CutDimension, Map<string, Counts>> = { group: new Map(), tenant: new Map(), cause: new Map() };
  const cut = (dimension: CutDimension, value: string, direction: Direction | undefined): void => {
    const values = by[dimension];
    let counts = values.get(value);
    if (counts === undefined) {
      counts = none();
      values.set(value, counts);
    }
    counts.examined += 1;
    if (direction !== undefined) counts.changed[direction] += 1;
  };
  return {
    add({ tenant, cause, groups }, before, judged) {
      all.examined += 1;
      const direction = judged.kind === 'otherwise' ? judged.direction : undefined;
      cut('tenant', tenant, direction);
      cut('cause', cause, direction);
      for (let i = 0; i < groups.length; i += 1) {
        const group = groups[i] as string;
        if (groups.indexOf(group) === i) cut('group', group, direction);
      }
      if (judged.kind === 'rerouted') rerouted += 1;
      if (judged.kind === 'drifted') drifted += 1;
      if (judged.kind !== 'otherwise') return;
      all.changed[judged.direction] += 1;
      const place = `${before}>${judged.after.outcome}`;
      const cell = matrix.get(place) ?? { before, after: judged.after.outcome, n: 0 };
      cell.n += 1;
      matrix.set(place, cell);
    },
    result: () => ({
      examined: all.examined,
      changed: all.changed,
      rerouted,
      drifted,
      matrix: [...matrix.values()].sort(
        (a, b) => b.n - a.n || compare(a.before, b.before) || compare(a.after, b.after),
      ),
      by: { group: cutsOf(by.group), tenant: cutsOf(by.tenant), cause: cutsOf(by.cause) },
    }),
  };
}

/** How many are decided otherwise, whichever way. */
export function changedIn(changed: Readonly<Record<Direction, number>>): number {
  return directions.reduce((sum, direction) => sum + changed[direction], 0);
}

function cutsOf(values: ReadonlyMap<string, Counts>): readonly Cut[] {
  return [...values]
    .map(([value, counts]) => ({ value, ...counts }))
    .filter(({ changed }) => changedIn(changed) > 0)
    .sort((a, b) => changedIn(b.changed) - changedIn(a.changed) || compare(a.value, b.value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
