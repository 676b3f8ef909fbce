import { z } from 'zod';

/** Kinds of work that a subsidy is paid for (补贴类型). */
export const subsidyKinds = [
  'criminalDefence',
  'criminalRepresentation',
  'civil',
  'administrative',
  'nonLitigation',
  'labourArbitration',
  'dutyLawyer',
  'consultation',
  'drafting',
] as const;
export type SubsidyKind = (typeof subsidyKinds)[number];

/** Stages that are paid apart. `wholeCase` where a tariff does not tell stages apart. */
export const subsidyStages = [
  'wholeCase',
  'investigation',
  'prosecutionReview',
  'firstInstance',
  'secondInstance',
  'deathPenaltyReview',
  'retrial',
  'arbitration',
  'enforcement',
] as const;
export type SubsidyStage = (typeof subsidyStages)[number];

const key = z.string().regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/i);
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const fen = z.int().min(0).max(100_000_000);
const day = z.iso.date();

/**
 * What every figure of a tariff may carry beside its sums. `text` tells the figures by slots, `{range}`, filled when it is shown, so that words
 * and sums cannot part; `remark` is said after it in brackets.
 */
const figure = {
  text,
  remark: text.optional(),
  /** Days of its own within the tariff's. */
  effectiveFrom: day.optional(),
  effectiveTo: day.optional(),
  verified: z.boolean().optional(),
  /** The paper that set this figure in the place of the one in the file. */
  amendedBy: z.string().min(1).optional(),
};

export const Band = z.strictObject({
  key,
  kinds: z.array(z.enum(subsidyKinds)).min(1),
  /** Absent: every stage, each paid as a case of its own. */
  stages: z.array(z.enum(subsidyStages)).min(1).optional(),
  min: fen,
  max: fen,
  /** What one unit is: a case, a working day, a document. */
  per: z.enum(['case', 'workday', 'document']),
  ...figure,
});
export type Band = z.infer<typeof Band>;

/** Something added or taken off: a fixed sum a unit, actual cost up to a limit, or a share of the base in thousandths. */
export const Adjustment = z.strictObject({
  key,
  ...figure,
  /** True: pays back what was spent, so that staff paid by the treasury receive it too. */
  directCost: z.boolean().optional(),
  /** Fen for each unit (day, page, person). */
  each: fen.optional(),
  /** Largest number of units. */
  unitsUpTo: z.int().min(1).optional(),
  /** Actual cost, proved, up to this. */
  actualUpTo: fen.optional(),
  /** Largest share of the base, in thousandths: 100 is a tenth. */
  shareUpTo: z.int().min(1).max(1000).optional(),
});
export type Adjustment = z.infer<typeof Adjustment>;

export const TariffSection = z.strictObject({
  /** The day whose tariff applies: when the lawyer was designated, or when the case closed. */
  datedBy: z.enum(['designatedOn', 'closedOn']),
  bands: z.array(Band).min(1),
  additions: z.array(Adjustment).optional(),
  deductions: z.array(Adjustment).optional(),
  /** Staff paid by the treasury receive no labour fee: their band is nothing, direct costs are paid back. */
  treasuryPaid: z.strictObject({ key, text, verified: z.boolean().optional() }),
});
export type TariffSection = z.infer<typeof TariffSection>;
