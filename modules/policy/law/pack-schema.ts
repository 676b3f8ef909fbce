import { z } from 'zod';
import {
  causes,
  criminalRoles,
  criminalStages,
  groups,
  impairments,
  limitUnits,
  matterClasses,
  notifyingOrgans,
  outcomes,
  residences,
  StandardRow,
  standardBases,
  steps,
} from '../schema.ts';
import { TariffSection } from './tariff-schema.ts';

/**
 * The shape of a rule pack (规则包): one file for one instrument, dated, with its jurisdiction and the articles it may be cited by.
 * What the law says stands in these files; the code only knows in which order the law asks.
 */

const day = z.iso.date();
const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/i, 'a key is words of letters and digits joined by . or -');
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const article = z.string().min(1);

/**
 * When a rule applies. All named conditions must hold; a list means "one of these". A person's groups include those that the
 * `derivesGroup` rules add (age, impairments). `none` in `notifiedBy` is a person's own application.
 */
export interface Condition {
  readonly class?: readonly (typeof matterClasses)[number][] | undefined;
  readonly cause?: readonly (typeof causes)[number][] | undefined;
  readonly stage?: readonly (typeof criminalStages)[number][] | undefined;
  readonly role?: readonly (typeof criminalRoles)[number][] | undefined;
  readonly notifiedBy?: readonly ((typeof notifyingOrgans)[number] | 'none')[] | undefined;
  readonly residence?: readonly (typeof residences)[number][] | undefined;
  readonly groups?: readonly (typeof groups)[number][] | undefined;
  readonly impairments?: readonly (typeof impairments)[number][] | undefined;
  readonly ageUnder?: number | undefined;
  readonly ageAtLeast?: number | undefined;
  readonly hasDefender?: boolean | undefined;
  readonly lifeOrDeathPossible?: boolean | undefined;
  readonly inAbsentia?: boolean | undefined;
  readonly summaryOrFastTrack?: boolean | undefined;
  readonly needsPreservation?: boolean | undefined;
  readonly noFixedLivelihood?: boolean | undefined;
  readonly opponentInHousehold?: boolean | undefined;
  /** Days from receipt to the end of the period: at least 0 (a period that has run out is past saving) and fewer than this. */
  readonly daysToExpiryUnder?: number | undefined;
  /** Days from receipt to the hearing: at least 0 and fewer than this. */
  readonly daysToHearingUnder?: number | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
}

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    class: z.array(z.enum(matterClasses)).min(1).optional(),
    cause: z.array(z.enum(causes)).min(1).optional(),
    stage: z.array(z.enum(criminalStages)).min(1).optional(),
    role: z.array(z.enum(criminalRoles)).min(1).optional(),
    notifiedBy: z
      .array(z.enum([...notifyingOrgans, 'none']))
      .min(1)
      .optional(),
    residence: z.array(z.enum(residences)).min(1).optional(),
    groups: z.array(z.enum(groups)).min(1).optional(),
    impairments: z.array(z.enum(impairments)).min(1).optional(),
    ageUnder: z.int().min(1).optional(),
    ageAtLeast: z.int().min(1).optional(),
    hasDefender: z.boolean().optional(),
    lifeOrDeathPossible: z.boolean().optional(),
    inAbsentia: z.boolean().optional(),
    summaryOrFastTrack: z.boolean().optional(),
    needsPreservation: z.boolean().optional(),
    noFixedLivelihood: z.boolean().optional(),
    opponentInHousehold: z.boolean().optional(),
    daysToExpiryUnder: z.int().min(1).optional(),
    daysToHearingUnder: z.int().min(1).optional(),
    any: z.array(Condition).min(2).optional(),
    not: Condition.optional(),
  }),
);

/** What a rule does when its condition holds. The order in which these are asked is the engine's (`rules/assess.ts`). */
export const effects = [
  'derivesGroup',
  'notifiedRepresentation',
  'mandatoryDefence',
  'discretionaryDefence',
  'scope',
  'bar',
  'meansExempt',
  'verificationWaived',
  'ownIncomeOnly',
  'meansTest',
  'multiplier',
  'provisionalAid',
  'note',
] as const;
export type Effect = (typeof effects)[number];

