import type { Scene } from './scene.ts';

/** Roads, hospitals, goods, poison: bodies and property harmed. */
export const injuryScenes: readonly Scene[] = [
  {
    key: 'traffic',
    cause: 'trafficInjury',
    class: 'civil',
    weight: 34,
    age: [19, 76],
    groups: ['farmer'],
    otherSide: 'driver',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要交通事故赔偿', '起诉司机和保险公司', '要求赔医药费、误工费'],
    way: 'injurySuit',
    tell: [
      {
        age: [8, 14],
        kin: ['母亲', '父亲'],
        words: (t) =>
          `${t.day(52)}我家娃娃放学过马路，被${t.other}的${t.r.pick(['电动车', '摩托车', '网约车'])}撞了，小腿骨折，休学一个学期。他自己也是打工的，前面垫了${t.money(5000, 9000)}，后面就说借不到钱了。`,
      },
      (t) =>
        `我骑三轮去卖菜，${t.day(88)}在${t.town}桥头被${t.other}的车从后面追尾，菜翻了一路，人也甩出去，${t.r.pick(['腰椎压缩性骨折', '右肩脱臼', '手腕骨裂'])}。交警说他全责，保险公司要我先做鉴定，鉴定费${t.r.int(18, 32)}00块我都拿不出来。`,
      (t) =>
        `${t.day(120)}我骑摩托车从${t.town}街上回家，在弯道上被${t.other}的${t.r.pick(['面包车', '皮卡', '拉砖车', '小轿车'])}撞了，交警定他主责。我${t.r.pick(['大腿骨折打了钢板', '锁骨断了', '脑震荡，半边脸缝了针'])}，前后花了${t.money(23000, 76000)}。保险公司说有些药不报，他人也躲着不见。`,
      {
        otherSex: 'male',
        sex: 'female',
        age: [70, 79],
        kin: ['女儿', '儿子'],
        words: (t) =>
          `我妈${t.day(45)}早上去赶街，走在路边被${t.other}的三轮车撞倒，股骨头断了，七十几岁的人，医生说以后走路都要拄拐。他家说没有钱，只肯给${t.money(3000, 6000)}，车子也没有买保险。`,
      },
      (t) =>
        `${t.day(70)}晚上我坐邻居${t.other}的农用车回寨子，车翻到沟里，一车五个人都受伤。我断了${t.r.int(2, 5)}根肋骨。他说好心带人不该赔。是不是坐人家的顺风车就没有说法了？`,
      {
        sex: 'female',
        age: [24, 46],
        words: (t) =>
          `娃他爸在${t.r.pick(['320国道', '保腾高速便道', '县乡公路'])}上被大货车撞走了，司机${t.other}已经被抓起来。刑事那边说可以提民事赔偿，我一个女人带两个娃，怎么提都不懂。`,
      },
    ],
  },
  {
    key: 'medical',
    cause: 'medicalInjury',
    class: 'civil',
    weight: 6,
    age: [20, 72],
    groups: ['farmer'],
    otherSide: 'hospital',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求医院赔偿', '申请医疗损害鉴定'],
    way: 'harmSuit',
    tell: [
      (t) =>
        `${t.month(6)}我在${t.other}做阑尾手术，做完肚子一直疼发烧，转到昆明检查说里面有感染，又开了一次刀，多花了${t.money(28000, 66000)}。医院说是正常的并发症。`,
      {
        age: [0, 0],
        kin: ['祖父', '祖母'],
        words: (t) =>
          `儿媳${t.self.birthDate.slice(0, 4)}年${Number(t.self.birthDate.slice(5, 7))}月在${t.other}生娃娃，生了一天一夜，娃娃生下来胳膊不会动，说是臂丛神经损伤。医生讲胎儿太大，可是产检的时候没有人说过。`,
      },
    ],
  },
  {
    key: 'product',
    cause: 'productInjury',
    class: 'civil',
    weight: 5,
    age: [22, 66],
    groups: ['farmer'],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求厂家和商店赔偿'],
    way: 'harmSuit',
    tell: [
      {
        trade: ['电器', '商贸'],
        words: (t) =>
          `${t.month(3)}在街上买的电热毯，用了半个月半夜起火，把床和一间房子烧了，我手臂烧伤。卖的人${t.other}说让我找厂家，厂家电话打不通。`,
      },
      {
        trade: ['农机', '机电'],
        words: (t) =>
          `新买的粉碎机，才用第二次刀片就飞出来，把我${t.r.pick(['左眼', '小腿'])}伤了。${t.other}说是我操作不对，说明书上一个中国字都没有。`,
      },
    ],
  },
  {
    key: 'farmInputs',
    cause: 'productInjury',
    class: 'civil',
    weight: 6,
    age: [28, 64],
    groups: ['farmer'],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求赔偿种子损失', '要求农药店赔偿'],
    way: 'suit',
    tell: [
      {
        trade: ['种业', '农资'],
        words: (t) =>
          `我们${t.r.int(5, 16)}家一起在${t.other}买的包谷种，出苗稀稀拉拉，结的包谷只有小指头大。农科站的人来看过，说可能是种子的问题。我家种了${t.r.int(4, 12)}亩，一年的收成都没有了。`,
      },
      {
        trade: ['农资'],
        words: (t) =>
          `按${t.other}店里教的兑了除草剂打烟地，第三天烟叶全部卷起来发黄。烟站不收，损失有${t.money(12000, 36000)}。包装袋我还留着两个。`,
      },
    ],
  },
  {
    key: 'propertyLoss',
    cause: 'propertyLossFromAccident',
    class: 'civil',
    weight: 5,
    age: [30, 70],
    groups: ['farmer'],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求赔房子的损失', '要求赔偿牲口'],
    way: 'negotiation',
    tell: [
      {
        trade: ['路桥工程', '建筑工程'],
        words: (t) =>
          `${t.other}在我家后面放炮修路，房子墙上裂了${t.r.int(3, 8)}道口子，下雨往里面渗水。施工队来抹了一次水泥就不管了，说是老房子自己裂的。`,
      },
      {
        trade: ['运输', '物流'],
        words: (t) =>
          `${t.day(33)}我家两头母牛在路边，被${t.other}的货车撞死一头撞伤一头，一头怀着小牛。交警说让我们自己协商，对方只肯给${t.money(2000, 4000)}。`,
      },
    ],
  },
  {
    key: 'environment',
    cause: 'environmentalDamage',
    class: 'civil',
    weight: 3,
    age: [30, 66],
    groups: ['farmer'],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求停止排污，赔鱼塘损失'],
    way: 'harmSuit',
    tell: [
      {
        trade: ['果蔬', '食品'],
        words: (t) =>
          `${t.other}往沟里放洗果子的水，${t.day(28)}我鱼塘里的鱼翻了一片，捞起来${t.r.int(600, 1900)}斤。环保局来取过水样，说结果要等。`,
      },
      {
        trade: ['养殖', '牧业'],
        words: (t) =>
          `养殖场的粪水流到我们寨子的水井里，娃娃吃了拉肚子。找过${t.other}几次，说要等上面的项目下来才修池子。`,
      },
    ],
  },
  {
    key: 'food',
    cause: 'foodDrugInjury',
    class: 'civil',
    weight: 3,
    age: [20, 70],
    groups: ['farmer'],
    otherSide: 'company',
    proceeding: 'litigation',
    means: 'tested',
    wanted: ['要求赔医药费'],
    way: 'harmSuit',
    tell: [
      {
        trade: ['餐饮'],
        sex: 'female',
        age: [56, 76],
        kin: ['女儿', '儿子'],
        words: (t) =>
          `${t.day(22)}家里办客，在${t.other}订的凉菜，吃了以后${t.r.int(17, 46)}个人上吐下泻，我妈住院一个星期。店里只退了菜钱。`,
      },
      {
        trade: ['大药房', '健康咨询'],
        words: (t) =>
          `在${t.other}买的“祖传膏药”贴腰，贴了三天皮肤全部烂了，住院花了${t.money(5000, 13000)}。药监来看说没有批准文号。`,
      },
    ],
  },
];
