import { z } from 'zod';
import { Language } from '../network/index.ts';
import { personInput } from '../people/index.ts';
import { criminalStages, groups, type NotifyingOrgan, notifyingOrgans } from '../policy/index.ts';
import type { Words } from './schema.ts';
import { day, line, prose, tenant, versioned } from './shapes.ts';

/*
 * 通知辩护 (Legal Aid Law arts 25, 26, 28, 36): a notice of police, procuratorate or court begins a case without an application; the
 * centre designates and answers in three days.
 */

/** 通知事由, in the order of the Law. */
export const noticeGrounds = [
  'minor',
  'impaired',
  'cannotFullyRecognise',
  'lifeOrDeath',
  'deathPenaltyReview',
  'inAbsentia',
  'otherByLaw',
  'discretionary',
  'compulsoryMedical',
] as const;
export type NoticeGround = (typeof noticeGrounds)[number];

/** Each ground in words, with its article; all but one oblige the organ to notify (应当通知). */
export const noticeGroundText: Readonly<
  Record<NoticeGround, Words & { readonly citation: string; readonly mandatory: boolean }>
> = {
  minor: { zh: '未成年人', en: 'A minor', citation: '《法律援助法》第二十五条第一款第一项', mandatory: true },
  impaired: {
    zh: '视力、听力、言语残疾人',
    en: 'Impaired in sight, hearing or speech',
    citation: '《法律援助法》第二十五条第一款第二项',
    mandatory: true,
  },
  cannotFullyRecognise: {
    zh: '不能完全辨认自己行为的成年人',
    en: 'An adult who cannot fully recognise their own acts',
    citation: '《法律援助法》第二十五条第一款第三项',
    mandatory: true,
  },
  lifeOrDeath: {
    zh: '可能被判处无期徒刑、死刑',
    en: 'Life imprisonment or death is possible',
    citation: '《法律援助法》第二十五条第一款第四项',
    mandatory: true,
  },
  deathPenaltyReview: {
    zh: '申请法律援助的死刑复核案件被告人',
    en: 'Asked for aid in the review of a death penalty',
    citation: '《法律援助法》第二十五条第一款第五项',
    mandatory: true,
  },
  inAbsentia: {
    zh: '缺席审判案件的被告人',
    en: 'Tried in absentia',
    citation: '《法律援助法》第二十五条第一款第六项',
    mandatory: true,
  },
  otherByLaw: {
    zh: '法律法规规定的其他人员',
    en: 'Another person named by law',
    citation: '《法律援助法》第二十五条第一款第七项',
    mandatory: true,
  },
  discretionary: {
    zh: '其他适用普通程序审理的被告人',
    en: 'Another defendant tried in ordinary procedure',
    citation: '《法律援助法》第二十五条第二款',
    mandatory: false,
  },
  compulsoryMedical: {
    zh: '强制医疗案件的被申请人或者被告人',
    en: 'Respondent in compulsory medical treatment',
    citation: '《法律援助法》第二十八条',
    mandatory: true,
  },
};

export const organText: Readonly<Record<NotifyingOrgan, Words>> = {
  police: { zh: '公安机关', en: 'Police' },
  procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
  court: { zh: '人民法院', en: 'Court' },
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What stands on an organ's notice, as the desk enters it. */
const Notice = z.strictObject({
  organ: z.enum(notifyingOrgans),
  organName: line(80),
  noticeNumber: line(60).optional(),
  /** 办案机关案号: ties those accused together. */
  organCaseNumber: line(60).optional(),
  officer: line(40),
  officerContact: line(40),
  ground: z.enum(noticeGrounds),
  stage: z.enum(criminalStages),
  receivedOn: day,
});

export const RegisterNotice = Notice.extend({
  tenant,
  /** The person accused, or the respondent. */
  person: personInput,
  /** 涉嫌罪名, as the notice names it. */
  charge: line(60).optional(),
  lifeOrDeathPossible: z.boolean().optional(),
  /** 速裁、简易程序: the fifteen days before the hearing do not apply. */
  summaryOrFastTrack: z.boolean().optional(),
  custodyPlace: line(80).optional(),
  hearingOn: day.optional(),
  hearingAt: time.optional(),
  hearingPlace: line(80).optional(),
  groups: z.array(z.enum(groups)).max(16).default([]),
  coDefendants: z.array(line(100)).max(60).default([]),
  /** The earlier stage of the same proceeding, whose lawyer is preferred. */
  earlierCaseId: z.uuid().optional(),
  /** What the person is to be spoken to in. */
  language: Language.optional(),
  note: prose(1000).optional(),
  demonstration: z.boolean().optional(),
});
export type RegisterNotice = z.infer<typeof RegisterNotice>;

/** Whom to look for among earlier cases, before a notice is registered. */
export const FindEarlierCases = z.strictObject({
  tenant,
  documentNumber: z.string().max(60).optional(),
  organCaseNumber: line(60).optional(),
});
export type FindEarlierCases = z.infer<typeof FindEarlierCases>;

/** 答复办案机关: the letter that names the lawyer, sent on this day. */
export const ReplyOrgan = versioned.extend({ toldOn: day });
export type ReplyOrgan = z.infer<typeof ReplyOrgan>;

/** 拒绝辩护: what the accused said, reported by the lawyer. */
export const ReportRefusal = versioned.extend({ refusedOn: day, words: prose(1000) });
export type ReportRefusal = z.infer<typeof ReportRefusal>;

/** The organ notifies again after a refusal in a mandatory case (SPC 2021 art. 50). */
export const TakeRenotice = versioned.extend({
  receivedOn: day,
  noticeNumber: line(60).optional(),
  officer: line(40),
  officerContact: line(40),
});
export type TakeRenotice = z.infer<typeof TakeRenotice>;

/** The accused is content after all, or the organ found no good reason: the same lawyer goes on. */
export const ResumeDefence = versioned.extend({ reason: prose(500) });
export type ResumeDefence = z.infer<typeof ResumeDefence>;

/** 开庭: fixed by the court; warnings (a clash, a day off) must be looked at before it is written down in spite of them. */
export const FixHearing = versioned.extend({
  heldOn: day,
  startsAt: time.optional(),
  place: line(80).optional(),
  note: line(200).optional(),
  despiteWarnings: z.boolean().default(false),
});
export type FixHearing = z.infer<typeof FixHearing>;

/** 改期或者取消: without a new day it is cancelled. */
export const MoveHearing = versioned.extend({
  hearingId: z.uuid(),
  heldOn: day.optional(),
  startsAt: time.optional(),
  place: line(80).optional(),
  note: line(200),
  despiteWarnings: z.boolean().default(false),
});
export type MoveHearing = z.infer<typeof MoveHearing>;
