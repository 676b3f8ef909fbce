import { type Law, proposeSubsidy, type SubsidyProposal } from '../../policy/index.ts';
import type { Asked } from '../schema.ts';
import { type PaidWork, tariffQuestion } from './tariff-question.ts';

/** A subsidy that was approved: the work, the tariff it was settled under, what was asked of it, and what it came to. Fen. */
export interface ApprovedSubsidy {
  readonly work: PaidWork;
  readonly offer: SubsidyProposal;
  readonly asked: Asked;
  readonly amount: number;
}

/**
 * What an approved subsidy would have come to under another tariff, or undefined where that one pays nothing for the work.
 * The base keeps its place inside the band: a third of the way up the old band is a third of the way up the new one, to the nearest fen; where
 * the old band left no choice, the new one's lower end. What is paid by the unit is paid for the same units, actual costs stay what they were
 * up to the new limit, shares of the base stay the same shares up to the new limit; an item that the tariff no longer has is left out.
 */
export function reprice({ work, offer, asked }: ApprovedSubsidy, law: Law): number | undefined {
  const proposed = proposeSubsidy(tariffQuestion(work), law);
  if (!proposed.ok) return undefined;
  const { band, additions, deductions } = proposed.value;
  const oldBase = asked.amount ?? offer.band.min;
  const base = placeInBand(oldBase, offer.band, band);
  const sumOf = (items: Asked['additions'], before: Offers, after: Offers): number =>
    items.reduce((sum, item) => sum + adjusted(item, before, after, oldBase, base), 0);
  const added = sumOf(asked.additions, offer.additions, additions);
  const taken = sumOf(asked.deductions, offer.deductions, deductions);
  return base + added - Math.min(taken, base);
}

type Band = Pick<SubsidyProposal['band'], 'min' | 'max'>;
type Offers = SubsidyProposal['additions'];

/** `min′ + (amount − min) × (max′ − min′) ÷ (max − min)`, to the nearest fen. */
export function placeInBand(amount: number, from: Band, to: Band): number {
  const width = from.max - from.min;
  if (width <= 0) return to.min;
  return to.min + Math.floor((2 * (amount - from.min) * (to.max - to.min) + width) / (2 * width));
}

function adjusted(
  item: Asked['additions'][number],
  before: Offers,
  after: Offers,
  oldBase: number,
  base: number,
): number {
  const was = before.find(({ key }) => key === item.key);
  const now = after.find(({ key }) => key === item.key);
  if (now === undefined) return 0;
  if (now.each !== undefined) {
    const units = Math.min(item.units ?? 0, now.unitsUpTo ?? 1);
    const full = now.each * units;
    // Settled below the full sum: that was a choice, and stays.
    const chosen = item.amount !== undefined && item.amount < (was?.each ?? 0) * (item.units ?? 0);
    return chosen ? Math.min(item.amount ?? 0, full) : full;
  }
  const amount = item.amount ?? 0;
  if (now.actualUpTo !== undefined) return Math.min(amount, now.actualUpTo);
  if (oldBase === 0) return 0;
  return Math.min(Math.floor((amount * base) / oldBase), Math.floor((base * (now.shareUpTo ?? 0)) / 1000));
}
