import type { LocalDate } from '../../../kernel/time/index.ts';
import type { HandlerKind, HandlerStatus } from '../../network/index.ts';
import type { MatterClass } from '../../policy/index.ts';
import type { CaseAidForm, CriminalMatter, Words } from '../schema.ts';
import type { Conflict } from './conflicts.ts';

/** What is asked of a handler before a case may be designated to them. */
export interface HandlerFacts {
  readonly id: string;
  readonly kind: HandlerKind;
  readonly status: HandlerStatus;
  readonly licenceNumber: string | null;
  readonly licensedFrom: LocalDate | null;
  readonly criminalDefenceSince: LocalDate | null;
  readonly trainedForMinors: boolean;
  readonly paidByTreasury: boolean;
  /** True when this handler declined or handed back this very case before. */
  readonly declinedBefore: boolean;
  /** True when this handler was replaced in this very case. */
  readonly replacedBefore: boolean;
  /** True when the accused refused this lawyer in this very case. */
  readonly refusedBefore: boolean;
}

/** What it is in a case that decides who may act. */
export interface CaseFacts {
  readonly class: MatterClass;
  readonly aidForm: CaseAidForm;
  readonly criminal: Pick<CriminalMatter, 'stage' | 'role' | 'lifeOrDeathPossible'> | null;
  readonly recipientMinor: boolean;
  /** The day of the designation. */
  readonly on: LocalDate;
}

export type BarCode =
  | 'left'
  | 'suspended'
  | 'notLicensed'
  | 'notYetLicensed'
  | 'notQualified'
  | 'treasuryPaid'
  | 'defenceNeedsLawyer'
  | 'practiceTooShort'
  | 'notTrainedForMinors'
  | 'actsForOtherSide'
  | 'firmActsForOtherSide'
  | 'actsAgainstRecipient'
  | 'defendsCoDefendant'
  | 'dutyLawyerOfCoSuspect'
  | 'relativeOfOtherSide'
  | 'declinedBefore'
  | 'replacedBefore'
  | 'refusedBefore';

/** Why a handler may not act, with the rule behind it. `verified: false`: the rule's text has not been read. */
export interface BarReason {
  readonly code: BarCode;
  readonly text: Words;
  readonly citation: string;
  readonly verified: boolean;
}

/** Every reason with its words and its article. */
export const bars: Readonly<Record<BarCode, Omit<BarReason, 'code'>>> = {
  left: {
    text: { zh: '已经不在岗', en: 'No longer in service' },
    citation: '《法律援助法》第十二条',
    verified: true,
  },
  suspended: {
    text: { zh: '已暂停承办', en: 'Suspended' },
    citation: '《法律援助法》第十九条',
    verified: true,
  },
  notLicensed: {
    text: { zh: '没有登记执业证', en: 'No licence to practise on file' },
    citation: '《法律援助法》第十二条、第十六条',
    verified: true,
  },
  notYetLicensed: {
    text: { zh: '执业证还没有生效', en: 'The licence is not yet in force' },
    citation: '《法律援助法》第十二条、第十六条',
    verified: true,
  },
  notQualified: {
    text: {
      zh: '本机构人员没有律师资格或者法律职业资格',
      en: 'Centre staff without the legal professional qualification',
    },
    citation: '《法律援助法》第十三条',
    verified: true,
  },
  treasuryPaid: {
    text: {
      zh: '由财政发工资的人员，只能由本机构安排承办，不作为社会律师指派',
      en: 'Paid by the treasury: may act only as the centre’s own staff, not as a designated lawyer',
    },
    citation: '《法律援助法》第十二条、第十三条',
    verified: true,
  },
  defenceNeedsLawyer: {
    text: { zh: '刑事辩护只能由律师承办', en: 'Criminal defence is for lawyers only' },
    citation: '《法律援助法》第二十五条、第二十六条',
    verified: true,
  },
  practiceTooShort: {
    text: {
      zh: '可能判处无期徒刑、死刑或者死刑复核的案件，要有三年以上刑事辩护执业经历',
      en: 'A case that may end in life imprisonment or death needs three years of criminal defence',
    },
    citation: '《法律援助法》第二十六条；《办理法律援助案件程序规定》第二十六条',
    verified: true,
  },
  notTrainedForMinors: {
    text: {
      zh: '未成年人刑事案件，要由熟悉未成年人身心特点的律师承办',
      en: 'A minor’s criminal case needs a lawyer who knows the characteristics of minors',
    },
    citation: '《办理法律援助案件程序规定》第二十六条',
    verified: true,
  },
  actsForOtherSide: {
    text: { zh: '正在或者曾经代理对方当事人', en: 'Acts or acted for the other side' },
    citation: '《律师法》第三十九条',
    verified: false,
  },
  firmActsForOtherSide: {
    text: { zh: '同一单位的人正在或者曾经代理对方当事人', en: 'The same firm acts or acted for the other side' },
    citation: '《律师执业行为规范（试行）》利益冲突审查的规定',
    verified: false,
  },
  actsAgainstRecipient: {
    text: { zh: '正在另一案中代理他人，与本案受援人对立', en: 'Acts against this recipient in another case' },
    citation: '《律师法》第三十九条',
    verified: false,
  },
  defendsCoDefendant: {
    text: { zh: '已为同案人辩护，一人不能为两名同案人辩护', en: 'Already defends a co-defendant' },
    citation: '《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第四十三条',
    verified: false,
  },
  dutyLawyerOfCoSuspect: {
    text: {
      zh: '曾经以值班律师身份为同案人提供法律帮助',
      en: 'Was the duty lawyer of somebody accused in the same proceeding',
    },
    citation: '《法律援助值班律师工作办法》；《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第四十三条',
    verified: false,
  },
  relativeOfOtherSide: {
    text: { zh: '是对方当事人或者同案人的近亲属', en: 'A close relative of the other side or of a co-defendant' },
    citation: '《律师法》第三十九条',
    verified: false,
  },
  declinedBefore: {
    text: { zh: '已就本案说明不能承办', en: 'Has already declined this case' },
    citation: '《法律援助法》第四十六条',
    verified: true,
  },
  replacedBefore: {
    text: { zh: '在本案中已经被更换', en: 'Has been replaced in this case' },
    citation: '《法律援助法》第五十五条',
    verified: true,
  },
  refusedBefore: {
    text: { zh: '被告人在本案中拒绝其辩护', en: 'The accused refused this lawyer in this case' },
    citation: '《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第五十条',
    verified: true,
  },
};

