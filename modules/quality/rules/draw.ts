import { canonicalJson, sm3 } from '../../../kernel/crypto/index.ts';

/*
 * 随机抽取 that anybody can do again: each case gets a ticket, the SM3 of the seed and its id; the lowest tickets of each handler's
 * cases are taken. Same seed and same frame, same sample. Nothing here knows the people of a case.
 */

/** Why a case is in the sample. Those that are not `drawn` are taken whatever the seed. */
export const takenFor = ['drawn', 'dissatisfied', 'supervisionConcern', 'upheldComplaint'] as const;
export type TakenFor = (typeof takenFor)[number];

/** One case that could be drawn. */
export interface FrameCase {
  readonly caseId: string;
  readonly class: string;
  readonly handlerId: string | null;
  /** Set where the case is taken in any event. */
  readonly always: Exclude<TakenFor, 'drawn'> | null;
}

/** How many are wanted of those that are left to chance. */
export interface Wanted {
  readonly basis: 'percent' | 'count';
  readonly amount: number;
}

/** One handler's part of the frame, without the cases taken in any event. */
export interface Stratum {
  /** The handler's id, `''` for cases without one. */
  readonly key: string;
  readonly size: number;
  /** What the stratum is due, in hundredths of a case. */
  readonly due: number;
  readonly taken: number;
}

export interface SampledCase {
  readonly caseId: string;
  readonly why: TakenFor;
  /** The ticket, and the place it had among those of the same handler; null for a case taken in any event. */
  readonly ticket: string | null;
  readonly place: number | null;
}

export interface Draw {
  readonly sample: readonly SampledCase[];
  readonly strata: readonly Stratum[];
}

/** SM3 of the frame in one fixed order: two frames with the same cases have the same hash. */
export function hashOfFrame(frame: readonly FrameCase[]): string {
  return sm3(canonicalJson([...frame].sort(byCaseId)));
}

export function ticketOf(seed: string, id: string): string {
  return sm3(`${seed}/${id}`);
}

/** The sample of a frame. Every handler with a case left to chance is drawn at least once where the number allows. */
export function drawSample(frame: readonly FrameCase[], wanted: Wanted, seed: string): Draw {
  const always: SampledCase[] = [];
  const groups = new Map<string, { caseId: string; ticket: string }[]>();
  for (const { caseId, handlerId, always: reason } of frame) {
    if (reason !== null) {
      always.push({ caseId, why: reason, ticket: null, place: null });
      continue;
    }
    const key = handlerId ?? '';
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ caseId, ticket: ticketOf(seed, caseId) });
  }
  const sizes = [...groups].map(([key, group]) => ({ key, size: group.length })).sort((a, b) => order(a.key, b.key));
  const strata = apportion(sizes, numberWanted(wanted, frame.length - always.length), seed);
  const drawn = strata.flatMap(({ key, taken }) =>
    [...(groups.get(key) ?? [])]
      .sort((a, b) => order(a.ticket, b.ticket) || byCaseId(a, b))
      .slice(0, taken)
      .map(({ caseId, ticket }, i): SampledCase => ({ caseId, why: 'drawn', ticket, place: i + 1 })),
  );
  return { sample: [...always.sort(byCaseId), ...drawn], strata };
}

/** A percentage is rounded up, so that a small office is assessed too. */
export function numberWanted({ basis, amount }: Wanted, size: number): number {
  return basis === 'percent' ? Math.ceil((size * amount) / 100) : Math.min(amount, size);
}

/**
 * So many for each stratum. Those that would be due less than one case get one, and the rest share what is left by size (greatest
 * remainder, ties by lot); where there are fewer to give than strata, all share by size. Nobody is a whole case away from what is due.
 */
function apportion(
  sizes: readonly { readonly key: string; readonly size: number }[],
  wanted: number,
  seed: string,
): readonly Stratum[] {
  const one = new Set<string>();
  let left = wanted;
  let total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (wanted >= sizes.length) {
    for (;;) {
      const small = sizes.filter(({ key, size }) => !one.has(key) && size * left < total);
      if (small.length === 0) break;
      for (const { key } of small) one.add(key);
      left = wanted - one.size;
      total = sizes.reduce((sum, { key, size }) => (one.has(key) ? sum : sum + size), 0);
    }
  }
  const shares = sizes
    .filter(({ key }) => !one.has(key))
    .map(({ key, size }) => ({ key, whole: Math.floor((left * size) / total), remainder: (left * size) % total }));
  const over = left - shares.reduce((sum, { whole }) => sum + whole, 0);
  const up = new Set(
    shares
      .map((share) => ({ ...share, lot: ticketOf(seed, share.key) }))
      .sort((a, b) => b.remainder - a.remainder || order(a.lot, b.lot))
      .slice(0, over)
      .map(({ key }) => key),
  );
  const wholeOf = new Map(shares.map(({ key, whole }) => [key, whole]));
  return sizes.map(({ key, size }) =>
    one.has(key)
      ? { key, size, due: 100, taken: 1 }
      : {
          key,
          size,
          due: Math.round((100 * left * size) / total),
          taken: (wholeOf.get(key) ?? 0) + (up.has(key) ? 1 : 0),
        },
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCaseId = (a: { readonly caseId: string }, b: { readonly caseId: string }): number => order(a.caseId, b.caseId);
