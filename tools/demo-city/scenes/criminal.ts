import type { Scene } from './scene.ts';

const notified = {
  class: 'criminal' as const,
  otherSide: 'nobody' as const,
  proceeding: 'litigation' as const,
  means: 'exempt' as const,
  wanted: ['通知辩护'],
};
const applied = { class: 'criminal' as const, proceeding: 'litigation' as const };

/** Defence on an organ's notice (art. 25), defence applied for from custody, and victims. */
export const criminalScenes: readonly Scene[] = [
  {
    ...notified,
    key: 'minorAccused',
    weight: 18,
    age: [15, 17],
    groups: ['minor'],
    way: 'defenceProsecution',
    criminal: {
      stages: ['investigation', 'prosecutionReview', 'firstInstance'],
      role: 'suspectOrDefendant',
      notified: true,
    },
    tell: [
      (t) =>
        `犯罪嫌疑人系未成年人（${t.age}岁），涉嫌${t.r.pick(['盗窃（撬电动车电瓶）', '寻衅滋事', '故意伤害', '抢劫（强拿同学手机）'])}，没有委托辩护人。`,
      (t) =>
        `被告人作案时未满十八周岁，与他人结伙${t.r.pick(['盗窃摩托车', '聚众斗殴', '帮助信息网络犯罪活动（出借银行卡）'])}，法定代理人在外务工，未委托辩护人。`,
    ],
  },
  {
    ...notified,
    key: 'lifeOrDeath',
    weight: 10,
    age: [20, 58],
    groups: [],
    way: 'defenceTrial',
    criminal: {
      stages: ['firstInstance', 'secondInstance'],
      role: 'suspectOrDefendant',
      notified: true,
      lifeOrDeathPossible: true,
    },
    tell: [
      (t) =>
        `被告人涉嫌${t.r.pick(['运输毒品', '走私、运输毒品', '故意杀人'])}，可能被判处无期徒刑以上刑罚，没有委托辩护人。${t.r.chance(0.4) ? '被告人系境外人员，需要翻译。' : ''}`,
    ],
  },
  {
    ...notified,
    key: 'impairedAccused',
    weight: 9,
    age: [19, 63],
    groups: ['personWithDisability'],
    way: 'defenceProsecution',
    criminal: {
      stages: ['investigation', 'prosecutionReview', 'firstInstance'],
      role: 'suspectOrDefendant',
      notified: true,
      impairments: ['hearing', 'speech'],
    },
    tell: [
      (t) =>
        `犯罪嫌疑人系聋哑人，涉嫌${t.r.pick(['盗窃', '扒窃', '故意伤害'])}，没有委托辩护人，讯问时由手语翻译到场。`,
    ],
  },
  {
    ...notified,
    key: 'cannotRecognise',
    weight: 5,
    age: [19, 60],
    groups: ['personWithDisability'],
    way: 'defenceProsecution',
    criminal: {
      stages: ['prosecutionReview', 'firstInstance'],
      role: 'suspectOrDefendant',
      notified: true,
      impairments: ['cannotFullyRecogniseActs'],
    },
    tell: [
      (t) =>
        `经鉴定，犯罪嫌疑人作案时为限制刑事责任能力，涉嫌${t.r.pick(['放火', '故意伤害', '故意毁坏财物'])}，没有委托辩护人。`,
    ],
  },
  {
    ...notified,
    key: 'ordinaryProcedure',
    weight: 16,
    age: [20, 62],
    groups: ['farmer'],
    means: 'tested',
    way: 'defenceTrial',
    criminal: { stages: ['firstInstance'], role: 'suspectOrDefendant', notified: true },
    tell: [
      (t) =>
        `适用普通程序审理的第一审案件，被告人涉嫌${t.r.pick(['滥伐林木', '危险驾驶致人受伤', '偷越国（边）境', '非法捕捞水产品', '开设赌场', '诈骗'])}，没有委托辩护人（刑事案件律师辩护全覆盖）。`,
    ],
  },
  {
    ...applied,
    key: 'custodyApplies',
    weight: 14,
    age: [19, 60],
    groups: ['farmer'],
    otherSide: 'nobody',
    means: 'tested',
    way: 'defenceInvestigation',
    wanted: ['请一个律师辩护'],
    criminal: { stages: ['investigation', 'prosecutionReview'], role: 'suspectOrDefendant' },
    tell: [
      (t) =>
        `我现在关在看守所，说我${t.r.pick(['偷了电缆', '跟人打架把人打伤', '帮人过境带货', '借银行卡给别人走账'])}。${t.r.pick(['家里只有老人和娃娃，没有钱请律师', '我媳妇在家带两个娃，请不起律师', '爹妈都七十几了，不晓得怎么请律师', '家里人还不知道我在这里'])}。我有些话想跟律师说。`,
      (t) =>
        `值班律师告诉我可以申请法律援助。我承认做错了，但是${t.r.pick(['钱我一分没有拿到', '是他先动的手', '我不知道车上有那个东西'])}，想请律师帮我讲清楚。`,
    ],
  },
  {
    ...applied,
    key: 'victim',
    weight: 12,
    age: [18, 66],
    groups: ['farmer'],
    otherSide: 'neighbour',
    means: 'tested',
    way: 'victim',
    wanted: ['附带民事诉讼，要赔偿', '请律师做代理人'],
    criminal: { stages: ['firstInstance'], role: 'victim' },
    tell: [
      (t) =>
        `${t.day(80)}因为放水的事，${t.other}拿锄头把我打伤，鉴定是轻伤二级。案子已经到法院，医药费${t.money(9000, 27000)}他一分没有出，还到处说要等出来再找我。`,
      (t) =>
        `我被${t.other}骗去“投资”，把卖甘蔗的${t.money(18000, 60000)}都给他了，人抓到了，案子已经到法院，钱怎么要回来？`,
    ],
  },
];