const dated = { effectiveFrom: day.optional(), effectiveTo: day.optional(), verified: z.boolean().optional() };

/** The paper that set this figure in the place of the one in the file (`apply-changes.ts`); cited beside the pack's own instrument. */
const amendedBy = z.string().min(1).optional();

export const Rule = z.strictObject({
  key,
  /** Article of this pack's instrument, `25.1(4)`; absent where the source has none. */
  article: article.optional(),
  effect: z.enum(effects),
  when: Condition,
  /** What is said when the rule is met. */
  text,
  /** What is said when it is not met although `near` holds. */
  textNot: text.optional(),
  near: Condition.optional(),
  ...dated,
  /** derivesGroup: the group, and whether the condition decides membership or only adds to what was declared. */
  group: z.enum(groups).optional(),
  decides: z.boolean().optional(),
  /** provisionalAid */
  ground: z.enum(['periodExpiring', 'preservation']).optional(),
  /** multiplier: as a fraction, so that nothing is rounded */
  basis: z.enum(standardBases).optional(),
  fraction: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  amendedBy,
  /** note: only with these outcomes */
  outcomes: z.array(z.enum(outcomes)).min(1).optional(),
  /** verificationWaived: the optional facts that would settle the rule, asked for when they are missing */
  asks: z.array(z.string().startsWith('/')).min(1).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** One sentence for a whole list when none of its rules is met ("not in the list of Article 31"). */
export const Summary = z.strictObject({
  effect: z.enum(effects),
  key,
  article: article.optional(),
  when: Condition.optional(),
  text,
  ...dated,
});
export type Summary = z.infer<typeof Summary>;

/** Kinds of matter for which a limit may differ: a person's application, the same in a criminal case, an organ's notice. */
export const clockMatters = ['civil', 'criminal', 'notified'] as const;
export type ClockMatter = (typeof clockMatters)[number];

export const Clock = z.strictObject({
  key,
  step: z.enum(steps),
  article: article.optional(),
  amount: z.int().min(1),
  unit: z.enum(limitUnits),
  matters: z.array(z.enum(clockMatters)).min(1).optional(),
  counted: z.literal('before').optional(),
  /** The event that starts the clock. */
  starts: text,
  ...dated,
  amendedBy,
});
export type Clock = z.infer<typeof Clock>;

/** A bureau's own shorter limit (承诺时限) beside the statutory one. */
export const PromiseClock = z.strictObject({
  key,
  step: z.enum(steps),
  amount: z.int().min(1),
  unit: z.enum(limitUnits),
  ...dated,
  amendedBy,
});
export type PromiseClock = z.infer<typeof PromiseClock>;

export const layers = ['national', 'nationalSupplement', 'provincial', 'local', 'figures'] as const;

export const Pack = z.strictObject({
  key,
  /**
   * `national`: the instrument that governs, exactly one each day. `nationalSupplement`: other national instruments.
   * `provincial`, `local`: layers on top. `figures`: standards, tariffs, promises: no layer of rules.
   */
  layer: z.enum(layers),
  title: text,
  /** As cited: 《法律援助法》. */
  cite: text,
  /** `CN`, or a prefix of the GB/T 2260 code. */
  jurisdiction: z.string().regex(/^(CN|\d{2}|\d{4}|\d{6})$/),
  effectiveFrom: day,
  /** Last day in force. */
  effectiveTo: day.optional(),
  /** False: the text or the figure was not read in an authoritative source (待核实). */
  verified: z.boolean(),
  /** A draft is known to what-if and never to a decision. */
  draft: z.literal(true).optional(),
  /** Where it was read. */
  source: z.string().min(1),
  /** The articles that may be cited: `24`, `25.1(1..7)`, `25.2`. */
  articles: z.array(article).optional(),
  rules: z.array(Rule).optional(),
  summaries: z.array(Summary).optional(),
  clocks: z.array(Clock).optional(),
  promises: z.array(PromiseClock).optional(),
  standards: z.array(StandardRow).optional(),
  tariff: TariffSection.optional(),
  /** The article that frees subsidies from value-added and income tax, in the instrument that does. */
  taxFreeSubsidy: z.strictObject({ key, article: article.optional(), text }).optional(),
});
export type Pack = z.infer<typeof Pack>;
