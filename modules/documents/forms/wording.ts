import { materialKindText } from '../labels.ts';
import type { DocumentHead, Figure, Material, Opinion, Reason } from '../schema.ts';
import {
  type Block,
  type Content,
  headerRow,
  join,
  number,
  row,
  signature,
  slot,
  t,
  table,
  title,
  unverifiedMark,
  value,
} from './blocks.ts';

/* Phrases that several forms share. */

/** 2026年3月2日: Arabic numerals without leading zeros (GB/T 9704-2012 §7.3.5.4). */
export function chineseDate(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A date in running text, or the blank to write it in. */
export function dateSlot(day: string | undefined): Content {
  return day === undefined
    ? t`${slot(undefined, 3)}年${slot(undefined, 2)}月${slot(undefined, 2)}日`
    : t`${chineseDate(day)}`;
}

/** 签名 and 日期 under an opinion; behind a long name the date has a line of its own, so that it is never torn from its word. */
export function signedBy({ by, on }: Opinion, word = '签名'): readonly Content[] {
  const name = t`${word}：${slot(by, 7)}`;
  const date = t`日期：${dateSlot(on)}`;
  return (by ?? '').length > longName ? [name, date] : [t`${name}　${date}`];
}

/** Signs of a name beyond which name and date do not stand on one line of a table's cell. */
const longName = 12;

/** ￥1,234.50 from fen. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100).toString();
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** An amount in yuan with 待核实 where nobody has confirmed it. */
export function figureText(figure: Figure | undefined): Content {
  return figure === undefined ? [] : t`${yuan(figure.fen)}元${unverifiedMark(figure.verified)}`;
}

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** 人民币大写: the amount in accounting numerals, as payment papers must show it. */
export function yuanInWords(fen: number): string {
  const cents = fen % 100;
  const tail =
    cents === 0
      ? '整'
      : `${cents >= 10 ? `${digits[Math.floor(cents / 10)]}角` : ''}${cents % 10 ? `${cents >= 10 ? '' : '零'}${digits[cents % 10]}分` : '整'}`;
  const whole = Math.floor(fen / 100);
  if (whole === 0) return cents === 0 ? '零元整' : tail.replace(/^零/, '');
  return `${wholeInWords(whole)}元${tail}`;
}

function wholeInWords(whole: number): string {
  let text = '';
  let rest = whole;
  let zeroPending = false;
  for (let g = 0; rest > 0; g++, rest = Math.floor(rest / 10_000)) {
    const part = rest % 10_000;
    if (part === 0) {
      zeroPending = text !== '';
      continue;
    }
    const gap = zeroPending || (text !== '' && lowerGroupStartsWithZero(whole, g)) ? '零' : '';
    text = `${groupInWords(part)}${groups[g]}${gap}${text}`;
    zeroPending = false;
  }
  return text;
}

function lowerGroupStartsWithZero(whole: number, g: number): boolean {
  return Math.floor(whole / 10_000 ** (g - 1)) % 10_000 < 1000;
}

function groupInWords(part: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${digits[digit]}${places[place]}`;
    zero = false;
  }
  return text;
}

/** 一、二、三 … for numbered grounds. */
export function ordinal(index: number): string {
  const names = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  return names[index] ?? String(index + 1);
}

/** The opening of a decision or letter: title over number. */
export function opening(head: DocumentHead, text: string): readonly Block[] {
  return [title(text), number(head.number)];
}

/** The opening of a table form: title, number at the right. */
export function sheetOpening(head: DocumentHead, text: string): readonly Block[] {
  return [title(text), number(head.number ?? head.matterNumber, 'end')];
}

/** The agency's name over the date, with room for its seal. */
export function sealed(head: DocumentHead): Block {
  return signature([t`${head.agency.name}（印章）`], chineseDate(head.issuedOn), true);
}

/** （一）… grounds, one a paragraph, each with its article. */
export function groundLines(reasons: readonly Reason[]): readonly Content[] {
  return reasons.map((reason, i) => {
    const order = reasons.length > 1 ? `（${ordinal(i)}）` : '';
    return t`${order}${withoutStop(reason.text)}${onAuthorityOf(reason.citation)}${unverifiedMark(reason.verified)}。`;
  });
}

/** （依据：…): the rule behind what was said; brackets in its own name become 〔〕, since brackets stand in none of their kind (GB/T 15834). */
export function onAuthorityOf(citation: string): string {
  return `（依据：${citation.replaceAll('（', '〔').replaceAll('）', '〕')}）`;
}

/** The words without their closing stop, for a sentence that goes on. */
export function withoutStop(text: string): string {
  return text.replace(/[。．.；;]\s*$/u, '');
}

/** （2026）保法援民给字第000099号《给予法律援助决定书》, or the title alone where no number is known. */
export function cited(documentTitle: string, documentNumber: string | undefined): string {
  return `${documentNumber ?? ''}《${documentTitle}》`;
}

/** 材料清单, with empty lines down to `least` so that more can be written in by hand. */
export function materialsTable(materials: readonly Material[], least = 1): Block {
  const blank: readonly (Material | undefined)[] = Array.from({ length: Math.max(0, least - materials.length) });
  return table(
    [1.3, 6, 2.6, 3, 3.6],
    [
      headerRow('序号', '材料名称', '原件或\n复印件', '份数／页数', '备注'),
      ...[...materials, ...blank].map((item, i) =>
        row(
          value(item ? i + 1 : undefined, { align: 'center' }),
          value(item?.name),
          value(item?.kind && materialKindText[item.kind], { align: 'center' }),
          value(item && amountOf(item), { align: 'center' }),
          value(item?.note),
        ),
      ),
    ],
  );
}

function amountOf(item: Material): Content {
  return join(
    [item.copies && `${item.copies}份`, item.pages && `${item.pages}页`].filter((part) => typeof part === 'string'),
    '／',
  );
}
