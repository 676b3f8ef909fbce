import { causeLabels } from '../causes.ts';
import {
  criminalRoleLabels,
  criminalStageLabels,
  groupLabels,
  impairmentLabels,
  matterClassLabels,
  organLabels,
  residenceLabels,
} from '../labels.ts';
import type { Bilingual } from '../schema.ts';
import type { Condition } from './pack-schema.ts';

/** A condition of a rule told in words, one sentence part for each thing that must hold. Made from the data alone; nothing is written by hand. */
export function conditionWords(condition: Condition): readonly Bilingual[] {
  const parts: Bilingual[] = [];
  for (const [field, told] of Object.entries(listFields)) {
    const codes = condition[field as keyof typeof listFields] as readonly string[] | undefined;
    if (codes !== undefined) parts.push(oneOf(told.zh, told.en, codes, told.words));
  }
  for (const [field, told] of Object.entries(numberFields)) {
    const n = condition[field as keyof typeof numberFields];
    if (n !== undefined) parts.push(told(n));
  }
  for (const [field, told] of Object.entries(flagWords)) {
    const value = condition[field as keyof typeof flagWords];
    if (value !== undefined) parts.push(told[value ? 'yes' : 'no']);
  }
  if (condition.any) {
    const choices = condition.any.map((choice) => together(conditionWords(choice)));
    parts.push({
      zh: `有下列情形之一：${choices.map(({ zh }) => zh).join('；或者')}`,
      en: `one of: ${choices.map(({ en }) => en).join('; or ')}`,
    });
  }
  if (condition.not) {
    const excluded = together(conditionWords(condition.not));
    parts.push({ zh: `但不包括：${excluded.zh}`, en: `but not: ${excluded.en}` });
  }
  return parts;
}

/** The whole condition in one line; empty for a rule that holds for everyone. */
export function together(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

type Words = Readonly<Record<string, Bilingual>>;

function oneOf(zh: string, en: string, codes: readonly string[], words: Words): Bilingual {
  const told = codes.map((code) => words[code] ?? { zh: code, en: code });
  return {
    zh: `${zh}${told.map((word) => word.zh).join('、')}`,
    en: `${en} ${told.map((word) => word.en.charAt(0).toLowerCase() + word.en.slice(1)).join(', ')}`,
  };
}

const listFields = {
  class: { zh: '案件属于', en: 'matter:', words: matterClassLabels as Words },
  cause: { zh: '事由是', en: 'cause:', words: causeLabels as Words },
  stage: { zh: '处于', en: 'stage:', words: criminalStageLabels as Words },
  role: { zh: '当事人是', en: 'party:', words: criminalRoleLabels as Words },
  notifiedBy: {
    zh: '由下列机关通知：',
    en: 'notified by:',
    words: { ...organLabels, none: { zh: '无（本人申请）', en: 'nobody (own application)' } } as Words,
  },
  residence: { zh: '申请人是', en: 'applicant:', words: residenceLabels as Words },
  groups: { zh: '申请人属于', en: 'applicant is one of:', words: groupLabels as Words },
  impairments: { zh: '有下列障碍之一：', en: 'impairment:', words: impairmentLabels as Words },
} as const;

const numberFields = {
  ageUnder: (n: number) => ({ zh: `未满 ${n} 周岁`, en: `under ${n} years old` }),
  ageAtLeast: (n: number) => ({ zh: `已满 ${n} 周岁`, en: `${n} years old or more` }),
  daysToExpiryUnder: (n: number) => ({
    zh: `距时效或者期限届满不足 ${n} 日`,
    en: `fewer than ${n} days until the period expires`,
  }),
  daysToHearingUnder: (n: number) => ({ zh: `距开庭不足 ${n} 日`, en: `fewer than ${n} days until the hearing` }),
} as const;

const flagWords = {
  hasDefender: {
    yes: { zh: '已委托辩护人或者代理人', en: 'a defender was retained' },
    no: { zh: '没有委托辩护人或者代理人', en: 'no defender was retained' },
  },
  lifeOrDeathPossible: {
    yes: { zh: '可能判处无期徒刑、死刑', en: 'life imprisonment or death is possible' },
    no: { zh: '不可能判处无期徒刑、死刑', en: 'neither life imprisonment nor death is possible' },
  },
  inAbsentia: { yes: { zh: '缺席审判', en: 'trial in absentia' }, no: { zh: '不是缺席审判', en: 'not in absentia' } },
  summaryOrFastTrack: {
    yes: { zh: '适用简易程序或者速裁程序', en: 'summary or fast-track procedure' },
    no: { zh: '不适用简易程序、速裁程序', en: 'ordinary procedure' },
  },
  needsPreservation: {
    yes: { zh: '需要立即申请保全或者先予执行', en: 'preservation or advance enforcement is needed now' },
    no: { zh: '不需要保全', en: 'no preservation is needed' },
  },
  noFixedLivelihood: {
    yes: { zh: '无固定生活来源', en: 'no fixed livelihood' },
    no: { zh: '有固定生活来源', en: 'a fixed livelihood' },
  },
  opponentInHousehold: {
    yes: { zh: '对方当事人是共同生活的家庭成员', en: 'the opponent lives in the household' },
    no: { zh: '对方当事人不是共同生活的家庭成员', en: 'the opponent does not live in the household' },
  },
} as const;
