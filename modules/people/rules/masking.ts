/*
 * What a screen or a list may show of a person's data. No national standard fixes the number of places; GB/T 35273-2020 §7.2 asks that what is
 * displayed be de-identified. Kept here: enough to tell two matters apart and to ask the person back, never the birth date,
 * and never the length of a name. Input is the normalised form.
 */

/** `530***********1234`: the first three and the last four places. Other documents: the first and the last two. */
export function maskIdentityNumber(number: string): string {
  const places = [...number];
  if (places.length >= 15) return keep(places, 3, 4);
  return places.length >= 8 ? keep(places, 1, 2) : '*'.repeat(places.length);
}

/** `138****1234`; a landline keeps its area code and the last three (`0875-****456`); a number abroad its last four. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const landline = /^(0\d{2,3})-(\d{7,8})/.exec(phone);
  if (landline !== null) {
    const [, area = '', local = ''] = landline;
    return `${area}-${'*'.repeat(local.length - 3)}${local.slice(-3)}`;
  }
  const places = [...phone];
  return places.length >= 8 ? keep(places, 0, 4) : '*'.repeat(places.length);
}

/** 复姓 in use, simplified and traditional. */
const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 ' +
    '微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 ' +
    '歐陽 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 長孫 鮮于 閭丘 子車 顓孫 壤駟 樂正 穀梁 夾谷 軒轅 段干 東郭 南門 左丘 西門 達奚'
  ).split(' '),
);

/** For public use: the surname and two stars, whatever follows (`李**`, `欧阳**`, `阿**`, `J**`). */
export function maskName(name: string): string {
  const characters = [...name];
  const first = characters[0] ?? '';
  if (characters.length < 2) return '**';
  const pair = characters.slice(0, 2).join('');
  return `${characters.length > 2 && compoundSurnames.has(pair) ? pair : first}**`;
}

/** 省、市、县 as far as an address names them in front; the county is the last thing shown. */
const upToCounty = new RegExp(
  String.raw`^(?:\p{Script=Han}{2,8}?(?:省|自治区|特别行政区))?` +
    String.raw`(?:(?!${'县|区'})\p{Script=Han}{1,10}?(?:自治州|地区|盟|市))?` +
    String.raw`(?:[^\P{Script=Han}省市县区旗镇乡街路道村寨组社园小厂校景片巷弄号栋幢]{1,10}?(?:自治县|自治旗|林区|特区|县|旗|区|市))?`,
  'u',
);

/** `云南省保山市施甸县***`: nothing below the county. Where no county can be told, nothing at all. */
export function maskAddress(address: string): string {
  return `${upToCounty.exec(address)?.[0] ?? ''}***`;
}

function keep(places: readonly string[], head: number, tail: number): string {
  return (
    places.slice(0, head).join('') +
    '*'.repeat(places.length - head - tail) +
    places.slice(places.length - tail).join('')
  );
}
