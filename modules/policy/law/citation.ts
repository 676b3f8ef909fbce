import type { Bilingual } from '../schema.ts';

/**
 * Articles are written `article[.paragraph][(item)]`: `25.1(4)` is 第二十五条第一款第四项, `31(5)` is 第三十一条第五项.
 * In a pack's list of articles an item may be a range: `25.1(1..7)`.
 */
const written = /^(\d{1,3})(?:\.(\d{1,2}))?(?:\((\d{1,2})\))?$/;
const listed = /^(\d{1,3}(?:\.\d{1,2})?)(?:\((\d{1,2})\.\.(\d{1,2})\))$/;
const range = /^(\d{1,3})\.\.(\d{1,3})$/;

/** Every article of a list, ranges spelt out, with the whole articles that its parts belong to. Undefined marks a line that cannot be read. */
export function expandArticles(list: readonly string[]): { articles: Set<string>; unreadable: string[] } {
  const articles = new Set<string>();
  const unreadable: string[] = [];
  for (const entry of list) {
    const whole = range.exec(entry);
    const items = listed.exec(entry);
    if (whole) {
      for (let n = Number(whole[1]); n <= Number(whole[2]); n += 1) articles.add(String(n));
    } else if (items) {
      const stem = items[1] ?? '';
      for (let n = Number(items[2]); n <= Number(items[3]); n += 1) articles.add(`${stem}(${n})`);
      articles.add(stem).add(stem.split('.')[0] ?? stem);
    } else if (written.test(entry)) {
      articles.add(entry).add(entry.split(/[.(]/)[0] ?? entry);
    } else {
      unreadable.push(entry);
    }
  }
  return { articles, unreadable };
}

/**
 * 《法律援助法》第二十五条第一款第四项 / Legal Aid Law, art. 25(1)(4). A figure set by another paper names it: 《…》第四十三条（保司通〔2027〕5号）.
 */
export function citationOf(cite: Bilingual, article: string | undefined, amendedBy?: string): Bilingual {
  if (amendedBy !== undefined) {
    const { zh, en } = citationOf(cite, article);
    return { zh: `${zh}（${amendedBy}）`, en: `${en} (${amendedBy})` };
  }
  const match = article === undefined ? null : written.exec(article);
  if (!match) return cite;
  const [, number = '', paragraph, item] = match;
  const zh = `第${chineseNumber(Number(number))}条${paragraph ? `第${chineseNumber(Number(paragraph))}款` : ''}${item ? `第${chineseNumber(Number(item))}项` : ''}`;
  const en = `art. ${number}${paragraph ? ` para. ${paragraph}` : ''}${item ? ` item ${item}` : ''}`;
  return { zh: `${cite.zh}${zh}`, en: `${cite.en}, ${en}` };
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A citation whose text nobody has read says so wherever it is shown (law 4 of the house). */
export function markedCitation(citation: string, verified: boolean): string {
  return verified ? citation : `${citation}（待核实）`;
}

/** 1..999 as articles are numbered: 十二, 二十五, 一百零五, 二百七十八. */
export function chineseNumber(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  if (rest === 0) return head || '零';
  const tens = Math.floor(rest / 10);
  const ones = rest % 10;
  const gap = hundreds > 0 && tens === 0 ? '零' : '';
  const ten = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`;
  return `${head}${gap}${ten}${ones > 0 ? digits[ones] : ''}`;
}
