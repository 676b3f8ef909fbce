import type { Calendar } from '../../kernel/calendar/index.ts';
import { addDays, type Instant, localDateOf } from '../../kernel/time/index.ts';
import type {
  ComplaintState,
  GroundKey,
  Outcome,
  RegisterComplaint,
  Standing,
} from '../../modules/complaints/index.ts';
import type { Random } from './random.ts';
import type { Story, StoryEnd } from './story.ts';
import type { Tenant } from './tenants.ts';
import { afterGap, inOffice } from './timing.ts';

/** Who moves a complaint on: the reviewer who looks into it, the other one, who decides, or the person. */
export type ComplaintHand = 'first' | 'second' | 'citizen';

/** What may happen to a complaint, by the names of its table, with what is said at it. */
export type ComplaintAct =
  | { readonly event: 'requestInformation'; readonly missing: readonly string[] }
  | { readonly event: 'supplyInformation'; readonly text: string }
  | { readonly event: 'declineToAccept'; readonly reason: string }
  | { readonly event: 'passOn'; readonly to: Tenant; readonly reason: string }
  | { readonly event: 'merge'; readonly into: string; readonly reason: string }
  | { readonly event: 'entrust'; readonly to: string; readonly question: string }
  | { readonly event: 'takeReturn'; readonly report: string }
  | { readonly event: 'reportFindings'; readonly findings: string }
  | { readonly event: 'decide'; readonly outcome: Outcome; readonly reason: string }
  | { readonly event: 'close'; readonly followUp: string }
  | { readonly event: 'accept' | 'investigate' | 'reply' | 'recordService' | 'withdraw' };

export type ComplaintStep = { readonly at: Instant; readonly by: ComplaintHand } & ComplaintAct;

/** One invented complaint: what is said, about which matter, and everything that happens to it, in order. */
export interface ComplaintStory {
  readonly key: string;
  readonly at: Instant;
  readonly tenant: Tenant;
  readonly door: 'web' | 'window' | 'hotline' | 'letter';
  /** The story whose matter it is about; its number is known when it is played. */
  readonly about: string | null;
  readonly said: Pick<RegisterComplaint, 'standing' | 'grounds' | 'statement' | 'wish' | 'against' | 'complainant'>;
  readonly end: ComplaintState;
  readonly steps: readonly ComplaintStep[];
}

/** What is complained of, and of whom. */
interface Grievance {
  readonly grounds: readonly GroundKey[];
  readonly kind: RegisterComplaint['against']['kind'];
  readonly name?: string;
  readonly standing: Standing;
  readonly statement: string;
  readonly wish: string;
  /** Where the matters stand that somebody may say this of; absent: it is about none. */
  readonly about?: readonly StoryEnd[];
  readonly found: string;
  readonly reason: string;
  readonly followUp: string;
}

const grievances = {
  silent: {
    grounds: ['noReport'],
    kind: 'handler',
    standing: 'recipient',
    statement: '律师接了案子以后两个多月没有联系过我，打电话也不接，不知道办到哪一步了。',
    wish: '请律师告诉我案子到哪一步了。',
    about: ['handling', 'accepted', 'replaced', 'replacementAsked'],
    found: '查阅案卷和通话记录：接受指派后两个月内没有向受援人通报进展的记录，承办人承认。',
    reason: '承办人没有按规定向您通报办理情况，属实',
    followUp: '承办人已当面向受援人说明情况，今后每月通报一次。',
  },
  money: {
    grounds: ['tookMoney', 'belowStandard'],
    kind: 'handler',
    standing: 'recipient',
    statement: '开庭前律师让我出了三百元车费，说是规定要交的。我后来听说法律援助不收钱。',
    wish: '把三百元退给我。',
    about: ['archived', 'fileUnderReview', 'closedPendingFile', 'handling'],
    found: '受援人出示了收条，承办人承认收取车费三百元，已经退还。',
    reason: '承办人向您收取车费三百元，属实；法律援助不得收取受援人财物',
    followUp: '三百元已退还，律师事务所给予了批评教育。',
  },
  idle: {
    grounds: ['neglected', 'belowStandard'],
    kind: 'handler',
    standing: 'recipient',
    statement: '三月份就说要去仲裁，到现在申请书也没有写，问就是在忙。',
    wish: '换一个能办事的律师。',
    about: ['handling', 'accepted', 'fileOverdue'],
    found: '承办人已于受理前递交申请书，因对方住所不明补正，没有懈怠。',
    reason: '承办人已按期递交申请，迟延是由于对方住所需要查明，您反映的情况没有查到',
    followUp: '',
  },
  counter: {
    grounds: ['wrongDecision'],
    kind: 'centre',
    standing: 'applicant',
    statement: '我的材料都是齐的，窗口让我跑了三趟，每次说的都不一样。',
    wish: '请说清楚到底要什么材料。',
    about: ['refused', 'withdrawn', 'deemedWithdrawn', 'refusedFinal'],
    found: '调取接待记录：三次来访告知的材料不一致，没有一次性告知。',
    reason: '中心没有一次告知需要补充的全部材料，属实',
    followUp: '中心已改用一次性告知单，并向您道歉。',
  },
  rude: {
    grounds: ['other'],
    kind: 'staff',
    name: '窗口穿灰衣服的工作人员',
    standing: 'interested',
    statement: '我陪老人去问事情，工作人员说话很冲，让我们自己上网查。',
    wish: '希望改一改态度。',
    found: '调看大厅录像并询问当事人：当时排队人多，解释简单，没有辱骂。',
    reason: '工作人员解释不够耐心，但没有违反法律援助的规定',
    followUp: '',
  },
  firm: {
    grounds: ['wrongAssignment'],
    kind: 'firm',
    standing: 'recipient',
    statement: '律师所换了三个人来联系我，每个人都要我从头说一遍。',
    wish: '固定一个人办。',
    about: ['handling', 'replaced', 'archived'],
    found: '律师事务所内部交接没有书面记录，先后由三名人员联系受援人。',
    reason: '律师事务所没有固定承办人，属实',
    followUp: '律师事务所已书面固定承办人。',
  },
} as const satisfies Readonly<Record<string, Grievance>>;

