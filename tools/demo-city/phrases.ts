import type { Scene } from './scenes/index.ts';

/** What is most often missing from an application of this kind. */
export function supplementItems({ cause, means }: Scene): readonly string[] {
  const common = ['身份证正反面照片（现在的看不清）', '与本事项有关的书面材料'];
  const byCause: Readonly<Record<string, readonly string[]>> = {
    labourPay: ['欠条、工资表或者记工本', '能证明在那里干过活的材料（照片、工友姓名电话、转账记录）'],
    workInjury: ['工伤认定书或者诊断证明', '住院病历和费用清单'],
    trafficInjury: ['道路交通事故认定书', '住院病历和费用清单'],
    maintenance: ['亲属关系证明（户口簿或者村委会证明）', '离婚证、离婚协议或者判决书'],
    domesticViolence: ['报警回执、告诫书或者就诊病历（有什么交什么）'],
    legalCapacity: ['残疾证或者医院诊断证明'],
  };
  return [
    ...common,
    ...(byCause[cause ?? ''] ?? []),
    ...(means === 'tested' ? ['经济困难状况说明表里家庭人口一栏没有填'] : []),
  ];
}

/** Why files come back. */
export const returnReasons: readonly string[] = [
  '缺受援人签名的谈话笔录',
  '代理词没有落款日期',
  '判决书只有第一页复印件',
  '没有附送达回证',
  '卷内目录与实际页数不一致',
  '会见笔录缺翻译签名',
];

/** What people write under the face they chose. */
export const ratingWords: Readonly<
  Record<'verySatisfied' | 'satisfied' | 'neutral' | 'dissatisfied' | 'veryDissatisfied', readonly string[]>
> = {
  verySatisfied: [
    '律师一分钱没收我的，跑前跑后帮我把工钱要回来了，谢谢你们。',
    '杨律师讲话我听得懂，耐心得很。',
    '没有想到政府还管我们这种事，操碎了心，感谢。',
    '我眼睛看不见，工作人员上门来帮我填的，暖心。',
    '钱到账了，娃娃的学费有着落了。',
  ],
  satisfied: ['事情处理得比较好，就是等的时间长了一点。', '律师负责，结果我能接受。', '手机上能看到办到哪一步，放心。'],
  neutral: ['判是判了，钱还没有拿到。', '律师人不错，就是太忙，打电话不好打通。', '还可以。'],
  dissatisfied: ['跑了三趟才说还差一张纸，能不能一次说清楚。', '开庭前才见过律师一面。'],
  veryDissatisfied: ['结果跟我想的差太远了，也没有人跟我解释。', '打了几次电话没有人接。'],
};
