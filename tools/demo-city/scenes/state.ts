import type { Scene } from './scene.ts';

/** Relief, pensions, courage, the state as the other side. */
export const stateScenes: readonly Scene[] = [
  {
    key: 'relief',
    cause: 'socialAssistance',
    class: 'administrative',
    weight: 6,
    age: [40, 80],
    groups: ['socialAssistance', 'farmer'],
    otherSide: 'bureau',
    proceeding: 'litigation',
    means: 'waived',
    wanted: ['恢复低保', '申请复议'],
    way: 'administrative',
    tell: [
      {
        age: [44, 80],
        trade: ['民政局'],
        words: (t) =>
          `我家一直吃着低保，${t.month(2)}${t.other}说系统里我儿子名下有一辆车，把低保取消了。那个车是别人用他的身份证买的，我们一天也没有开过。`,
      },
      {
        trade: ['民政局'],
        words: (t) =>
          `我是残疾二级，申请临时救助，${t.other}说材料不齐，退了三回，没有给过一张纸，我也不晓得到底缺什么。`,
      },
    ],
  },
  {
    key: 'bereavement',
    cause: 'pension',
    class: 'administrative',
    weight: 4,
    age: [38, 70],
    groups: ['preferentialTreatment'],
    otherSide: 'bureau',
    proceeding: 'litigation',
    means: 'waived',
    wanted: ['要求发给抚恤金'],
    way: 'administrative',
    tell: [
      {
        sex: 'female',
        age: [38, 66],
        trade: ['林业和草原局'],
        words: (t) =>
          `我丈夫是护林员，${t.month(7)}扑山火的时候牺牲了。抚恤金一直没有批下来，${t.other}说他是临时聘用的，要等上面答复。`,
      },
      {
        age: [38, 62],
        trade: ['退役军人事务局'],
        words: (t) =>
          `我爹是参战退役的，去年过世，应该有的丧葬补助和遗属抚恤，跑了${t.other}四趟，一会说归民政一会说归退役局。`,
      },
    ],
  },
  {
    key: 'bravery',
    cause: 'actOfBravery',
    class: 'civil',
    weight: 2,
    age: [20, 55],
    groups: [],
    otherSide: 'neighbour',
    proceeding: 'litigation',
    means: 'exempt',
    wanted: ['要求补偿医药费'],
    way: 'suit',
    tell: [
      (t) =>
        `${t.day(64)}下大雨，我看见${t.other}家的娃娃掉进河里，跳下去救，人救上来了，我自己撞在石头上腿断了。公安局给了见义勇为的确认书，医药费${t.money(18000, 39000)}对方家不愿意认。`,
    ],
  },
  {
    key: 'stateCompensation',
    cause: 'stateCompensation',
    class: 'stateCompensation',
    weight: 3,
    age: [26, 58],
    groups: ['farmer'],
    otherSide: 'bureau',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['申请国家赔偿'],
    way: 'administrative',
    tell: [
      {
        sex: 'male',
        trade: ['人民检察院'],
        words: (t) =>
          `我被关了${t.r.int(37, 160)}天，最后检察院说证据不够不起诉，放出来了。工作也丢了，老婆也走了，我想申请赔偿，不晓得找哪个。`,
      },
      {
        trade: ['交通运输局'],
        words: (t) => `${t.other}把我拉货的车扣了${t.r.int(5, 11)}个月，最后法院说扣错了，车还回来都报废了。`,
      },
    ],
  },
];