interface Cue {
  readonly tenant: Tenant;
  readonly grievance: keyof typeof grievances;
  readonly end: ComplaintState;
  /** Calendar days before the curtain. */
  readonly back: number;
  readonly door?: ComplaintStory['door'];
  readonly anonymous?: boolean;
  readonly outcome?: Outcome;
  /** On its way there: what was missing was asked for; a lower organ looked into it. */
  readonly by?: 'information' | 'lowerOrgan';
  /** The same person about the same matter as the complaint before it. */
  readonly again?: true;
}

/** Every state of the table, the county that is shown fullest. Days are chosen so that some limits are near and one is over. */
const cues: readonly Cue[] = [
  { tenant: '530502', grievance: 'money', end: 'CLOSED', back: 88, outcome: 'upheld' },
  { tenant: '530502', grievance: 'silent', end: 'CLOSED', back: 70, outcome: 'partly', by: 'information' },
  { tenant: '530502', grievance: 'rude', end: 'CLOSED', back: 64, door: 'hotline', outcome: 'noBreach' },
  { tenant: '530581', grievance: 'counter', end: 'CLOSED', back: 58, door: 'window', outcome: 'upheld' },
  { tenant: '530502', grievance: 'firm', end: 'SERVED', back: 44, outcome: 'upheld' },
  { tenant: '530524', grievance: 'idle', end: 'SERVED', back: 40, outcome: 'notUpheld' },
  { tenant: '530502', grievance: 'idle', end: 'REPLIED', back: 30, door: 'window', outcome: 'notUpheld' },
  { tenant: '530502', grievance: 'silent', end: 'DECIDED', back: 26, door: 'letter', outcome: 'upheld' },
  { tenant: '530523', grievance: 'counter', end: 'DECIDED', back: 24, outcome: 'partly' },
  { tenant: '530502', grievance: 'counter', end: 'REPORTED', back: 22, door: 'window', by: 'lowerOrgan' },
  { tenant: '530502', grievance: 'idle', end: 'INVESTIGATING', back: 50 },
  { tenant: '530521', grievance: 'silent', end: 'INVESTIGATING', back: 17, door: 'hotline' },
  { tenant: '530502', grievance: 'rude', end: 'ENTRUSTED', back: 16, anonymous: true },
  { tenant: '530502', grievance: 'money', end: 'ACCEPTED', back: 12, door: 'window' },
  { tenant: '530581', grievance: 'firm', end: 'ACCEPTED', back: 10 },
  { tenant: '530502', grievance: 'silent', end: 'AWAITING_INFORMATION', back: 7, anonymous: true },
  { tenant: '530502', grievance: 'counter', end: 'RECEIVED', back: 5 },
  { tenant: '530502', grievance: 'counter', end: 'MERGED', back: 4, door: 'hotline', again: true },
  { tenant: '530521', grievance: 'rude', end: 'RECEIVED', back: 9, anonymous: true },
  { tenant: '530500', grievance: 'counter', end: 'PASSED_ON', back: 6 },
  { tenant: '530502', grievance: 'rude', end: 'NOT_ACCEPTED', back: 34, door: 'letter' },
  { tenant: '530524', grievance: 'silent', end: 'WITHDRAWN', back: 20 },
];

export interface ComplaintPlan {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly until: Instant;
  readonly stories: readonly Story[];
}

