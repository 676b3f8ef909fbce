import type { Scene } from './scene.ts';

/** Maintenance, violence at home, marriages, guardianship. */
export const familyScenes: readonly Scene[] = [
  {
    key: 'supportOfParents',
    cause: 'maintenance',
    class: 'civil',
    weight: 24,
    age: [66, 86],
    groups: ['olderPerson', 'farmer'],
    otherSide: 'child',
    proceeding: 'litigation',
    means: 'waived',
    noFixedLivelihood: true,
    wanted: ['要儿女每个月给生活费', '要儿子出赡养费和医药费'],
    way: 'supportSuit',
    tell: [
      (t) =>
        `我有${t.r.int(2, 4)}个儿子，分家的时候写了纸，一家一年称${t.r.int(150, 300)}斤米、给${t.r.int(3, 8)}00块钱。头两年都给，这${t.r.int(2, 3)}年${t.other}说米价涨了、自己也困难，一粒都不给，其他几个看他不给也不给了。`,
      (t) =>
        `老伴${t.month(11)}走了，我一个人在${t.village}，血压高，走路都要扶着墙。${t.other}在城里买了房，说接我去，去了${t.r.int(9, 40)}天，媳妇天天摔碗，我又自己坐班车回来了。我不想去他家住，就想他每个月给${t.r.int(2, 5)}00块钱。`,
      (t) =>
        `我今年${t.age}岁了，有三个儿子一个姑娘。老伴走了以后轮流在三家吃，去年老二说房子窄，不要我去了，老三跟着也不来接。我一个人住老房子，腿疼走不动，药钱都是姑娘给的。村委会去劝了两回，${t.other}当面答应，过后还是不管。`,
      (t) =>
        `家里的田和房子前几年都分给${t.other}了，说好他养我老。现在他在${t.r.pick(['昆明', '瑞丽', '浙江'])}打工，两年没有回来过，钱也不寄一分。我每个月就是一百多块养老金，${t.month(2)}住院花了${t.money(4000, 9000)}，是跟侄儿借的。`,
      (t) =>
        `我跟老伴一个${t.age}、一个${t.age - t.r.int(1, 5)}，${t.r.pick(['大儿子', '老二'])}${t.other}嫌我们帮小儿子${t.r.pick(['带过娃娃', '还过账', '盖过房子'])}，说谁得了好处谁养。我们不是要告他，就是想有个说法，每个月给点油盐钱，生病了有人管。`,
      {
        otherSex: 'female',
        wanted: '要姑娘出赡养费和医药费',
        words: (t) =>
          `我没有儿子，两个姑娘都嫁在本地。大姑娘说嫁出去的姑娘不兴养老人。我眼睛看不清了，灶都烧不着，求政府帮我说说${t.other}。`,
      },
    ],
  },
  {
    key: 'supportOfChild',
    cause: 'maintenance',
    class: 'civil',
    weight: 22,
    age: [3, 16],
    groups: ['minor', 'student'],
    otherSide: 'parentOfChild',
    proceeding: 'litigation',
    means: 'waived',
    noFixedLivelihood: true,
    wanted: ['要孩子的抚养费', '要求对方按月付抚养费', '增加抚养费'],
    way: 'supportSuit',
    tell: [
      {
        kin: ['母亲'],
        otherSex: 'male',
        wanted: '要求对方按月付抚养费',
        words: (t) =>
          `离婚的时候法院判孩子跟我，${t.other}每个月给${t.r.int(5, 9)}00元抚养费，他给了${t.r.int(3, 7)}个月就不给了，到现在欠了快两年。孩子在镇上读书，住校一个星期生活费就要一百多，我在超市上班一个月两千四，实在撑不住。`,
      },
      {
        kin: ['外祖母', '外祖父'],
        otherSex: 'male',
        wanted: '要孩子的抚养费',
        words: (t) =>
          `我姑娘没有跟${t.other}领过结婚证，孩子生下来他就走了，到现在${t.age}岁，一分钱没有给过。孩子户口是跟着我们老两口上的。现在要上学了，我们想让他认账，把抚养费出了。`,
      },
      {
        kin: ['母亲'],
        otherSex: 'male',
        wanted: '增加抚养费',
        words: (t) =>
          `孩子是我跟${t.other}生的，协议离婚时候写的每个月${t.r.int(6, 10)}00。现在孩子${t.r.pick(['查出来要戴矫正器', '得了肾病要长期吃药', '上初中了开销大'])}，我一个人负担不起，想请求增加到${t.r.int(12, 18)}00元。`,
      },
      {
        kin: ['父亲'],
        otherSex: 'female',
        wanted: '要求对方按月付抚养费',
        words: (t) =>
          `我跟${t.other}离婚，两个娃娃一人带一个。后来她把带的那个也送回来给我，讲好一个月给${t.r.int(4, 8)}00元生活费，给了三次就没有了。我在砖厂上班，老人也有病，娃娃放学没有人接。`,
      },
      {
        kin: ['祖父', '祖母'],
        otherSex: 'female',
        wanted: '要孩子的抚养费',
        words: (t) =>
          `${t.self.sex === 'female' ? '孙女' : '孙子'}爸爸${t.month(30)}工地出事走了，儿媳${t.other}改嫁到外县，赔偿款她拿走了，娃娃丢给我们老两口，一年不打一个电话。我们要她出抚养费，也要把娃娃那份赔偿款拿出来。`,
      },
    ],
  },
  {
    key: 'domesticViolence',
    cause: 'domesticViolence',
    class: 'civil',
    weight: 28,
    sex: 'female',
    age: [21, 56],
    groups: ['woman', 'farmer'],
    otherSide: 'spouse',
    proceeding: 'litigation',
    means: 'exempt',
    wanted: ['要离婚，要人身安全保护令', '想离婚，孩子要跟我', '申请人身安全保护令'],
    way: 'divorceSuit',
    tell: [
      (t) =>
        `${t.other}在外面跑车，一回来就怀疑我跟别人好，从${t.month(13)}起打过我${t.r.int(4, 9)}次，有一次牙齿打掉两颗。我跑回娘家，他带着人来闹，把我爹也推倒了。他还拿娃娃的${t.r.pick(['学费', '户口本', '出生证'])}来要挟我。`,
      (t) =>
        `我跟${t.other}是二婚，他打我，也打我带过来的姑娘，姑娘才${t.r.int(9, 14)}岁，老师看见她胳膊上的青紫来家访，我才晓得我上夜班的时候他也动手。我已经带着姑娘搬出来了，请不要告诉他。`,
      (t) =>
        `结婚${t.r.int(4, 18)}年，${t.other}一喝酒就打人，打完又下跪认错。${t.day(9)}晚上当着两个孩子拿板凳砸我，头上缝了${t.r.int(4, 9)}针，派出所出过告诫书。我现在带着孩子住在${t.r.pick(['我妈家', '我姐家', '朋友那里'])}，不敢回去。我不想让他知道我住在哪里。`,
      (t) =>
        `他不是天天打，是管着我，手机要查，钱不给，出门买菜超过半小时就要骂，${t.day(20)}因为我跟同学视频，掐我脖子。我想离婚，他说离了就让我一家人不得好过。`,
      (t) =>
        `从${t.month(26)}开始，${t.other}赌钱输了就拿我出气，我报过三次警，村妇联也调解过，写过两回保证书都没有用。${t.r.pick(['上个星期他把我的衣服全部烧了', '前几天他拿刀把门都砍烂了', '昨天晚上又把我关在外面一夜'])}。我想问保护令怎么办，要不要钱。`,
      (t) =>
        `我公公婆婆都在，他们也劝不住。${t.day(5)}他把我从楼梯上推下来，医院说是左小臂骨裂。娃娃才${t.r.int(2, 6)}岁，夜里吓得哭。我没有工作，一分钱都没有，请帮帮我。`,
    ],
  },
  {
    key: 'abuse',
    cause: 'abuseOrAbandonment',
    class: 'civil',
    weight: 6,
    age: [68, 88],
    groups: ['olderPerson'],
    otherSide: 'child',
    proceeding: 'litigation',
    means: 'exempt',
    wanted: ['不想跟他住了，要生活费', '要求停止虐待，另行安置'],
    way: 'supportSuit',
    tell: [
      (t) =>
        `我跟小儿子${t.other}一家住。他媳妇把我的饭单独放在门口，冷的馊的都有，冬天不给烤火，说我身上臭。${t.month(1)}把我锁在柴房两天。我今年${t.age}了，求你们想想办法。`,
      (t) =>
        `我瘫在床上${t.r.int(2, 5)}年，${t.other}拿着我的低保和养老金，人不来，药也不给买，邻居看不过去送点饭。社区的人看见我身上的褥疮，叫我一定要来讲。`,
    ],
  },
  {
    key: 'guardianship',
    cause: 'legalCapacity',
    class: 'civil',
    weight: 7,
    age: [30, 84],
    groups: ['personWithDisability'],
    otherSide: 'nobody',
    proceeding: 'litigation',
    means: 'waived',
    noFixedLivelihood: true,
    wanted: ['申请认定行为能力、指定监护人'],
    way: 'capacity',
    tell: [
      {
        sex: 'male',
        age: [58, 84],
        kin: ['女儿', '儿子'],
        words: () =>
          '我爸脑梗以后认不得人，话也讲不清，要卖老家的地基给他治病，国土所说要他本人签字，或者法院指定监护人。我们兄妹三个都同意由我来管。',
      },
      {
        sex: 'male',
        age: [22, 48],
        kin: ['姐姐', '哥哥'],
        words: (t) =>
          `我弟弟从小智力残疾二级，爹妈都不在了，${t.month(3)}低保卡和残疾补贴被一个远房亲戚拿着用。我想让法院把我定成他的监护人，好去把卡要回来。`,
      },
      {
        sex: 'female',
        age: [26, 58],
        kin: ['丈夫'],
        words: (t) =>
          `我妻子${t.month(14)}车祸以后成了植物人，保险公司说赔偿款要打到法定监护人名下，让我先去法院办认定。`,
      },
    ],
  },
];
