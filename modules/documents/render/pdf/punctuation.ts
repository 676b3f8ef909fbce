/*
 * How Han text may be broken and closed up. Source: GB/T 15834-2011 §5 (marks that may not begin or end a line) and the
 * W3C Requirements for Chinese Text Layout §3.1 (adjacent marks give up half a square).
 */

const opening = '（《〈【〔「『“‘［｛';
const closing = '、。，：；）》〉】〕」』”’］｝';
// May not begin a line but keep their full square.
const clinging = '？！．·％‰℃°～ー々';
const closingLatin = ',.;:?!)]}%';
const openingLatin = '([{￥$¥№';

/** Words of measure that stay with the figure before them: 15日, 3人, 1,200.00元. */
const measures = '年月日号天时分秒周元角万亿人件次份页条款项岁名户亩米公里%％';

export type Mark = 'open' | 'close' | 'cling' | 'none';

export function markOf(char: string): Mark {
  if (opening.includes(char) || openingLatin.includes(char)) return 'open';
  if (closing.includes(char)) return 'close';
  if (clinging.includes(char) || closingLatin.includes(char)) return 'cling';
  return 'none';
}

/** Marks that fill a square and can give up the empty half of it. */
export function isHalvable(char: string): boolean {
  return opening.includes(char) || closing.includes(char);
}

export function isMeasure(char: string): boolean {
  return measures.includes(char);
}

/** Dashes and ellipses are two squares wide and never parted. */
export function belongTogether(before: string, after: string): boolean {
  return before === after && (before === '—' || before === '…');
}

// Latin letters and digits, with the marks that stand inside a word, a number or an address.
export const latinRun =
  /[\x21-\x7e\u00a1-\u00b6\u00b8-\u024f\u1e00-\u1eff\u2010-\u2013\u20ac][\x21-\x7e\u00a1-\u00b6\u00b8-\u024f\u1e00-\u1eff\u2010-\u2013\u20ac\p{M}]*/u;

/** One piece of text that is set as a whole: a Latin word, a space, or one character with the marks that ride on it. */
export const piecePattern = new RegExp(`${latinRun.source}|\\u3000|[ \\u00a0]|\\P{M}\\p{M}*|\\p{M}+`, 'gu');