/** The complaints of the ten months, oldest first. */
export function hearComplaints({ random, calendar, until, stories }: ComplaintPlan): readonly ComplaintStory[] {
  const used = new Set<string>();
  const told: ComplaintStory[] = [];
  for (const [n, cue] of cues.entries()) {
    const draw = random.fork(String(n));
    const grievance: Grievance = grievances[cue.grievance];
    const at = inOffice(calendar, draw, addDays(localDateOf(until), -cue.back));
    const before = cue.again === true ? told.at(-1) : undefined;
    const matter = before === undefined ? matterFor(stories, used, cue.tenant, grievance, at, draw) : undefined;
    if (matter !== undefined) used.add(matter.key);
    const whoever = before === undefined ? (matter ?? draw.pick(stories.filter((s) => s.tenant === cue.tenant))) : null;
    told.push({
      key: `T${String(n + 1).padStart(3, '0')}`,
      at,
      tenant: cue.tenant,
      door: cue.door ?? 'web',
      about: before === undefined ? (matter?.key ?? null) : before.about,
      said: {
        standing: grievance.standing,
        grounds: [...grievance.grounds],
        statement: grievance.statement,
        wish: grievance.wish,
        against: { kind: grievance.kind, name: grievance.name ?? '' },
        ...(cue.anonymous === true ? {} : { complainant: before?.said.complainant ?? complainantOf(whoever) }),
      },
      end: cue.end,
      steps: stepsOf(cue, grievance, { at, calendar, draw, before }),
    });
  }
  return told.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function complainantOf(story: Story | null): NonNullable<RegisterComplaint['complainant']> {
  const { name = '', phone = '' } = story?.application.recipient ?? {};
  return { name, phone, address: '' };
}

/** A matter of the county that stands where this may be said of it, and that somebody had in hand by then. */
function matterFor(
  stories: readonly Story[],
  used: ReadonlySet<string>,
  tenant: Tenant,
  { about, standing }: Grievance,
  at: Instant,
  draw: Random,
): Story | undefined {
  if (about === undefined) return undefined;
  const known = standing === 'recipient' ? 'accept' : 'submit';
  const fitting = stories.filter(
    (story) =>
      story.tenant === tenant &&
      about.includes(story.end) &&
      !used.has(story.key) &&
      story.application.recipient.phone !== undefined &&
      story.steps.some((step) => step.event === known && step.at < at),
  );
  return fitting.length === 0 ? undefined : draw.pick(fitting);
}

type Move = readonly [workdays: number, by: ComplaintHand, act: ComplaintAct];

/** What happens until the state in which it stands when the curtain falls. */
function stepsOf(
  { end, outcome = 'upheld', by, tenant }: Cue,
  { found, reason, followUp }: Grievance,
  when: {
    readonly at: Instant;
    readonly calendar: Calendar;
    readonly draw: Random;
    readonly before: ComplaintStory | undefined;
  },
): readonly ComplaintStep[] {
  const asked: readonly Move[] = [
    [1, 'first', { event: 'requestInformation', missing: ['案件编号，或者承办人的姓名', '联系不上的时间'] }],
  ];
  const answered: readonly Move[] = [
    ...asked,
    [3, 'citizen', { event: 'supplyInformation', text: '姓周，七月以后就没有回过电话。' }],
  ];
  const accepted: readonly Move[] = [...(by === 'information' ? answered : []), [1, 'first', { event: 'accept' }]];
  const entrusted: readonly Move[] = [
    ...accepted,
    [1, 'first', { event: 'entrust', to: '板桥司法所', question: '请就近向当事人了解情况，书面报告。' }],
  ];
  const open: readonly Move[] = [
    ...(by === 'lowerOrgan'
      ? ([...entrusted, [4, 'first', { event: 'takeReturn', report: '已向双方了解，情况基本属实。' }]] as const)
      : accepted),
    [1, 'first', { event: 'investigate' }],
  ];
  const reported: readonly Move[] = [...open, [5, 'first', { event: 'reportFindings', findings: found }]];
  const decided: readonly Move[] = [...reported, [2, 'second', { event: 'decide', outcome, reason }]];
  const replied: readonly Move[] = [...decided, [2, 'first', { event: 'reply' }]];
  const served: readonly Move[] = [...replied, [1, 'first', { event: 'recordService' }]];
  const ways: Readonly<Record<ComplaintState, readonly Move[]>> = {
    RECEIVED: [],
    AWAITING_INFORMATION: asked,
    ACCEPTED: accepted,
    ENTRUSTED: entrusted,
    INVESTIGATING: open,
    REPORTED: reported,
    DECIDED: decided,
    REPLIED: replied,
    SERVED: served,
    CLOSED: [...served, [6, 'first', { event: 'close', followUp }]],
    NOT_ACCEPTED: [
      [2, 'first', { event: 'declineToAccept', reason: '您反映的是收费律师的服务，不是法律援助中心指派的' }],
    ],
    PASSED_ON: [
      [1, 'first', { event: 'passOn', to: tenant === '530500' ? '530523' : '530500', reason: '由办理该申请的县管辖' }],
    ],
    MERGED: [[0, 'first', { event: 'merge', into: when.before?.key ?? '', reason: '同一人就同一件事再次投诉' }]],
    WITHDRAWN: [...accepted, [3, 'citizen', { event: 'withdraw' }]],
  };
  let { at } = when;
  return ways[end].map(([workdays, hand, act]) => {
    at = afterGap(when.calendar, when.draw, at, { workdays });
    return { at, by: hand, ...act };
  });
}
