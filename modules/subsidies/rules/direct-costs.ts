import { fault, ok, type Result } from '../../../kernel/errors/index.ts';

/**
 * 直接费用 (guidance on subsidies of 2019, from secondary sources: travel, post, printing, inquiry, translation, notary, appraisal), each with the item of the tariff that
 * pays it back; null: no tariff on file pays it apart, it lies within the subsidy.
 */
export const costKinds = {
  travel: { zh: '交通食宿', en: 'Travel', item: 'travelOutsideCounty' },
  translation: { zh: '翻译', en: 'Translation', item: 'translation' },
  appraisal: { zh: '鉴定', en: 'Appraisal', item: 'appraisalAndNotary' },
  notary: { zh: '公证', en: 'Notary', item: 'appraisalAndNotary' },
  inquiry: { zh: '调查、查档', en: 'Inquiry and searches', item: 'appraisalAndNotary' },
  postage: { zh: '邮寄', en: 'Postage', item: null },
  printing: { zh: '复印打印', en: 'Copies', item: null },
} as const;
export type CostKind = keyof typeof costKinds;
export const costKindKeys = Object.keys(costKinds) as [CostKind, ...CostKind[]];

/** An item of the tariff that pays back what was spent. Money in fen. */
export interface CostItem {
  readonly key: string;
  readonly directCost?: boolean | undefined;
  readonly each?: number | undefined;
  readonly unitsUpTo?: number | undefined;
  readonly actualUpTo?: number | undefined;
}

export interface Spent {
  readonly amount: number;
  readonly units: number;
}

export type CostFault =
  | { readonly code: 'notOffered' }
  | { readonly code: 'unitsMissing' }
  | { readonly code: 'moreThanClaimed' }
  /** Fen, or units, that the tariff still leaves for this case. */
  | { readonly code: 'overLimit'; readonly left: number }
  | { readonly code: 'overUnits'; readonly left: number };

/**
 * Whether so much of a claim may be paid back: proved, no more than was spent, and within what the tariff of the day leaves for this case after
 * what was allowed before under the same item.
 */
export function judgeCost(
  claim: { readonly kind: CostKind; readonly claimed: number; readonly units: number | null },
  allowed: number,
  offers: readonly CostItem[],
  before: Spent,
): Result<CostItem, CostFault> {
  const { item } = costKinds[claim.kind];
  const offer = offers.find(({ key, directCost }) => key === item && directCost === true);
  if (offer === undefined) return fault({ code: 'notOffered' });
  if (allowed > claim.claimed) return fault({ code: 'moreThanClaimed' });
  if (offer.each !== undefined) {
    if (claim.units === null) return fault({ code: 'unitsMissing' });
    const unitsLeft = (offer.unitsUpTo ?? Number.MAX_SAFE_INTEGER) - before.units;
    if (claim.units > unitsLeft) return fault({ code: 'overUnits', left: Math.max(0, unitsLeft) });
    if (allowed > offer.each * claim.units) return fault({ code: 'overLimit', left: offer.each * claim.units });
  }
  if (offer.actualUpTo !== undefined && before.amount + allowed > offer.actualUpTo)
    return fault({ code: 'overLimit', left: Math.max(0, offer.actualUpTo - before.amount) });
  return ok(offer);
}
