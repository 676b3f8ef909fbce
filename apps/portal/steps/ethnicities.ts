/** The 56 peoples (GB/T 3304, in its order: the place in the list is the code), Chinese name and the standard's romanised name. */
export const ethnicities = [
  ['汉族', 'Han'], ['蒙古族', 'Mongol'], ['回族', 'Hui'], ['藏族', 'Zang'], ['维吾尔族', 'Uygur'], ['苗族', 'Miao'], ['彝族', 'Yi'], ['壮族', 'Zhuang'],
  ['布依族', 'Buyei'], ['朝鲜族', 'Chosen'], ['满族', 'Man'], ['侗族', 'Dong'], ['瑶族', 'Yao'], ['白族', 'Bai'], ['土家族', 'Tujia'], ['哈尼族', 'Hani'],
  ['哈萨克族', 'Kazak'], ['傣族', 'Dai'], ['黎族', 'Li'], ['傈僳族', 'Lisu'], ['佤族', 'Va'], ['畲族', 'She'], ['高山族', 'Gaoshan'], ['拉祜族', 'Lahu'],
  ['水族', 'Sui'], ['东乡族', 'Dongxiang'], ['纳西族', 'Naxi'], ['景颇族', 'Jingpo'], ['柯尔克孜族', 'Kirgiz'], ['土族', 'Tu'], ['达斡尔族', 'Daur'], ['仫佬族', 'Mulao'],
  ['羌族', 'Qiang'], ['布朗族', 'Blang'], ['撒拉族', 'Salar'], ['毛南族', 'Maonan'], ['仡佬族', 'Gelao'], ['锡伯族', 'Xibe'], ['阿昌族', 'Achang'], ['普米族', 'Pumi'],
  ['塔吉克族', 'Tajik'], ['怒族', 'Nu'], ['乌孜别克族', 'Uzbek'], ['俄罗斯族', 'Russ'], ['鄂温克族', 'Ewenki'], ['德昂族', 'Deang'], ['保安族', 'Bonan'], ['裕固族', 'Yugur'],
  ['京族', 'Gin'], ['塔塔尔族', 'Tatar'], ['独龙族', 'Derung'], ['鄂伦春族', 'Oroqen'], ['赫哲族', 'Hezhen'], ['门巴族', 'Monba'], ['珞巴族', 'Lhoba'], ['基诺族', 'Jino'],
] as const satisfies readonly (readonly [zh: string, en: string])[];

export type Ethnicity = (typeof ethnicities)[number][0] | '其他';

/** Those most met in the west of Yunnan stand first in the list a person chooses from. */
const first = ['汉族', '彝族', '傣族', '白族', '傈僳族', '苗族', '回族', '布朗族', '阿昌族', '德昂族', '景颇族', '佤族'];

/** In the order of the list on screen. `其他`: not yet identified, or not a citizen. */
export const ethnicitiesOnScreen: readonly (readonly [zh: string, en: string])[] = [
  ...first.flatMap((name) => ethnicities.filter(([zh]) => zh === name)),
  ...ethnicities.filter(([zh]) => !first.includes(zh)),
  ['其他', 'Other'],
];
