import { daysBetween, type LocalDate } from '../../../kernel/time/index.ts';
import type { Sex } from './identity-number.ts';

/*
 * 同一人识别: how much speaks for two rows naming one human being. Never a decision: the score and its reasons are shown, and a
 * person says whether it is the same.
 */

/** What is compared of a person. Names in their search keys; numbers only as equal or not, by their blind indexes. */
export interface PersonTraits {
  /** The name without marks, in small letters. */
  readonly folded: string;
  readonly pinyin: string;
  readonly sex: Sex | null;
  readonly birthDate: LocalDate | null;
  readonly documentIndex: string | null;
  readonly phoneIndex: string | null;
  readonly region: string | null;
}

export const matchReasonCodes = [
  'sameDocument',
  'otherDocument',
  'sameName',
  'oneCharacterOff',
  'sameSound',
  'sameBirth',
  'birthSwapped',
  'sameBirthYear',
  'otherBirth',
  'samePhone',
  'sameCounty',
  'otherSex',
] as const;
export type MatchReasonCode = (typeof matchReasonCodes)[number];

/** One thing that speaks for it, or against it with points below zero. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly points: number;
}

/** `sure`: the document says so. `likely` and `possible` are for somebody to look at; below that nothing is shown. */
export type MatchGrade = 'sure' | 'likely' | 'possible';

export interface PersonMatch {
  /** 0 to 100. */
  readonly score: number;
  readonly grade: MatchGrade;
  readonly reasons: readonly MatchReason[];
}

/**
 * What each thing is worth: an office's choice. A name and a birth date together are likely; a name and a telephone too; a name
 * alone, which half a town may bear, is not shown; another document number outweighs everything but itself.
 */
const points: Readonly<Record<MatchReasonCode, number>> = {
  sameDocument: 100,
  otherDocument: -60,
  sameName: 40,
  oneCharacterOff: 22,
  sameSound: 28,
  sameBirth: 35,
  birthSwapped: 22,
  sameBirthYear: 8,
  otherBirth: -20,
  samePhone: 30,
  sameCounty: 5,
  otherSex: -25,
};
const likelyFrom = 70;
const possibleFrom = 45;

/** Compare two persons; undefined where too little speaks for their being one. Symmetric: who is asked about makes no difference. */
export function matchPersons(a: PersonTraits, b: PersonTraits): PersonMatch | undefined {
  const codes = [byDocument(a, b), byName(a, b), byBirth(a, b), byPhone(a, b), byCounty(a, b), bySex(a, b)];
  const reasons = codes.flatMap((code) => (code === undefined ? [] : [{ code, points: points[code] }]));
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  const score = Math.min(100, Math.max(0, sum));
  if (codes[0] === 'sameDocument') return { score: Math.max(score, likelyFrom), grade: 'sure', reasons };
  if (score < possibleFrom) return undefined;
  return { score, grade: score >= likelyFrom ? 'likely' : 'possible', reasons };
}

type Compare = (a: PersonTraits, b: PersonTraits) => MatchReasonCode | undefined;

const byDocument: Compare = (a, b) => {
  if (a.documentIndex === null || b.documentIndex === null) return undefined;
  return a.documentIndex === b.documentIndex ? 'sameDocument' : 'otherDocument';
};

const byName: Compare = (a, b) => {
  if (a.folded === b.folded) return 'sameName';
  // 张伟 and 章伟 sound alike; of names of two characters one may not differ in writing only: that is half the name.
  if (a.pinyin === b.pinyin) return 'sameSound';
  return Math.min([...a.folded].length, [...b.folded].length) >= 3 && oneApart(a.folded, b.folded)
    ? 'oneCharacterOff'
    : undefined;
};

const byBirth: Compare = (a, b) => {
  if (a.birthDate === null || b.birthDate === null) return undefined;
  if (a.birthDate === b.birthDate) return 'sameBirth';
  if (swapped(a.birthDate, b.birthDate)) return 'birthSwapped';
  if (Math.abs(daysBetween(a.birthDate, b.birthDate)) <= 366 && a.birthDate.slice(0, 4) === b.birthDate.slice(0, 4))
    return 'sameBirthYear';
  return 'otherBirth';
};

const byPhone: Compare = (a, b) => (a.phoneIndex !== null && a.phoneIndex === b.phoneIndex ? 'samePhone' : undefined);

const byCounty: Compare = (a, b) =>
  a.region !== null && b.region !== null && a.region.slice(0, 6) === b.region.slice(0, 6) ? 'sameCounty' : undefined;

const bySex: Compare = (a, b) => (a.sex !== null && b.sex !== null && a.sex !== b.sex ? 'otherSex' : undefined);

/** Month and day the other way about, or one digit of the date another: a slip of the pen. */
function swapped(a: LocalDate, b: LocalDate): boolean {
  const [year, month, day] = a.split('-');
  if (b === `${year}-${day}-${month}`) return true;
  return [...a].filter((digit, i) => digit !== b[i]).length === 1;
}

/** True when one character was left out, put in or written otherwise. */
export function oneApart(a: string, b: string): boolean {
  const [short, long] = [...a].length <= [...b].length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  const rest = long.length === short.length ? short.slice(i + 1) : short.slice(i);
  return rest.join('') === long.slice(i + 1).join('');
}
