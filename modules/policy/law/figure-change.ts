import { z } from 'zod';
import { allShapeFaults } from '../rules/shape-faults.ts';
import { type Bilingual, type Checked, type PolicyFault, residences, StandardRow, standardBases } from '../schema.ts';
import { Adjustment, Band } from './tariff-schema.ts';

/**
 * 数字变更: one figure of a pack with another value from a day on. A dated record over the file; the file stays as it is.
 * Which figures there are: the fraction of a multiplier, a hardship standard (a place of its own may be new), a clock, a promise,
 * a band of a tariff, and what may be added or taken off.
 */

const key = z.string().min(1).max(120);
const day = z.iso.date();
const limit = z.int().min(1).max(3660);
const part = z.int().min(1).max(10_000);

const dated = {
  /** First day of the new figure. */
  effectiveFrom: day,
  /** Last day of it; what stood before holds again afterwards. Absent: until something later. */
  effectiveTo: day.optional(),
  /** True when the proposer has read the figure in the paper named by `source`. */
  verified: z.boolean(),
  /** The paper that sets the figure, by title and number: cited wherever the figure is. */
  source: z.string().trim().min(4).max(120),
  note: z.string().trim().min(1).max(500).optional(),
};

const adjustmentValue = z.strictObject({
  each: Adjustment.shape.each,
  unitsUpTo: Adjustment.shape.unitsUpTo,
  actualUpTo: Adjustment.shape.actualUpTo,
  shareUpTo: Adjustment.shape.shareUpTo,
});

export const FigureChange = z.discriminatedUnion('figure', [
  z.strictObject({
    figure: z.literal('multiplier'),
    key,
    value: z.strictObject({ fraction: z.tuple([part, part]) }),
    ...dated,
  }),
  z.strictObject({
    figure: z.literal('standard'),
    region: StandardRow.shape.region,
    residence: z.enum(residences),
    value: z.strictObject({ basis: z.enum(standardBases), perCapitaAnnual: StandardRow.shape.perCapitaAnnual }),
    ...dated,
  }),
  z.strictObject({ figure: z.literal('clock'), key, value: z.strictObject({ amount: limit }), ...dated }),
  z.strictObject({ figure: z.literal('promise'), key, value: z.strictObject({ amount: limit }), ...dated }),
  z.strictObject({
    figure: z.literal('band'),
    key,
    value: z.strictObject({ min: Band.shape.min, max: Band.shape.max }),
    ...dated,
  }),
  z.strictObject({ figure: z.literal('addition'), tariff: key, key, value: adjustmentValue, ...dated }),
  z.strictObject({ figure: z.literal('deduction'), tariff: key, key, value: adjustmentValue, ...dated }),
]);
export type FigureChange = z.infer<typeof FigureChange>;

/**
 * A change as it stands in the register: `revision` counts the changes in the order in which they were approved. Among changes of one figure
 * with one first day the later approved holds: that is how a slip of the pen is put right.
 */
export type DatedChange = FigureChange & { readonly revision?: number | undefined };

/** Which figure a change is about: the same text for the same figure. */
export function figureOf(change: FigureChange): string {
  switch (change.figure) {
    case 'standard':
      return `standard:${change.region}:${change.residence}`;
    case 'addition':
    case 'deduction':
      return `${change.figure}:${change.tariff}:${change.key}`;
    default:
      return `${change.figure}:${change.key}`;
  }
}

/** A change from outside, its shape checked, every fault at once with a JSON Pointer after `at`. */
export function parseChange(input: unknown, at = ''): Checked<FigureChange> {
  const parsed = FigureChange.safeParse(input);
  const faults: PolicyFault[] = parsed.success
    ? valueFaults(parsed.data).map((fault) => ({ ...fault, pointer: at + fault.pointer }))
    : allShapeFaults(parsed.error.issues, input, at);
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults };
}

/** What the values of a change contradict within the change itself. */
export function valueFaults(change: FigureChange): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (change.effectiveTo !== undefined && change.effectiveTo < change.effectiveFrom) {
    faults.push(changeFault('/effectiveTo', 'endsBeforeItStarts', '结束早于开始', 'ends before it starts'));
  }
  if (change.figure === 'band' && change.value.max < change.value.min) {
    faults.push(changeFault('/value/max', 'belowItsStart', '上限低于下限', 'the most is less than the least'));
  }
  if (
    (change.figure === 'addition' || change.figure === 'deduction') &&
    Object.values(change.value).every((value) => value === undefined)
  ) {
    faults.push(changeFault('/value', 'nothingChanged', '没有填写新的数字', 'no new figure is given'));
  }
  return faults;
}

export function changeFault(pointer: string, code: string, zh: string, en: string): PolicyFault {
  return { pointer, code, text: { zh, en } satisfies Bilingual };
}
