import type { Random } from './random.ts';

/** 民族 as the demonstration peoples the city; the shares are invented. */
export type EthnicGroup = '汉族' | '彝族' | '傣族' | '白族' | '傈僳族' | '苗族' | '回族' | '布朗族' | '德昂族';

export const ethnicShares: readonly (readonly [EthnicGroup, number])[] = [
  ['汉族', 84],
  ['彝族', 5],
  ['白族', 3],
  ['傣族', 3],
  ['傈僳族', 2],
  ['回族', 1],
  ['苗族', 1],
  ['布朗族', 0.7],
  ['德昂族', 0.3],
];

const surnames = [...'杨李张王赵段蒋刘陈董郭何马罗周吴黄徐孙朱高林尹尚许穆范寸番明瞿闫邵苏万字禹穆茶左鲁董余沈邓彭谢'];
const rareSurnames = ['欧阳', '诸葛', '尉迟', '上官'];
const maleGiven = [...'建国华明强军伟平波林辉勇兵福贵有才德云龙飞正宏开全忠绍从加学文新海东春荣光安永兴'];
const femaleGiven = [...'丽芳琼英翠兰珍秀菊美红玉凤仙莲琴艳霞梅娟燕萍静春香云慧自桂月巧银焕娣玲敏晓婷'];
/** Characters outside the common fonts: names that registers get wrong. */
const rareGiven = ['喆', '堃', '䶮', '㛃', '翀', '犇', '甦', '𬍛', '𠮷'];

const daiSurnames = ['刀', '线', '帕', '召', '思', '管', '岩', '玉'];
const daiMale = ['岩温', '岩罕', '岩香', '岩三', '岩保', '依相'];
const daiFemale = ['玉罕', '玉香', '玉恩', '玉波', '月罕', '玉腊'];
const lisuSurnames = ['密', '蜂', '余', '褚', '熊', '此', '普'];
const lisuMale = ['阿普', '阿迪', '阿南', '迪扒', '付益', '三益'];
const lisuFemale = ['阿妞', '娜玛', '阿妮', '迪妞', '恰玛'];
const blangNames = ['阿腊', '依弄', '岩甩', '南章', '阿祥'];
const deangNames = ['腊杰', '腊图', '阿诺', '玉南', '腊翁'];
const yiClans = ['沙马', '吉克', '阿苏', '俄底', '莫色', '罗洪'];
const yiMale = ['阿木', '尔惹', '拉则', '木呷', '阿龙', '子体'];
const yiFemale = ['阿果', '乌芝', '阿牛', '嫫芝', '依伍', '阿呷'];

/**
 * An invented name. Most people of every group here bear Han-style names; some bear names of their own tongue,
 * several parts parted by · (U+00B7).
 */
export function drawName(random: Random, sex: 'male' | 'female', group: EthnicGroup): string {
  const own = ownName(random, sex, group);
  return own ?? hanName(random, sex);
}

function hanName(random: Random, sex: 'male' | 'female'): string {
  const surname = random.chance(0.01) ? random.pick(rareSurnames) : random.pick(surnames);
  const pool = sex === 'male' ? maleGiven : femaleGiven;
  const last = random.chance(0.012) ? random.pick(rareGiven) : random.pick(pool);
  if (random.chance(0.22)) return surname + last;
  let first = random.pick(pool);
  while (first === last || first === surname) first = random.pick(pool);
  return surname + first + last;
}

function ownName(random: Random, sex: 'male' | 'female', group: EthnicGroup): string | undefined {
  const male = sex === 'male';
  switch (group) {
    case '傣族':
      if (random.chance(0.35)) return random.pick(daiSurnames.slice(0, 6)) + random.pick(male ? daiMale : daiFemale);
      return random.chance(0.3)
        ? `${random.pick(male ? daiMale : daiFemale)}·${random.pick(daiSurnames.slice(0, 6))}·罕恩`
        : undefined;
    case '傈僳族':
      return random.chance(0.5)
        ? `${random.pick(lisuSurnames)}·${random.pick(male ? lisuMale : lisuFemale)}`
        : undefined;
    case '布朗族':
      return random.chance(0.4) ? `${random.pick(surnames)}·${random.pick(blangNames)}` : undefined;
    case '德昂族':
      return random.chance(0.5) ? `${random.pick(surnames)}·${random.pick(deangNames)}` : undefined;
    case '彝族':
      return random.chance(0.2)
        ? `${random.pick(yiClans)}·${random.pick(yiMale)}·${random.pick(male ? yiMale : yiFemale)}`
        : undefined;
    case '苗族':
      return random.chance(0.2)
        ? `${random.pick(['熊', '杨', '陶', '项'])}${random.pick(male ? ['朵', '戛', '昌'] : ['阿', '美', '咪'])}${random.pick(male ? ['者', '生', '寿'] : ['妹', '娅', '朵'])}`
        : undefined;
    default:
      return undefined;
  }
}

/** Two characters that hardly any firm would choose, so that an invented name is nobody's. */
const rareWords = [
  ...[
    '珩峤',
    '峦岫',
    '穗隅',
    '澹畴',
    '樾岚',
    '禾堰',
    '璟汀',
    '汀屿',
    '岱桐',
    '砚禾',
    '澄峪',
    '柘野',
    '岫筠',
    '甸穗',
    '棠屿',
    '沅筠',
  ],
  ...[
    '溯畴',
    '霁峦',
    '垄荞',
    '芷岗',
    '皋禾',
    '茜峪',
    '榕砚',
    '渚麦',
    '崧芸',
    '蔚垚',
    '芒岫',
    '稔陌',
    '菁垄',
    '泠畹',
    '坪樾',
    '荞汀',
  ],
];

/** Names of law firms, all different, none meant for a real one. */
export function firmNames(random: Random, n: number): readonly string[] {
  return random.sample(rareWords, n).map((word) => `云南${word}律师事务所`);
}

/** An invented employer, shop, insurer or factory: `line` says in which trade. */
export function companyName(random: Random, line: string): string {
  return `${random.pick(['云南', '保山', '云南', '昆明'])}${random.pick(rareWords)}${line}有限公司`;
}

/** The name with the surname of another: for kin of Han-style names; a name with · stays as it is. */
export function withSurnameOf(name: string, other: string): string {
  if (name.includes('·') || other.includes('·')) return name;
  const lengthOf = (whole: string): number => (rareSurnames.some((surname) => whole.startsWith(surname)) ? 2 : 1);
  return other.slice(0, lengthOf(other)) + name.slice(lengthOf(name));
}
