import type { Scene } from './scene.ts';

const migrant = ['migrantWorker', 'farmer'] as const;

/** Wages, labour relations, insurance: what people bring home from building sites, farms and kitchens. */
export const labourScenes: readonly Scene[] = [
  {
    key: 'wagesFromForeman',
    cause: 'labourPay',
    class: 'civil',
    weight: 44,
    age: [22, 60],
    groups: migrant,
    otherSide: 'foreman',
    proceeding: 'litigation',
    means: 'waived',
    wanted: ['把欠的工钱要回来', '请律师帮我要工资', '起诉包工头付工钱'],
    way: 'suit',
    tell: [
      {
        sex: 'female',
        words: (t) =>
          `我们两口子都在${t.other}的工地上，我${t.r.pick(['和灰', '搬砖', '看料'])}，老公支模，去年腊月二十七他喊大家去领钱，一家先给${t.r.int(1, 3)}000块过年，说剩下的正月十五结。现在都${t.month(0)}了，两个人加起来还差${t.money(13000, 38000)}。`,
      },
      (t) =>
        `给${t.other}栽烤烟、采烤烟，讲的是一天${t.r.int(10, 14)}0块管两顿饭。烟都卖完了，他说烟站的钱打到他老婆卡上，他做不了主。差我${t.money(2600, 7800)}，钱不多，可是我一个人带老妈，就指着这点钱买药。`,
      (t) =>
        `我帮${t.other}装修${t.r.pick(['县医院的住院楼', '客栈', '学校宿舍'])}，包的是刮腻子和刷漆，干完验收了也签了字，差我尾款${t.money(8000, 26000)}，他说要等审计，审计完了又说要等拨款，前后拖了${t.r.int(9, 16)}个月。`,
      (t) =>
        `我是${t.town}${t.village}的，${t.month(7)}跟着${t.other}到${t.r.pick(['大理', '芒市', '昆明', '瑞丽', '隆阳'])}的工地上做${t.r.pick(['钢筋', '木工', '泥水', '外墙粉刷', '水电'])}，讲好一天${t.r.int(20, 36)}0元。做了${t.r.int(2, 5)}个多月，只付过${t.money(2000, 6000)}生活费，还欠${t.money(9000, 42000)}。打电话他说甲方没有结账，后来电话也不接了。我手上有他写的一张条子和记工本。`,
      (t) =>
        `${t.other}${t.month(9)}喊我们村${t.r.int(4, 11)}个人去帮他盖房子，干到${t.month(4)}完工。当时说完工就结钱，现在房子主家都搬进去住了，他还欠我${t.money(6000, 19000)}。去他家找过三回，他媳妇说人在外面。我家里娃娃要交学费，实在等不起了。`,
      (t) =>
        `我在${t.other}包的修路工地开${t.r.pick(['挖机', '压路机', '拖拉机', '装载机'])}，从${t.month(8)}做到${t.month(3)}，一个月说好${t.r.int(55, 80)}00元，有${t.r.int(2, 4)}个月没有发，一共${t.money(11000, 31000)}。微信上他承认欠，说月底给，说了五六个月底了。微信记录我都留着。`,
      (t) =>
        `给${t.other}摘咖啡、背甘蔗，说的是按斤算，一季下来算出来${t.money(4000, 12000)}，到现在只给了${t.money(1000, 2000)}。我不识字，数是他家小工头记的，我按了手印，也不知道记的对不对。`,
    ],
  },
  {
    key: 'wagesFromCompany',
    cause: 'labourPay',
    class: 'civil',
    weight: 26,
    age: [20, 58],
    groups: migrant,
    otherSide: 'employer',
    proceeding: 'nonLitigation',
    means: 'waived',
    wanted: ['申请劳动仲裁，要回工资', '帮我写仲裁申请', '要回工资和加班费'],
    way: 'arbitration',
    tell: [
      {
        trade: ['酒店管理', '旅游服务'],
        words: (t) =>
          `我在${t.other}做客房，旺季一天打扫${t.r.int(14, 22)}间，说好超过的算提成，从${t.month(6)}起提成一分没有发。问多了就把我的班排掉，逼我自己辞职。提成加最后一个月工资一共${t.money(5000, 12000)}。`,
      },
      {
        trade: ['运输', '物流'],
        words: (t) =>
          `给${t.other}拉水果跑瑞丽到昆明，一趟${t.r.int(8, 12)}00块。跑了${t.r.int(11, 24)}趟，对账对出来差我${t.money(7000, 18000)}，会计签了字的，老板说水果烂了一车要从我们工钱里扣。`,
      },
      {
        trade: ['物业服务', '食品', '建材', '茶业'],
        words: (t) =>
          `我在${t.other}上班${t.r.int(1, 4)}年多，${t.month(5)}起老板说资金周转困难，工资一拖再拖，到我走的时候欠了${t.r.int(2, 5)}个月，一共${t.money(8000, 26000)}。没有签过书面合同，工资是打到卡上的，有银行流水。`,
      },
      {
        trade: ['食品', '服饰', '茶业'],
        words: (t) =>
          `${t.other}${t.month(3)}突然关门，厂里的机器夜里拉走了，三十多个工人的工资都没有发。我是${t.r.pick(['缝纫工', '选果工', '包装工', '锅炉工'])}，欠我${t.money(7000, 15000)}。劳动局去看过，说要走仲裁。`,
      },
      {
        trade: ['餐饮', '酒店管理'],
        words: (t) =>
          `我在${t.other}的饭店后厨帮工，每天十一二个小时，一个月休两天，说好${t.r.int(30, 42)}00。做了${t.r.int(5, 9)}个月我妈生病要回家，老板说走得急，扣了我最后两个月工资${t.money(6000, 9000)}。`,
      },
      {
        trade: ['茶业', '咖啡'],
        words: (t) =>
          `我们${t.r.int(8, 23)}个人一起给${t.other}采茶、做茶，工资拖了半年，每个人少的欠六七千，多的两万。大家推我来问一问，能不能一起请一个律师。我自己的是${t.money(8000, 19000)}。`,
      },
    ],
  },
  {
    key: 'labourRelation',
    cause: 'labourRelation',
    class: 'civil',
    weight: 14,
    age: [24, 58],
    groups: migrant,
    otherSide: 'employer',
    proceeding: 'nonLitigation',
    means: 'tested',
    wanted: ['确认我跟公司有劳动关系', '申请仲裁确认劳动关系'],
    way: 'arbitration',
    tell: [
      {
        trade: ['运输', '物流'],
        words: (t) =>
          `我在${t.other}开${t.r.int(2, 6)}年大车，没有签合同，也没有交社保。${t.month(2)}公司说跟我是“合作”，不算员工，要我把车退回去走人。我想确认是劳动关系，要赔偿。`,
      },
      {
        sex: 'female',
        age: [28, 56],
        trade: ['物业服务', '建材'],
        words: (t) =>
          `我丈夫在${t.other}做保安，${t.month(3)}上夜班时突发脑出血没有抢救过来。公司说他是劳务派遣，又说派遣公司在外省。人社局说要先确认劳动关系才能认工伤。`,
      },
      {
        trade: ['快递服务', '物流'],
        words: (t) =>
          `从${t.month(20)}起给${t.other}送快递，每天打卡、开早会，工牌也有，罚款也按他们的规定罚。出了事站点说我们是“个体户”。我要求确认劳动关系。`,
      },
    ],
  },
  {
    key: 'workInjury',
    cause: 'workInjury',
    class: 'civil',
    weight: 36,
    age: [21, 60],
    groups: migrant,
    otherSide: 'employer',
    proceeding: 'nonLitigation',
    means: 'waived',
    wanted: ['要工伤赔偿', '申请工伤待遇仲裁', '要回医药费和赔偿'],
    way: 'arbitration',
    tell: [
      {
        trade: ['食品', '餐饮', '酒店管理'],
        words: (t) =>
          `${t.day(48)}我在${t.other}后厨端一锅${t.r.pick(['热油', '开水', '米线汤'])}滑倒，${t.r.pick(['右手臂', '大腿', '后背'])}烫伤，住院${t.r.int(9, 27)}天。老板垫了${t.money(3000, 6000)}就说仁至义尽了，还叫我不要到处讲。`,
      },
      {
        trade: ['农业开发', '林业'],
        words: (t) =>
          `我给${t.other}砍树、修枝，${t.day(84)}一根树干弹过来打在头上，昏了两天，现在左边耳朵听不见，老是头晕。公司说我是临时工，一天一结，出了事不归他们管。`,
      },
      {
        trade: ['建筑工程', '建筑劳务'],
        words: (t) =>
          `在${t.other}的隧道口扎钢筋，${t.day(130)}上面掉了一块石头砸在脚背上，${t.r.int(2, 4)}根脚趾骨折。项目部说有工伤保险，可是要我交的材料一样一样加，跑了四趟县城还没有办下来。`,
      },
      {
        trade: ['建筑劳务', '建筑工程'],
        words: (t) =>
          `${t.day(96)}我在${t.other}的工地上拆模板，从二层的架子上摔下来，${t.r.pick(['腰椎骨折', '右脚跟骨骨折', '左手腕粉碎性骨折', '三根肋骨断'])}，住院${t.r.int(18, 46)}天，花了${t.money(16000, 58000)}，公司垫了一半就不管了。工伤认定书上个月下来了，伤残${t.r.pick(['八', '九', '十'])}级。`,
      },
      {
        trade: ['木业', '建材', '机械制造'],
        words: (t) =>
          `在${t.other}开料的时候机器把我${t.r.pick(['右手食指和中指', '左手拇指', '右手三个指头'])}压断了。老板开始还来看，后来说是我自己操作不当，只肯再给${t.money(3000, 8000)}。我现在端碗都端不稳，什么活都找不到。`,
      },
      (t) =>
        `${t.day(60)}下班骑电动车回出租房，在路口被货车剐倒，腿断了。交警定的是对方全责，我想问这个算不算工伤，${t.other}说下班了就跟他们没有关系。`,
      {
        sex: 'male',
        age: [36, 58],
        trade: ['石材', '矿业'],
        words: (t) =>
          `我在${t.other}打了${t.r.int(6, 13)}年石头，一直咳，去年体检说是矽肺${t.r.pick(['一', '二'])}期。矿上换了老板，新老板说以前的事他不认。我现在走几步路就喘。`,
      },
      {
        age: [46, 60],
        trade: ['建筑工程', '机电安装'],
        words: (t) =>
          `我儿子${t.day(75)}在${t.other}干活触电走了，才${t.r.int(23, 38)}岁，留下两个娃娃。公司的人来说给${t.r.int(15, 30)}万，签了字就两清，我们老两口不懂，不敢签，想请人帮我们看看该赔多少。`,
      },
    ],
  },
  {
    key: 'socialInsurance',
    cause: 'socialInsurance',
    class: 'civil',
    weight: 12,
    age: [35, 64],
    groups: ['farmer'],
    otherSide: 'employer',
    proceeding: 'nonLitigation',
    means: 'tested',
    wanted: ['要求补交社保', '要失业金', '要求支付养老保险待遇'],
    way: 'arbitration',
    tell: [
      {
        age: [50, 62],
        trade: ['物业服务', '环卫服务'],
        words: (t) =>
          `我在${t.other}干了${t.r.int(9, 19)}年清洁工，到退休年龄了去办手续，才晓得单位只给我交过${t.r.int(1, 3)}年养老保险。单位说当时是我自己写条子不要交的，那个条子不是我签的。`,
      },
      (t) => `公司把我辞了，我去领失业金，社保局说${t.other}没有给我们交失业保险。跟公司讲，人家让我去告。`,
      {
        sex: 'female',
        age: [22, 38],
        words: (t) =>
          `我生娃娃休产假，${t.other}没有给我交生育保险，产假四个月工资也停了。我想要回生育津贴和工资，一共${t.money(9000, 21000)}。`,
      },
    ],
  },
];
