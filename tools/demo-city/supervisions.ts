import type { Calendar } from '../../kernel/calendar/index.ts';
import { addDays, type Instant, localDateOf } from '../../kernel/time/index.ts';
import type { SupervisionFinding, SupervisionKind, SupervisionState } from '../../modules/quality/index.ts';
import type { Random } from './random.ts';
import { busiestHandler, type Story, type StoryEnd } from './story.ts';
import type { Tenant } from './tenants.ts';
import { afterGap, inOffice } from './timing.ts';

/** What happens to a record after it was made, by the names of its table. */
export type SupervisionAct =
  | { readonly event: 'reply' | 'sendBack'; readonly text: string }
  | { readonly event: 'accept' | 'drop' };
export type SupervisionStep = { readonly at: Instant } & SupervisionAct;

/** One invented record: which case was seen, in which way, what was found, and what its handler was asked and answered. */
export interface SupervisionStory {
  readonly key: string;
  readonly at: Instant;
  readonly tenant: Tenant;
  /** The story whose case it is about. */
  readonly about: string;
  /** Roster number of the case's handler. */
  readonly handler: string;
  readonly kind: SupervisionKind;
  readonly said: {
    readonly source: string;
    readonly finding: SupervisionFinding;
    readonly text: string;
    readonly asked?: string;
  };
  readonly end: SupervisionState;
  readonly steps: readonly SupervisionStep[];
}

/** What was seen, and where it led. */
interface Sight {
  readonly kind: SupervisionKind;
  readonly end: SupervisionState;
  /** Calendar days before the curtain. */
  readonly back: number;
  readonly source: string;
  readonly finding: SupervisionFinding;
  readonly text: string;
  readonly asked?: string;
  readonly reply?: string;
  /** Whether it can be seen only while the case is open, or only of a file in the archive; absent: of any. */
  readonly of?: 'open' | 'archived';
  /** Asked of whoever's account is shown, so that it stands on their Today. */
  readonly ofShown?: true;
  /** On its way there the first answer was not enough, or the question was taken back. */
  readonly by?: { readonly sentBack: string; readonly again: string } | 'dropped';
}

/** The county that is shown. */
const shown: Tenant = '530502';

