import type { Words } from './locales/locale.ts';

/** Names of the instruments in English. One that is not here stays in Chinese, which is its name. */
const instruments: Readonly<Record<string, string>> = {
  法律援助法: 'Legal Aid Law',
  中华人民共和国法律援助法: 'Legal Aid Law',
  法律援助条例: 'Legal Aid Regulations',
  云南省法律援助条例: 'Yunnan Legal Aid Ordinance',
  办理法律援助案件程序规定: 'Procedure for Legal Aid Cases',
  法律援助投诉处理办法: 'Measures for Handling Complaints about Legal Aid',
  刑事诉讼法: 'Criminal Procedure Law',
};

const digits = '零一二三四五六七八九';

/** 四十三 → 43, 一百零五 → 105. */
function numberOf(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') total += digit * 100;
    else if (char === '十') total += (digit === 0 ? 1 : digit) * 10;
    else {
      digit = digits.indexOf(char);
      continue;
    }
    digit = 0;
  }
  return total + digit;
}

/** A citation in the reader's language: 《法律援助法》第四十三条 → Legal Aid Law, art. 43. */
export function citationText(words: Words, citation: string): string {
  if (words.language === 'zh') return citation;
  return (
    citation
      .replaceAll('（待核实）', ' (unverified)')
      .replace(
        /《([^》]+)》(?:（[^）]*）)?第([零一二三四五六七八九十百]+)条(?:第([一二三四五六七八九十]+)款)?(?:第([一二三四五六七八九十]+)项)?/g,
        (whole, name: string, article: string, paragraph?: string, item?: string) => {
          const instrument = instruments[name];
          if (instrument === undefined) return whole;
          return `${instrument}, art. ${numberOf(article)}${paragraph === undefined ? '' : ` para. ${numberOf(paragraph)}`}${item === undefined ? '' : ` item ${numberOf(item)}`}`;
        },
      )
      // An instrument cited as a whole.
      .replace(/《([^》]+)》(?:（[^）]*）)?/g, (whole, name: string) => instruments[name] ?? whole)
  );
}
