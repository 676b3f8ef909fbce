import { z } from 'zod';
import { type LocalDate, spanPattern } from '../../kernel/time/index.ts';
import type { HandlerKind } from '../network/index.ts';
import { type CriminalStage, type MatterClass, matterClasses } from '../policy/index.ts';
import { costLifecycle, subsidyLifecycle } from './lifecycle.ts';
import type { CostKind } from './rules/direct-costs.ts';

/*
 * Subsidies (办案补贴) and the funds they are paid from. Money is an integer in fen.
 */

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);
const day = z.iso.date();
const tenant = z.string().regex(/^\d{6}$/);
const version = z.int().min(1);
/** At most ten billion yuan. */
const fen = z.int().min(0).max(1_000_000_000_000);
const positiveFen = fen.min(1);

/** 资金来源: which treasury the money is from. */
export const fundSources = ['central', 'province', 'city', 'county'] as const;
export type FundSource = (typeof fundSources)[number];

export const fundSourceText: Readonly<Record<FundSource, { zh: string; en: string }>> = {
  central: { zh: '中央补助', en: 'Central' },
  province: { zh: '省级补助', en: 'Provincial' },
  city: { zh: '市级财政', en: 'City' },
  county: { zh: '县级财政', en: 'County' },
};

/** The form of aid that was handled; with the class it tells the kind of work that a tariff pays for. */
export type SubsidyAidForm =
  | 'criminalDefence'
  | 'criminalRepresentation'
  | 'litigationRepresentation'
  | 'nonLitigationRepresentation'
  | 'labourArbitration';

/** What cases hands over when a file is accepted. */
export interface OpenSubsidy {
  readonly tenant: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly class: MatterClass;
  readonly aidForm: SubsidyAidForm;
  readonly stage: CriminalStage | null;
  readonly region: string;
  readonly recipientName: string;
  /** 案由 in words, for the sheet. */
  readonly causeText: string;
  readonly handlerId: string;
  readonly handlerName: string;
  readonly handlerUnit: string;
  readonly handlerKind: HandlerKind;
  readonly paidByTreasury: boolean;
  readonly designatedOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly archivedOn: LocalDate;
  readonly demonstration: boolean;
}

/** What cases hands over when a handler claims what they spent. */
export interface OpenCost
  extends Pick<
    OpenSubsidy,
    | 'tenant'
    | 'matterId'
    | 'caseId'
    | 'caseNumber'
    | 'class'
    | 'aidForm'
    | 'stage'
    | 'region'
    | 'handlerId'
    | 'handlerName'
    | 'handlerUnit'
    | 'handlerKind'
    | 'paidByTreasury'
    | 'designatedOn'
    | 'demonstration'
  > {
  readonly kind: CostKind;
  readonly spentOn: LocalDate;
  readonly units: number | null;
  readonly claimed: number;
  readonly purpose: string;
  readonly receipts: readonly { readonly attachmentId: string; readonly fileName: string; readonly fileHash: string }[];
}

/** One addition or deduction of the tariff: units where it pays by the unit, fen where it pays actual cost or a share. */
const Adjustment = z.strictObject({
  key: z.string().min(1).max(80),
  units: z.int().min(1).max(9999).optional(),
  amount: positiveFen.optional(),
  reason: line(300),
});

const SubsidyKey = z.strictObject({ tenant, subsidyId: z.uuid() });
const versioned = SubsidyKey.extend({ version });
export const ReadSubsidy = SubsidyKey;
export type ReadSubsidy = z.infer<typeof ReadSubsidy>;

export const ProposeSubsidy = versioned.extend({
  /** The base inside the tariff's band, fen; may be left out where the tariff leaves no choice. */
  amount: fen.optional(),
  /** Why this amount within the band. */
  reason: line(500).optional(),
  additions: z.array(Adjustment).max(20).default([]),
  deductions: z.array(Adjustment).max(20).default([]),
});
export type ProposeSubsidy = z.infer<typeof ProposeSubsidy>;
/** What was asked of the tariff; with it the amount can be worked out again. */
export type Asked = Omit<ProposeSubsidy, 'tenant' | 'subsidyId' | 'version'>;

export const ApproveSubsidy = versioned;
export type ApproveSubsidy = z.infer<typeof ApproveSubsidy>;

export const ReturnProposal = versioned.extend({ reason: line(500) });
export type ReturnProposal = z.infer<typeof ReturnProposal>;

const CostKey = z.strictObject({ tenant, costId: z.uuid(), version });
export const CheckCost = CostKey.extend({ allowed: positiveFen, note: line(300).optional() });
export type CheckCost = z.infer<typeof CheckCost>;
export const RefuseCost = CostKey.extend({ reason: line(300) });
export type RefuseCost = z.infer<typeof RefuseCost>;
export const WithdrawCost = CostKey;

export const ListCosts = z.strictObject({
  tenant: tenant.optional(),
  state: z.enum(Object.keys(costLifecycle.states) as [keyof typeof costLifecycle.states]).optional(),
});
export type ListCosts = z.infer<typeof ListCosts>;

export const ListSubsidies = z.strictObject({
  tenant: tenant.optional(),
  state: z.enum(Object.keys(subsidyLifecycle.states) as [keyof typeof subsidyLifecycle.states]).optional(),
  handlerId: z.uuid().optional(),
  batchId: z.uuid().optional(),
  class: z.enum(matterClasses).optional(),
  /** Paid in this month or year. */
  paidIn: z.string().regex(spanPattern).optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListSubsidies = z.infer<typeof ListSubsidies>;

export const Appropriate = z.strictObject({
  tenant,
  source: z.enum(fundSources),
  year: z.int().min(2000).max(2999),
  amount: positiveFen,
  memo: line(200),
  demonstration: z.boolean().default(false),
});
export type Appropriate = z.infer<typeof Appropriate>;

export const WithdrawAppropriation = z.strictObject({
  tenant,
  fundId: z.uuid(),
  version,
  amount: positiveFen,
  memo: line(200),
});
export type WithdrawAppropriation = z.infer<typeof WithdrawAppropriation>;

export const CreateBatch = z.strictObject({
  tenant,
  fundId: z.uuid(),
  subsidyIds: z.array(z.uuid()).max(500).default([]),
  /** 直接费用 paid beside them, or by themselves. */
  costIds: z.array(z.uuid()).max(500).default([]),
});
export type CreateBatch = z.input<typeof CreateBatch>;

const BatchKey = z.strictObject({ tenant, batchId: z.uuid() });
export const ReadBatch = BatchKey;
export type ReadBatch = z.infer<typeof ReadBatch>;

export const PayBatch = BatchKey.extend({
  version,
  paidOn: day,
  /** The bank's reference of the transfer order; each payment's own follows from it unless it is given. */
  bankReference: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/),
  references: z
    .array(z.strictObject({ subsidyId: z.uuid(), reference: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/) }))
    .max(500)
    .default([]),
});
export type PayBatch = z.infer<typeof PayBatch>;

export const DissolveBatch = BatchKey.extend({ version, reason: line(300) });
export type DissolveBatch = z.infer<typeof DissolveBatch>;

export const ReconcileBatch = BatchKey.extend({
  version,
  lines: z.array(z.strictObject({ reference: z.string().min(1).max(60), amount: fen })).max(1000),
});
export type ReconcileBatch = z.infer<typeof ReconcileBatch>;

/** The payment by what it was for: the id of a subsidy, or of a direct cost. */
export const BouncePayment = BatchKey.extend({ version, subsidyId: z.uuid(), returnedOn: day, reason: line(300) });
export type BouncePayment = z.infer<typeof BouncePayment>;