/** Each way of the Law in every state of the table. Days are chosen so that some answers are near and one is late. */
const sights: readonly Sight[] = [
  {
    kind: 'hearing',
    end: 'NOTED',
    back: 20,
    of: 'open',
    source: '隆阳区人民法院第三法庭',
    finding: 'good',
    text: '庭前与受援人核对了证据，发问有条理，受援人清楚每一步在做什么。',
  },
  {
    kind: 'hearing',
    end: 'ASKED',
    back: 3,
    of: 'open',
    source: '隆阳区人民法院第五法庭',
    finding: 'concern',
    text: '质证时没有出示原件，法官当庭提醒。',
    asked: '请说明原件在哪里，并在下次开庭前交法庭核对。',
  },
  {
    kind: 'hearing',
    end: 'ANSWERED',
    back: 12,
    of: 'open',
    source: '隆阳区劳动人事争议仲裁院',
    finding: 'ordinary',
    text: '迟到约十分钟，代理意见完整。',
    asked: '请说明迟到的原因。',
    reply: '前一庭延时，已当庭向仲裁员说明，今后提前半小时到庭。',
  },
  {
    kind: 'hearing',
    end: 'SETTLED',
    back: 47,
    of: 'open',
    source: '隆阳区人民法院第二法庭',
    finding: 'concern',
    text: '没有对对方提交的考勤记录发表质证意见。',
    asked: '请在庭后补交书面质证意见。',
    reply: '已在庭后三日内补交书面质证意见，收件回执存入卷宗。',
  },
  {
    kind: 'file',
    end: 'NOTED',
    back: 33,
    of: 'archived',
    source: '本中心档案室',
    finding: 'good',
    text: '卷内材料齐全，谈话笔录逐页签名，时限都有记载。',
  },
  {
    kind: 'file',
    end: 'ASKED',
    back: 10,
    of: 'open',
    source: '承办人的副卷',
    finding: 'concern',
    text: '两个月没有通报记录，也没有会见或者谈话笔录。',
    asked: '请补充通报和谈话的书面记录，没有做的说明原因。',
  },
  {
    kind: 'file',
    end: 'ANSWERED',
    back: 13,
    of: 'open',
    source: '承办人的副卷',
    finding: 'ordinary',
    text: '证据目录没有页码，风险告知书没有日期。',
    asked: '请补正证据目录和风险告知书。',
    reply: '已补写页码，风险告知书由受援人重新签名并写明日期。',
  },
  {
    kind: 'file',
    end: 'SETTLED',
    back: 55,
    of: 'archived',
    source: '本中心档案室',
    finding: 'concern',
    text: '代理词只有半页，没有引用条文。',
    asked: '请补充代理意见的事实和法律依据。',
    reply: '已补充一页。',
    by: { sentBack: '仍然没有引用条文，请对照争议焦点逐项补充。', again: '已逐项补充条文和类案，存入卷宗。' },
  },
  {
    kind: 'organ',
    end: 'NOTED',
    back: 26,
    of: 'open',
    source: '隆阳区人民法院民事审判一庭',
    finding: 'good',
    text: '法官认为代理人庭前准备充分，调解时能替受援人算清账。',
  },
  {
    kind: 'organ',
    end: 'ASKED',
    back: 4,
    of: 'open',
    source: '隆阳区劳动人事争议仲裁院',
    finding: 'ordinary',
    text: '仲裁院反映举证期限内没有收到证据原件清单。',
    asked: '请核实是否漏交，并告知受援人。',
  },
  {
    kind: 'organ',
    end: 'ANSWERED',
    back: 9,
    of: 'open',
    source: '隆阳区人民法院立案庭',
    finding: 'ordinary',
    text: '立案庭反映起诉状被告住所写错，退回补正一次。',
    asked: '请说明补正情况。',
    reply: '住所已按户籍信息更正，当日重新立案。',
  },
  {
    kind: 'organ',
    end: 'SETTLED',
    back: 40,
    of: 'open',
    source: '隆阳区人民法院民事审判二庭',
    finding: 'ordinary',
    text: '书记员反映联系不上代理人。',
    asked: '请说明为何联系不上。',
    by: 'dropped',
  },
  {
    kind: 'followUp',
    end: 'NOTED',
    back: 17,
    source: '电话回访',
    finding: 'good',
    text: '受援人说律师每次开庭前后都打电话说明，没有收过钱。',
  },
  {
    kind: 'followUp',
    end: 'ASKED',
    back: 1,
    ofShown: true,
    source: '电话回访',
    finding: 'concern',
    text: '受援人说文书领到以后没有人告诉其怎样申请执行。',
    asked: '请向受援人说明申请执行的期限和材料，需要时帮助填写申请书。',
  },
  {
    kind: 'followUp',
    end: 'ANSWERED',
    back: 8,
    of: 'open',
    source: '入户回访',
    finding: 'ordinary',
    text: '受援人说一个多月没有接到电话，不知道什么时候开庭。',
    asked: '请说明通报情况，尽快当面告知受援人。',
    reply: '已当面说明开庭还在排期，今后每月通报一次。',
  },
  {
    kind: 'followUp',
    end: 'SETTLED',
    back: 62,
    source: '电话回访',
    finding: 'concern',
    text: '受援人说承办人让其自己去法院取文书。',
    asked: '请说明情况并改正。',
    reply: '已代为领取并送到受援人手中，向受援人道歉。',
  },
];

/** What is found when somebody who was unhappy is called back. */
const calledBack = {
  dissatisfied: '回访：受援人对结果不理想有意见，对承办人的工作没有别的意见，已说明上诉和执行的途径。',
  veryDissatisfied: '回访：受援人认为承办人解释太少，已记录，转请承办人以后当面说明。',
} as const;

/** Matters whose case one handler had from the beginning to the end. */
const steady: readonly StoryEnd[] = [
  'accepted',
  'handling',
  'closedPendingFile',
  'fileOverdue',
  'fileReturned',
  'fileUnderReview',
  'archived',
];

export interface SupervisionPlan {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly until: Instant;
  readonly stories: readonly Story[];
}

/** 督促检查 of the county that is shown, and everywhere the calls to those who were unhappy; oldest first. */
export function superviseCases(plan: SupervisionPlan): readonly SupervisionStory[] {
  const seen = seenCases(plan);
  const about = new Set(seen.map((story) => story.about));
  return [...seen, ...callsBack(plan).filter((story) => !about.has(story.about))].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
}