/** Years of criminal defence that a charge of life or death asks for. */
const yearsForLifeOrDeath = 3;

/**
 * Why this handler may not act in this case; empty when they may. Possible conflicts that are not certain are no
 * bar: they are shown as cautions by the ranking.
 */
export function mayAct(handler: HandlerFacts, matter: CaseFacts, conflicts: readonly Conflict[]): readonly BarReason[] {
  const found = new Set<BarCode>();
  for (const [code, holds] of standing) if (holds(handler, matter)) found.add(code);
  for (const conflict of conflicts) if (conflict.certain) found.add(conflict.kind);
  return [...found].map((code) => ({ code, ...bars[code] }));
}

type Test = (handler: HandlerFacts, matter: CaseFacts) => boolean;

const standing: readonly (readonly [BarCode, Test])[] = [
  ['left', (h) => h.status === 'left'],
  ['suspended', (h) => h.status === 'suspended'],
  ['notLicensed', (h) => h.kind !== 'centreStaff' && h.licenceNumber === null],
  ['notYetLicensed', (h, m) => h.licenceNumber !== null && (h.licensedFrom === null || h.licensedFrom > m.on)],
  ['notQualified', (h) => h.kind === 'centreStaff' && h.licenceNumber === null],
  ['treasuryPaid', (h) => h.kind !== 'centreStaff' && h.paidByTreasury],
  ['defenceNeedsLawyer', (h, m) => isDefence(m) && !isLawyer(h)],
  ['practiceTooShort', (h, m) => isLifeOrDeath(m) && !practisedFor(h.criminalDefenceSince, yearsForLifeOrDeath, m.on)],
  ['notTrainedForMinors', (h, m) => isDefence(m) && m.recipientMinor && !h.trainedForMinors],
  ['declinedBefore', (h) => h.declinedBefore],
  ['replacedBefore', (h) => h.replacedBefore],
  ['refusedBefore', (h) => h.refusedBefore],
];

/** Defence, and the representation of the respondent in compulsory treatment (arts 25, 28): both are for lawyers. */
function isDefence(matter: CaseFacts): boolean {
  return (
    matter.aidForm === 'criminalDefence' ||
    matter.criminal?.role === 'suspectOrDefendant' ||
    matter.criminal?.stage === 'compulsoryMedical'
  );
}

function isLifeOrDeath(matter: CaseFacts): boolean {
  if (!isDefence(matter)) return false;
  return matter.criminal?.lifeOrDeathPossible === true || matter.criminal?.stage === 'deathPenaltyReview';
}

/** A lawyer of a firm, or a member of the centre's staff who holds a lawyer's licence. */
function isLawyer(handler: HandlerFacts): boolean {
  return handler.kind === 'lawyer' || (handler.kind === 'centreStaff' && handler.licenceNumber !== null);
}

/** True when `years` have passed between the two days; 29 February counts to 28 February. */
export function practisedFor(since: LocalDate | null, years: number, on: LocalDate): boolean {
  if (since === null) return false;
  const [year = '', month = '', date = ''] = since.split('-');
  const full = `${Number(year) + years}-${month}-${month === '02' && date === '29' ? '28' : date}`;
  return full <= on;
}
