import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Conflict, practisedFor } from '../../cases/index.ts';
import { ticketOf } from './draw.ts';

/** Years of practice that a reviewer must have (the practice of several provinces; 待核实). */
export const yearsOfPractice = 3;

/** Somebody of the roster who might review. */
export interface ReviewerFacts {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly accountId: string | null;
  readonly licenceNumber: string | null;
  readonly licensedFrom: LocalDate | null;
  readonly agencyId: string;
  /** True for a member of the expert pool. */
  readonly expert: boolean;
}

/** What it is in a case that keeps somebody from reviewing it. */
export interface ReviewedCase {
  readonly handlerId: string | null;
  /** Units of the handler: the one they acted for, and the one they are in now. */
  readonly units: readonly string[];
  /** Everybody who had this matter in hand, was asked to, or acted in the same proceeding. */
  readonly acted: readonly string[];
  /** Who reviewed it before, or declined to. */
  readonly before: readonly string[];
  readonly declined: readonly string[];
}

export const reviewerBars = [
  'notInService',
  'noAccount',
  'notLawyer',
  'practiceTooShort',
  'self',
  'sameUnit',
  'acted',
  'conflict',
  'reviewedBefore',
  'declined',
] as const;
export type ReviewerBar = (typeof reviewerBars)[number];

/**
 * Why this person may not review this case; empty when they may. A conflict bars here even where the designation would only look into
 * it: there are others to review. Source: 法律援助法第五十七条、第五十九条; SF/T 0085-2020 (同行评估, 回避).
 */
export function mayReview(
  reviewer: ReviewerFacts,
  about: ReviewedCase,
  conflicts: readonly Conflict[],
  on: LocalDate,
): readonly ReviewerBar[] {
  return reviewerBars.filter((bar) => tests[bar](reviewer, about, conflicts, on));
}

type Test = (r: ReviewerFacts, about: ReviewedCase, conflicts: readonly Conflict[], on: LocalDate) => boolean;

const tests: Readonly<Record<ReviewerBar, Test>> = {
  notInService: ({ status }) => status !== 'active',
  noAccount: ({ accountId }) => accountId === null,
  notLawyer: ({ kind, licenceNumber, expert }) => !expert && (kind !== 'lawyer' || licenceNumber === null),
  practiceTooShort: ({ licensedFrom }, _about, _conflicts, on) => !practisedFor(licensedFrom, yearsOfPractice, on),
  self: ({ id }, { handlerId }) => id === handlerId,
  sameUnit: ({ agencyId }, { units }) => units.includes(agencyId),
  acted: ({ id }, { acted, handlerId }) => id !== handlerId && acted.includes(id),
  conflict: (_r, _about, conflicts) => conflicts.length > 0,
  reviewedBefore: ({ id }, { before }) => before.includes(id),
  declined: ({ id }, { declined }) => declined.includes(id),
};

/** Somebody who may review a case, with the unit they are in. */
export interface Candidate {
  readonly id: string;
  readonly unit: string;
}

/** A case that waits for reviewers, with those who may. */
export interface Waiting {
  readonly itemId: string;
  readonly eligible: readonly Candidate[];
  /** Units of those who have a seat in this round already. */
  readonly beside: readonly string[];
  readonly wanted: number;
}

/** One given review, with what explains why it went to this person. */
export interface Seat {
  readonly reviewerId: string;
  /** Reviews that the person had before this one; of those who may and are as far apart, nobody had fewer. */
  readonly loadBefore: number;
  readonly eligible: number;
  /** The lot that decided among those with equally many. */
  readonly lot: string;
  /** True where another reviewer of the round is in the same unit: there was nobody else. */
  readonly colleague: boolean;
}

export interface Given {
  readonly itemId: string;
  /** Empty where too few may: then nobody is asked. */
  readonly seats: readonly Seat[];
}

/**
 * Who reviews what: cases with the fewest reviewers to choose from first. Each seat goes to somebody of another unit than those who
 * have one already, where there is anybody, since two colleagues are not two views; then to whoever has the fewest reviews so far;
 * among equals by lot, the SM3 of the seed, the case and the person, as in the draw: same records, same reviewers.
 */
export function giveReviews(
  waiting: readonly Waiting[],
  loads: ReadonlyMap<string, number>,
  seed: string,
): readonly Given[] {
  const load = new Map(loads);
  const order = [...waiting].sort((a, b) => a.eligible.length - b.eligible.length || compare(a.itemId, b.itemId));
  return order.map(({ itemId, eligible, beside, wanted }): Given => {
    if (eligible.length < wanted) return { itemId, seats: [] };
    const queue = eligible
      .map(({ id, unit }) => ({ id, unit, before: load.get(id) ?? 0, lot: ticketOf(seed, `${itemId}/${id}`) }))
      .sort((a, b) => a.before - b.before || compare(a.lot, b.lot));
    const units = new Set(beside);
    const seats: Seat[] = [];
    while (seats.length < wanted) {
      const apart = queue.findIndex(({ unit }) => !units.has(unit));
      const [next] = queue.splice(Math.max(apart, 0), 1);
      if (next === undefined) break;
      const { id, unit, before, lot } = next;
      seats.push({ reviewerId: id, loadBefore: before, eligible: eligible.length, lot, colleague: apart < 0 });
      units.add(unit);
      load.set(id, before + 1);
    }
    return { itemId, seats };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
