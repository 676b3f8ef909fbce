import type { Scene } from './scene.ts';

/** What people ask for that the law does not put within legal aid: told kindly, refused in writing. */
export const outOfScopeScenes: readonly Scene[] = [
  {
    key: 'divorce',
    cause: 'marriageAndFamily',
    class: 'civil',
    weight: 14,
    sex: 'female',
    age: [23, 58],
    groups: ['woman', 'farmer'],
    otherSide: 'spouse',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['想离婚，孩子归我', '分割房子和存款'],
    way: 'divorceSuit',
    tell: [
      (t) =>
        `跟${t.other}分居三年多了，他在外面跟别人过，家里的事一样不管。我想离婚，两个孩子都要跟着我，他说离可以，房子一间都不给。`,
      (t) =>
        `我是从${t.r.pick(['缅甸边上', '外县', '贵州'])}嫁过来的，${t.other}家里人一直当我外人。现在他要离婚，说彩礼${t.money(30000, 88000)}要退给他家。我们都过了${t.r.int(5, 9)}年了，孩子也有了，这个钱还要退吗？`,
      (t) => `结婚证领了才发现${t.other}欠着一屁股赌债，讨债的天天上门，要我一起还。我想离，也想问那些债该不该我还。`,
    ],
  },
  {
    key: 'landContract',
    cause: 'landContract',
    class: 'civil',
    weight: 12,
    age: [32, 74],
    groups: ['farmer'],
    otherSide: 'neighbour',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要回承包地', '要求停止占地'],
    way: 'suit',
    tell: [
      (t) =>
        `我家二轮承包的${t.r.int(2, 6)}亩地，出去打工那几年给${t.other}种，讲好随时可以要回来。现在他在上面栽了核桃，说地是他的了。承包证上写的是我爹的名字。`,
      (t) => `嫁出来的姑娘，娘家的地被${t.other}收回去重新分了，婆家这边也没有分到。土地确权的时候两边都没有我的名字。`,
      (t) => `${t.other}家盖房子把地基伸到我家菜地里面一米多，村里调解让他退，他说房子都打好了退不了。`,
    ],
  },
  {
    key: 'forest',
    cause: 'forestRights',
    class: 'civil',
    weight: 6,
    age: [35, 72],
    groups: ['farmer'],
    otherSide: 'village',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['确认林权', '要求付林地租金'],
    way: 'negotiation',
    tell: [
      (t) =>
        `林改的时候我家那片山${t.r.int(12, 60)}亩有林权证，${t.month(8)}${t.other}把整个山头租给公司种树，租金没有我家的。`,
      (t) =>
        `界线是一条老沟，前年泥石流把沟改了，${t.other}那边的人就说过来的这片松树是他们的，${t.month(1)}砍了我家${t.r.int(20, 70)}棵。`,
    ],
  },
  {
    key: 'resettled',
    cause: 'resettlement',
    class: 'administrative',
    weight: 4,
    age: [30, 70],
    groups: ['relocatedMigrant', 'farmer'],
    otherSide: 'bureau',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求兑现安置补偿'],
    way: 'administrative',
    tell: [
      {
        trade: ['搬迁安置办公室'],
        words: (t) =>
          `我们是电站移民，从江边搬上来${t.r.int(6, 12)}年，当时说好一人一亩水田，到现在只分到三分旱地。去问${t.other}，说再等等，等了好几任领导。`,
      },
      {
        trade: ['搬迁安置办公室'],
        words: (t) =>
          `房子拆的时候量的是${t.r.int(130, 210)}平方，补的时候只算${t.r.int(80, 120)}平方，说后面盖的不算。字是我儿子代签的，我不认可。`,
      },
    ],
  },
  {
    key: 'loan',
    cause: 'other',
    class: 'civil',
    weight: 6,
    age: [28, 60],
    groups: [],
    otherSide: 'neighbour',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要回借款'],
    way: 'suit',
    tell: [
      (t) => `${t.month(15)}借给${t.other}${t.money(20000, 90000)}做生意，说好一年还，有借条。现在他说生意亏了没有钱。`,
      (t) => `我跟${t.other}合伙开农家乐，各出一半，他把钱都管着，账也不给看。我想退出来把本钱要回来。`,
    ],
  },
  {
    key: 'purchase',
    cause: 'other',
    class: 'civil',
    weight: 4,
    age: [26, 60],
    groups: [],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求退房款', '要求退车'],
    way: 'suit',
    tell: [
      {
        trade: ['置业'],
        words: (t) =>
          `在${t.other}买的铺面，说好${t.month(10)}交，到现在还是个架子，我要求退${t.money(80000, 260000)}首付。`,
      },
      { trade: ['装饰工程'], words: (t) => `找${t.other}装修，做到一半人跑了，材料款都付完了。` },
    ],
  },
];
