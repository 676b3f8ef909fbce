import { z } from 'zod';
import { personInput } from '../people/index.ts';
import { criminalStages } from '../policy/index.ts';
import { PleaWitness } from './plea-schema.ts';
import type { Words } from './schema.ts';
import { day, line, prose, tenant, version } from './shapes.ts';

/*
 * 值班律师 (Legal Aid Law arts 14, 30; 法律援助值班律师工作办法): the rota of each place, and the record of each help.
 */

export const dutyPeriods = ['morning', 'afternoon', 'day'] as const;
export type DutyPeriod = (typeof dutyPeriods)[number];

export const dutyModes = ['onSite', 'phone', 'video'] as const;
export type DutyMode = (typeof dutyModes)[number];

/** What a duty lawyer does for somebody without a defender (art. 30; 值班律师工作办法 art. 6). */
export const dutyServices = [
  'advice',
  'procedureChoice',
  'coerciveMeasure',
  'opinion',
  'helpToApply',
  'pleaWitness',
  'meeting',
  'fileReview',
] as const;
export type DutyService = (typeof dutyServices)[number];

export const dutyOutcomes = [
  'advised',
  'applicationForwarded',
  'opinionHandedIn',
  'pleaSigned',
  'pleaRefused',
  'helpRefused',
] as const;
export type DutyOutcome = (typeof dutyOutcomes)[number];

export const dutySignatures = ['signed', 'fingerprint', 'heardRemotely', 'refused'] as const;
export type DutySignature = (typeof dutySignatures)[number];

export const dutyText: {
  readonly period: Readonly<Record<DutyPeriod, Words>>;
  readonly mode: Readonly<Record<DutyMode, Words>>;
  readonly service: Readonly<Record<DutyService, Words>>;
  readonly outcome: Readonly<Record<DutyOutcome, Words>>;
  readonly signature: Readonly<Record<DutySignature, Words>>;
} = {
  period: {
    morning: { zh: '上午', en: 'Morning' },
    afternoon: { zh: '下午', en: 'Afternoon' },
    day: { zh: '全天', en: 'All day' },
  },
  mode: {
    onSite: { zh: '现场值班', en: 'On site' },
    phone: { zh: '电话值班', en: 'By telephone' },
    video: { zh: '视频值班', en: 'By video' },
  },
  service: {
    advice: { zh: '法律咨询', en: 'Advice' },
    procedureChoice: { zh: '程序选择建议', en: 'Advice on the choice of procedure' },
    coerciveMeasure: { zh: '申请变更强制措施', en: 'Application to change a coercive measure' },
    opinion: { zh: '对案件处理提出意见', en: 'Opinion on how the case is dealt with' },
    helpToApply: { zh: '帮助申请法律援助', en: 'Help to apply for legal aid' },
    pleaWitness: { zh: '见证签署认罪认罚具结书', en: 'Witness of a plea agreement' },
    meeting: { zh: '会见', en: 'Meeting' },
    fileReview: { zh: '阅卷', en: 'File review' },
  },
  outcome: {
    advised: { zh: '已解答', en: 'Advised' },
    applicationForwarded: { zh: '已转交法律援助申请', en: 'Application for aid forwarded' },
    opinionHandedIn: { zh: '已提交意见', en: 'Opinion handed in' },
    pleaSigned: { zh: '已签署具结书', en: 'Plea agreement signed' },
    pleaRefused: { zh: '未签署具结书', en: 'Plea agreement not signed' },
    helpRefused: { zh: '本人不需要帮助', en: 'Help was not wanted' },
  },
  signature: {
    signed: { zh: '本人签名', en: 'Signed' },
    fingerprint: { zh: '按指印', en: 'Fingerprint' },
    heardRemotely: { zh: '电话、视频确认', en: 'Confirmed by telephone or video' },
    refused: { zh: '拒绝签名', en: 'Would not sign' },
  },
};

/** 排班: one lawyer at one place on some days. */
export const PlanShifts = z.strictObject({
  tenant,
  agencyId: z.uuid(),
  handlerId: z.uuid(),
  period: z.enum(dutyPeriods),
  mode: z.enum(dutyModes),
  days: z.array(day).min(1).max(62),
});
export type PlanShifts = z.infer<typeof PlanShifts>;

export const ShiftKey = z.strictObject({ tenant, shiftId: z.uuid() });
const shiftMove = ShiftKey.extend({ version });

/** 换班: offered to a colleague, who takes it or leaves it. */
export const OfferSwap = shiftMove.extend({ toHandlerId: z.uuid(), reason: line(200) });
export type OfferSwap = z.infer<typeof OfferSwap>;
export const MoveShift = shiftMove;
export type MoveShift = z.infer<typeof MoveShift>;
export const CancelShift = shiftMove.extend({ reason: line(200) });
export type CancelShift = z.infer<typeof CancelShift>;

export const ReadRota = z.strictObject({ from: day, to: day });
export type ReadRota = z.infer<typeof ReadRota> & { readonly tenant: string };

/** 法律帮助记录. */
export const RecordHelp = z.strictObject({
  tenant,
  /** The shift on which it was given; on a day without one, the place and the lawyer are named. */
  shiftId: z.uuid().optional(),
  agencyId: z.uuid(),
  handlerId: z.uuid(),
  helpedOn: day,
  mode: z.enum(dutyModes),
  person: personInput,
  stage: z.enum(criminalStages),
  organCaseNumber: line(60).optional(),
  services: z.array(z.enum(dutyServices)).min(1).max(8),
  outcome: z.enum(dutyOutcomes),
  signature: z.enum(dutySignatures),
  /** 认罪认罚具结见证: with the service of that name, and only with it. */
  plea: PleaWitness.optional(),
  note: prose(1000).optional(),
  demonstration: z.boolean().optional(),
});
export type RecordHelp = z.infer<typeof RecordHelp>;

export const ListHelps = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListHelps = z.infer<typeof ListHelps> & { readonly tenant: string };
