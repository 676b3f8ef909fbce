import { addDays } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { type CaseTies, conflictsOf, tiesOfCase } from '../../cases/index.ts';
import { type HandlerWithUnit, listExperts, listHandlers } from '../../network/index.ts';
import type { ItemRow } from '../assessment-store.ts';
import { reviewLoads, reviewsOfItem } from '../review-store.ts';
import { type Candidate, mayReview, type ReviewerBar } from '../rules/reviewers.ts';

/** Everybody of the roster, with what a reviewer is asked for. */
export interface ReviewerPool {
  readonly people: readonly (HandlerWithUnit & { readonly expert: boolean })[];
  /** Reviews of the last twelve months, by person. */
  readonly loads: ReadonlyMap<string, number>;
}

export async function reviewerPool(tx: Tx, tenant: string): Promise<ReviewerPool> {
  const experts = new Set(
    (await listExperts(tx, tenant)).flatMap(({ handlerId, status }) =>
      status === 'active' && handlerId !== null ? [handlerId] : [],
    ),
  );
  const people = await listHandlers(tx, { tenant, statuses: ['active', 'suspended'] });
  return {
    people: people.map((person) => ({ ...person, expert: experts.has(person.id) })),
    loads: await reviewLoads(tx, tenant, addDays(tx.today, -365)),
  };
}

/** Who may review a case, and how many may not for which reason. */
export interface ReviewersOfCase {
  readonly ties: CaseTies;
  readonly eligible: readonly Candidate[];
  /** Units of those who have a seat in the present round. */
  readonly beside: readonly string[];
  readonly barred: Readonly<Partial<Record<ReviewerBar, number>>>;
}

export async function reviewersOf(tx: Tx, item: ItemRow, pool: ReviewerPool): Promise<ReviewersOfCase> {
  const ties = await tiesOfCase(tx, item.tenant, item.caseId);
  const reviews = await reviewsOfItem(tx, item);
  const about = {
    handlerId: item.handlerId,
    units: ties.units,
    acted: ties.acted,
    before: reviews.filter(({ state }) => state === 'assigned' || state === 'handedIn').map((r) => r.reviewerId),
    declined: reviews.filter(({ state }) => state === 'declined' || state === 'replaced').map((r) => r.reviewerId),
  };
  const eligible: Candidate[] = [];
  const barred: Partial<Record<ReviewerBar, number>> = {};
  for (const person of pool.people) {
    const conflicts = conflictsOf({ ...person, ownFirm: person.agencyKind !== 'centre' }, ties.matches);
    const bars = mayReview(person, about, conflicts, tx.today);
    if (bars.length === 0) eligible.push({ id: person.id, unit: person.agencyId });
    for (const bar of bars.slice(0, 1)) barred[bar] = (barred[bar] ?? 0) + 1;
  }
  const seated = new Set(
    reviews
      .filter(({ state, round }) => round === item.round && (state === 'assigned' || state === 'handedIn'))
      .map(({ reviewerId }) => reviewerId),
  );
  const beside = pool.people.filter(({ id }) => seated.has(id)).map(({ agencyId }) => agencyId);
  return { ties, eligible, beside, barred };
}
