import type { Bilingual } from '../schema.ts';
import { chineseNumber } from './citation.ts';
import type { Rule } from './pack-schema.ts';
import type { Adjustment, Band } from './tariff-schema.ts';

/** Words of a pack tell their figures by slots (`{range}`), filled here, so that a changed figure changes what is said of it. */
export const figureSlots = ['range', 'each', 'unitsUpTo', 'actualUpTo', 'shareUpTo', 'fraction'] as const;
type Slot = (typeof figureSlots)[number];
type Figures = Readonly<Partial<Record<Slot, Bilingual>>>;

/** What a band of a tariff says: its sentence with the sums in it. */
export function bandWords(band: Band): Bilingual {
  const { zh: least, en: leastEn } = sum(band.min);
  const { zh: most, en: mostEn } = sum(band.max);
  const range =
    band.min === band.max ? { zh: least, en: leastEn } : { zh: `${least} 至 ${most}`, en: `${leastEn} to ${mostEn}` };
  return withRemark(fill(band.text, { range }), band.remark);
}

/** What may be added or taken off, said with its limits. */
export function adjustmentWords({ text, remark, each, unitsUpTo, actualUpTo, shareUpTo }: Adjustment): Bilingual {
  const figures: Figures = {
    ...(each !== undefined && { each: sum(each) }),
    ...(unitsUpTo !== undefined && { unitsUpTo: same(String(unitsUpTo)) }),
    ...(actualUpTo !== undefined && { actualUpTo: sum(actualUpTo) }),
    ...(shareUpTo !== undefined && { shareUpTo: same(`${shareUpTo / 10}%`) }),
  };
  return withRemark(fill(text, figures), remark);
}

/** What a rule says; a multiplier tells its fraction. */
export function ruleWords(rule: Rule): Bilingual {
  return rule.fraction === undefined ? rule.text : fill(rule.text, { fraction: fractionWords(rule.fraction) });
}

/** 二倍, 二分之一, 1.5 倍 / twice, half, 1.5 times. */
export function fractionWords([numerator, denominator]: readonly [number, number]): Bilingual {
  const times = numerator / denominator;
  if (numerator < denominator) {
    const zh = `${chineseNumber(denominator)}分之${chineseNumber(numerator)}`;
    return { zh, en: times === 0.5 ? 'half' : `${numerator}/${denominator} of` };
  }
  if (Number.isInteger(times)) {
    const en = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
    return { zh: `${chineseNumber(times)}倍`, en };
  }
  const decimal = Number.isInteger(times * 100) ? String(times) : `${numerator}/${denominator}`;
  return { zh: ` ${decimal} 倍`, en: `${decimal} times` };
}

/** Slots of a text that no figure fills: a fault of the pack. */
export function unfilledSlots(text: Bilingual, known: readonly Slot[]): readonly string[] {
  return [
    ...new Set([text.zh, text.en].flatMap((words) => [...words.matchAll(slot)].map(([, name = '']) => name))),
  ].filter((name) => !known.includes(name as Slot));
}

const slot = /\{(\w*)\}/g;

function fill(text: Bilingual, figures: Figures): Bilingual {
  const put = (language: 'zh' | 'en'): string =>
    text[language].replace(slot, (whole, name: string) => figures[name as Slot]?.[language] ?? whole);
  return { zh: put('zh'), en: put('en') };
}

function withRemark(text: Bilingual, remark: Bilingual | undefined): Bilingual {
  return remark === undefined ? text : { zh: `${text.zh}（${remark.zh}）`, en: `${text.en} (${remark.en})` };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Yuan, whole where they are: 1500 in Chinese, 1,500 in English. */
function sum(fen: number): Bilingual {
  const yuan = fen / 100;
  const digits = Number.isInteger(yuan) ? 0 : 2;
  return {
    zh: yuan.toFixed(digits),
    en: yuan.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  };
}