function seenCases({ random, calendar, until, stories }: SupervisionPlan): readonly SupervisionStory[] {
  const used = new Set<string>();
  const busiest = busiestHandler(stories, shown);
  return sights.flatMap((sight, n): readonly SupervisionStory[] => {
    const draw = random.fork(String(n));
    const at = inOffice(calendar, draw, addDays(localDateOf(until), -sight.back));
    const fitting = stories.filter(
      (story) =>
        story.tenant === shown && !used.has(story.key) && unhappy(story) === undefined && fits(story, sight, at),
    );
    const best = sight.ofShown === true ? fitting.filter((story) => handlerOf(story) === busiest) : [];
    if (at >= until || fitting.length === 0) return [];
    const story = draw.pick(best.length === 0 ? fitting : best);
    used.add(story.key);
    const { kind, end, source, finding, text, asked } = sight;
    return [
      {
        key: `D${String(n + 1).padStart(3, '0')}`,
        at,
        tenant: shown,
        about: story.key,
        handler: handlerOf(story) ?? '',
        kind,
        said: { source, finding, text, ...(asked === undefined ? {} : { asked }) },
        end,
        steps: stepsOf(sight, { at, calendar, draw }),
      },
    ];
  });
}

/** 回访 within the three days after an unhappy face. */
function callsBack({ random, calendar, until, stories }: SupervisionPlan): readonly SupervisionStory[] {
  return stories.flatMap((story): readonly SupervisionStory[] => {
    const face = unhappy(story);
    const handler = handlerOf(story);
    if (face === undefined || handler === undefined) return [];
    const at = afterGap(calendar, random.fork(`call/${story.key}`), face.at, { workdays: 1 });
    if (at >= until) return [];
    return [
      {
        key: `H${story.key}`,
        at,
        tenant: story.tenant,
        about: story.key,
        handler,
        kind: 'followUp',
        said: {
          source: '电话回访',
          finding: face.face === 'veryDissatisfied' ? 'concern' : 'ordinary',
          text: calledBack[face.face],
        },
        end: 'NOTED',
        steps: [],
      },
    ];
  });
}

function unhappy({ steps }: Story): { readonly at: Instant; readonly face: keyof typeof calledBack } | undefined {
  for (const step of steps)
    if (step.event === 'rate' && (step.input.face === 'dissatisfied' || step.input.face === 'veryDissatisfied'))
      return { at: step.at, face: step.input.face };
  return undefined;
}

function handlerOf({ steps }: Story): string | undefined {
  const by = steps.findLast(({ event }) => event === 'accept')?.by;
  return by !== undefined && 'handler' in by ? by.handler : undefined;
}

/** A civil case that was in hand by then, as open or as closed as the sight needs it. */
function fits(story: Story, { kind, of }: Sight, at: Instant): boolean {
  const before = (event: Story['steps'][number]['event']): boolean =>
    story.steps.some((step) => step.event === event && step.at < at);
  if (story.application.matter.class === 'criminal' || !steady.includes(story.end)) return false;
  if (!before('accept') || handlerOf(story) === undefined) return false;
  if (kind === 'followUp' && story.application.recipient.phone === undefined) return false;
  return of === undefined || (of === 'archived' ? before('acceptFile') : !before('reportClosing'));
}

/** What happens until the state in which it stands when the curtain falls. */
function stepsOf(
  { end, reply = '', by }: Sight,
  { at: from, calendar, draw }: { readonly at: Instant; readonly calendar: Calendar; readonly draw: Random },
): readonly SupervisionStep[] {
  const answered: readonly (readonly [workdays: number, SupervisionAct])[] = [[2, { event: 'reply', text: reply }]];
  const settled: readonly (readonly [number, SupervisionAct])[] =
    by === 'dropped'
      ? [[2, { event: 'drop' }]]
      : [
          ...answered,
          ...(by === undefined
            ? []
            : ([
                [1, { event: 'sendBack', text: by.sentBack }],
                [2, { event: 'reply', text: by.again }],
              ] as const)),
          [1, { event: 'accept' }],
        ];
  const ways = { NOTED: [], ASKED: [], ANSWERED: answered, SETTLED: settled } satisfies Readonly<
    Record<SupervisionState, readonly (readonly [number, SupervisionAct])[]>
  >;
  let at = from;
  return ways[end].map(([workdays, act]) => {
    at = afterGap(calendar, draw, at, { workdays });
    return { at, ...act };
  });
}
