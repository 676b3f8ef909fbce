import { z } from 'zod';
import { affairLifecycles } from './affair-lifecycles.ts';
import type { Words } from './schema.ts';
import { day, line, prose, tenant, version, versioned } from './shapes.ts';

/* Money in fen; days are the true days, which may lie before the day on which somebody enters them. */

/** 重大事项 that a handler must report (办理法律援助案件程序规定 art. 36, from secondary sources), and the centre's own days to take note. */
export const majorMatterKinds = {
  seriousDoubt: {
    zh: '主要证据认定、适用法律等方面有重大疑义',
    en: 'Serious doubt on key evidence or on the law',
    days: 3,
  },
  groupIncident: { zh: '涉及群体性事件', en: 'A group incident', days: 1 },
  socialImpact: { zh: '有重大社会影响', en: 'Great social impact', days: 1 },
  otherComplex: { zh: '其他复杂、疑难情形', en: 'Otherwise complex', days: 3 },
} as const satisfies Record<string, Words & { days: number }>;
export type MajorMatterKind = keyof typeof majorMatterKinds;

/** What a court does with its fee on each ground: 诉讼费用交纳办法 arts 45 (waive), 46 (reduce by at least 30 %), 47 (defer). */
export const feeGrounds = {
  legalAid: { zh: '正在接受法律援助', en: 'Receiving legal aid', relief: 'deferred', citation: '第四十七条第三项' },
  socialInsurance: {
    zh: '追索社会保险金、经济补偿金',
    en: 'Claims social insurance or severance pay',
    relief: 'deferred',
    citation: '第四十七条第一项',
  },
  injury: {
    zh: '人身伤害事故的受害人请求赔偿',
    en: 'Injured in an accident and claims damages',
    relief: 'deferred',
    citation: '第四十七条第二项',
  },
  deferOther: {
    zh: '确实需要缓交的其他情形',
    en: 'Other need to defer',
    relief: 'deferred',
    citation: '第四十七条第四项',
  },
  disaster: {
    zh: '因自然灾害等不可抗力造成生活困难',
    en: 'In hardship through a natural disaster',
    relief: 'reduced',
    citation: '第四十六条第一项',
  },
  preferential: {
    zh: '优抚、安置对象',
    en: 'Recipient of preferential treatment',
    relief: 'reduced',
    citation: '第四十六条第二项',
  },
  reduceOther: {
    zh: '确实需要减交的其他情形',
    en: 'Other need to reduce',
    relief: 'reduced',
    citation: '第四十六条第四项',
  },
  disability: {
    zh: '残疾人无固定生活来源',
    en: 'A person with a disability without fixed livelihood',
    relief: 'waived',
    citation: '第四十五条第一项',
  },
  maintenance: {
    zh: '追索赡养费、扶养费、抚育费、抚恤金',
    en: 'Claims maintenance or a pension',
    relief: 'waived',
    citation: '第四十五条第二项',
  },
  socialAssistance: {
    zh: '最低生活保障对象、特困供养对象等，无其他收入',
    en: 'On social assistance without other income',
    relief: 'waived',
    citation: '第四十五条第三项',
  },
  bravery: {
    zh: '因见义勇为或者保护社会公共利益受到损害',
    en: 'Harmed in an act of bravery',
    relief: 'waived',
    citation: '第四十五条第四项',
  },
  waiveOther: {
    zh: '确实需要免交的其他情形',
    en: 'Other need to waive',
    relief: 'waived',
    citation: '第四十五条第五项',
  },
} as const satisfies Record<string, Words & { relief: 'deferred' | 'reduced' | 'waived'; citation: string }>;
export type FeeGround = keyof typeof feeGrounds;

/** 国家司法救助的情形, by the opinion of 2014; its text has not been read. */
export const reliefGrounds = {
  injured: { zh: '受犯罪侵害致重伤或者严重残疾，无法获得赔偿', en: 'Gravely injured by a crime, without compensation' },
  urgentTreatment: {
    zh: '受犯罪侵害危及生命，急需救治，无力承担费用',
    en: 'In urgent need of treatment after a crime',
  },
  bereaved: { zh: '受害人死亡，依靠其收入的近亲属生活困难', en: 'Dependants of a victim who died' },
  propertyLoss: { zh: '财产遭受重大损失，无法获得赔偿', en: 'Great loss of property, without compensation' },
  witness: { zh: '举报人、证人、鉴定人受到打击报复', en: 'Informant, witness or expert who was retaliated against' },
  unenforced: {
    zh: '追索赡养费、扶养费、抚育费等，被执行人没有履行能力',
    en: 'Maintenance that cannot be enforced',
  },
  tort: { zh: '道路交通事故等民事侵权，无法获得赔偿', en: 'Road accident or other tort, without compensation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;
export type ReliefGround = keyof typeof reliefGrounds;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];

/** 重大事项报告. */
export const ReportMajorMatter = versioned.extend({
  kind: z.enum(keysOf(majorMatterKinds)),
  /** The day on which it came up. */
  on: day,
  words: prose(3000),
});
export type ReportMajorMatter = z.infer<typeof ReportMajorMatter>;

/** 诉讼费用缓减免函 to the court that hears the case. */
export const IssueFeeLetter = versioned.extend({
  court: line(120),
  grounds: z
    .array(z.enum(keysOf(feeGrounds)))
    .min(1)
    .max(6),
});
export type IssueFeeLetter = z.infer<typeof IssueFeeLetter>;

/** 司法救助转介: never without the recipient, whose hardship is told to another organ. */
export const ReferForRelief = versioned.extend({
  organ: line(120),
  ground: z.enum(keysOf(reliefGrounds)),
  /** The day on which the recipient agreed to it. */
  consentOn: day,
  words: prose(3000),
});
export type ReferForRelief = z.infer<typeof ReferForRelief>;

const events = [
  ...new Set(
    Object.values(affairLifecycles).flatMap(({ states }) => Object.values(states).flatMap(({ on }) => Object.keys(on))),
  ),
] as [string, ...string[]];

export const AffairKey = z.strictObject({ tenant, affairId: z.uuid(), event: z.enum(events) });

/** What came of it: which fields an event asks for, and which it cannot have, stands in `rules/affairs.ts`. */
export const FollowAffair = AffairKey.extend({
  version,
  /** The day on which it happened, on the paper that says so. */
  on: day.optional(),
  /** Reduced or waived fee, or relief, fen. */
  amount: z.int().min(1).max(1_000_000_000_000).optional(),
  /** The whole fee of the case, fen. */
  total: z.int().min(1).max(1_000_000_000_000).optional(),
  until: day.optional(),
  words: prose(2000).optional(),
});
export type FollowAffair = z.infer<typeof FollowAffair>;

export const ListAffairs = z.strictObject({ tenant: tenant.optional() });
