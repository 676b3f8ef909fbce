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

/*
 * How a Chinese address begins. A segment holds no sign of anything below the county (镇, 村, 路, 小区 …) but perhaps as its first
 * character (镇康县, 景洪市), and a district's name is short: where this cannot be told, less is shown.
 */
const below = '旗街村寨组社园厂校片巷弄号栋幢';
const segment = (longest: number): string =>
  String.raw`(?![小社园校厂景街镇]区)[^\P{Script=Han}省县${below}]` +
  String.raw`[^\P{Script=Han}省县${below}市区镇乡路道小景]{0,${longest - 1}}?`;
const province =
  '(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|' +
  '(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|(?:香港|澳门)特别行政区';
const upToCounty = new RegExp(
  `^(?:${province})?(?:${segment(10)}(?:自治州|地区|盟|市))?` +
    `(?:${segment(3)}区|${segment(10)}(?:族区|自治县|自治旗|林区|特区|县|旗|市))?`,
  'u',
);

/**
 * Nothing below the county: `云南省保山市施甸县***`.
 * @param county the county's full name where it is on record (from the region code): shown instead of what the text seems to say
 */
export function maskAddress(address: string, county?: string): string {
  return `${county ?? upToCounty.exec(address)?.[0] ?? ''}***`;
}

function keep(places: readonly string[], head: number, tail: number): string {
  return (
    places.slice(0, head).join('') +
    '*'.repeat(places.length - head - tail) +
    places.slice(places.length - tail).join('')
  );
}
