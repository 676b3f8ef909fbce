import type { Candidate, CandidateList, CasePage, CaseRow, ScoreLine } from '../src/api/cases.ts';
import { event, id, paper, person } from './fixtures.ts';
import { affairs, costs } from './fixtures-affairs.ts';

interface Line {
  readonly name: string;
  readonly cause: string | null;
  readonly class?: string;
  readonly state: string;
  readonly desk: string;
  readonly due: string | null;
  readonly step: string | null;
  readonly citation: string | null;
  readonly tenant: string;
  readonly handler?: string;
}

const lines: readonly Line[] = [
  {
    name: '李国珍',
    cause: 'labourPay',
    state: 'AWAITING_DESIGNATION',
    desk: 'designation',
    due: '2026-11-24',
    step: 'designate',
    citation: '《法律援助法》第四十三条第三款',
    tenant: '530521',
  },
  {
    name: '番绍芬',
    cause: 'labourPay',
    state: 'AWAITING_DESIGNATION',
    desk: 'designation',
    due: '2026-11-26',
    step: 'designate',
    citation: '《法律援助法》第四十三条第三款',
    tenant: '530502',
  },
  {
    name: '张某（未成年）',
    cause: null,
    class: 'criminal',
    state: 'AWAITING_DESIGNATION',
    desk: 'designation',
    due: '2026-11-26',
    step: 'designate',
    citation: '《法律援助法》第三十六条',
    tenant: '530524',
  },
  {
    name: '段有才',
    cause: 'workInjury',
    state: 'DESIGNATED',
    desk: 'handling',
    due: '2026-11-27',
    step: 'signAgreement',
    citation: '《办理法律援助案件程序规定》第二十七条',
    tenant: '530581',
    handler: '王丽萍',
  },
  {
    name: '杨菊仙',
    cause: 'domesticViolence',
    state: 'HANDLING',
    desk: 'handling',
    due: null,
    step: null,
    citation: null,
    tenant: '530523',
    handler: '王丽萍',
  },
  {
    name: '蒋加旺',
    cause: 'maintenance',
    state: 'CLOSED_PENDING_FILE',
    desk: 'handling',
    due: '2026-12-09',
    step: 'submitFile',
    citation: '《办理法律援助案件程序规定》第四十条',
    tenant: '530521',
    handler: '李正昌',
  },
  {
    name: '早么内',
    cause: 'landContract',
    state: 'FILE_UNDER_REVIEW',
    desk: 'fileReview',
    due: '2026-12-18',
    step: 'reviewFile',
    citation: '《办理法律援助案件程序规定》第四十一条',
    tenant: '530523',
    handler: '尹德武',
  },
];

export const caseRows: readonly CaseRow[] = lines.map((line, index) => ({
  tenant: line.tenant,
  id: id(1000 + index),
  matterId: id(100 + index),
  number: `保法援${line.class === 'criminal' ? '刑' : '民'}字〔2026〕第${String(611 + index).padStart(4, '0')}号`,
  applicationNumber: `保法援申〔2026〕0${2200 + index}号`,
  state: line.state,
  desk: line.desk,
  version: 4,
  class: line.class ?? 'civil',
  cause: line.cause,
  stage: line.class === 'criminal' ? 'investigation' : null,
  region: line.tenant,
  groups: ['migrantWorker'],
  recipientName: line.name,
  urgent: false,
  handlerId: line.handler === undefined ? null : id(2001),
  handlerName: line.handler ?? null,
  handlerUnit: line.handler === undefined ? null : '云南永昌律师事务所',
  grantedOn: '2026-11-21',
  designatedOn: line.handler === undefined ? null : '2026-11-22',
  closedOn: line.state === 'CLOSED_PENDING_FILE' ? '2026-11-09' : null,
  archivedOn: null,
  dueOn: line.due,
  dueStep: line.step,
  dueCitation: line.citation,
  duePromise: false,
  demonstration: true,
  actions: [],
}));

const firstCase = caseRows[4];

/** 杨菊仙, being handled. */
export function casePage(change: Partial<CasePage> = {}, row: Partial<CasePage['case']> = {}): CasePage {
  if (firstCase === undefined) throw new Error('fixture');
  const { actions: _actions, ...base } = firstCase;
  return {
    case: {
      ...base,
      applicationId: base.matterId,
      aidForm: 'litigationRepresentation',
      recipientId: id(303),
      agreementOn: '2026-11-23',
      withoutAgreement: null,
      closingEvent: null,
      outcome: null,
      recovered: null,
      terminatedOn: null,
      terminationGround: null,
      terminations: 0,
      contestedOn: null,
      ...row,
    },
    deadlines: [],
    recipient: person(303, '杨菊仙', {
      sex: 'female',
      birthDate: '1988-02-11',
      ethnicity: '傈僳族',
      address: null,
      shielded: true,
    }),
    parties: [
      { role: 'recipient', personId: id(303), name: '杨菊仙' },
      { role: 'opponent', personId: id(304), name: '余某' },
    ],
    designations: [
      {
        id: id(3001),
        handlerId: id(2001),
        handlerKind: 'lawyer',
        handlerName: '王丽萍',
        agencyName: '云南永昌律师事务所',
        state: 'accepted',
        designatedOn: '2026-11-22',
        rank: 1,
        candidates: 38,
        reason: null,
        answerGround: null,
        answerReason: null,
        organToldOn: null,
        method: 'direct',
      },
    ],
    offers: [],
    firms: [],
    conflicts: [],
    notices: [],
    refusals: [],
    hearings: [
      {
        id: id(3301),
        state: 'moved',
        heldOn: '2026-12-03',
        startsAt: '09:00',
        place: '第二审判庭',
        note: '对方申请延期举证',
      },
      { id: id(3302), state: 'fixed', heldOn: '2026-12-10', startsAt: '14:30', place: '第二审判庭', note: null },
    ],
    stages: [],
    replacements: [
      {
        id: id(3201),
        state: 'handedOver',
        askedBy: 'handler',
        ground: 'illness',
        facts: '住院手术，预计两个月不能出庭。',
        receivedOn: '2026-11-16',
        opinion: '情况属实，同意更换。',
        decidedOn: '2026-11-18',
        handedOverOn: '2026-11-22',
        handover: { materials: [{ name: '谈话笔录' }, { name: '证据复印件' }] },
      },
    ],
    terminations: [],
    affairs,
    costs,
    feeGrounds: ['legalAid'],
    progress: [
      {
        id: id(3101),
        kind: 'interview',
        happenedOn: '2026-11-23',
        text: '与当事人面谈，了解家暴经过和子女情况，告知可以申请人身安全保护令。',
        visibleToCitizen: true,
        notedAt: '2026-11-23T07:20:00.000Z',
      },
      {
        id: id(3102),
        kind: 'filedWithCourt',
        happenedOn: '2026-11-24',
        text: '已向龙陵县人民法院提交人身安全保护令申请。',
        visibleToCitizen: true,
        notedAt: '2026-11-24T01:15:00.000Z',
      },
    ],
    closing: null,
    files: [],
    pieces: [],
    catalogue: {
      key: 'litigation',
      name: { zh: '诉讼代理', en: 'Litigation' },
      source: 'SF/T 0058-2019',
      verified: false,
      pieces: [
        {
          key: 'designationNotice',
          name: { zh: '指派通知书', en: 'Designation notice' },
          required: true,
          form: 'designationNotice',
        },
        {
          key: 'grantDecision',
          name: { zh: '给予法律援助决定书', en: 'Grant decision' },
          required: true,
          form: 'grantDecision',
        },
        { key: 'retainerAgreement', name: { zh: '委托协议', en: 'Retainer agreement' }, required: true },
        { key: 'powerOfAttorney', name: { zh: '授权委托书', en: 'Power of attorney' }, required: true },
        { key: 'interviewRecord', name: { zh: '约见（谈话）笔录', en: 'Interview record' }, required: true },
        {
          key: 'complaint',
          name: { zh: '起诉状、上诉状或者答辩状', en: 'Complaint, appeal or answer' },
          required: true,
        },
        { key: 'evidence', name: { zh: '证据材料', en: 'Evidence' }, required: false },
        { key: 'representationStatement', name: { zh: '代理词', en: 'Representation statement' }, required: true },
        { key: 'judgment', name: { zh: '判决书、裁定书或者调解书', en: 'Judgment' }, required: true },
        {
          key: 'closingReport',
          name: { zh: '结案报告表', en: 'Closing report' },
          required: true,
          form: 'closingReport',
        },
        { key: 'recipientOpinion', name: { zh: '受援人意见', en: 'The recipient’s opinion' }, required: false },
      ],
    },
    closingEvents: ['judgment', 'ruling', 'mediationAgreement', 'settlement'],
    documents: [
      paper(11, 'grantDecision', '给予法律援助决定书', '龙法援决〔2026〕第88号', '2026-11-21T08:30:00.000Z'),
      paper(12, 'designationNotice', '法律援助指派通知书', '龙法援指〔2026〕第81号', '2026-11-22T02:11:00.000Z'),
    ],
    subsidy: null,
    story: [
      event(9, '2026-11-23T07:25:00.000Z', 'case.agreementRecorded', '王丽萍'),
      event(8, '2026-11-22T06:40:00.000Z', 'case.designationAccepted', '王丽萍'),
      event(7, '2026-11-22T02:10:00.000Z', 'case.designated', '杨文斌'),
      event(6, '2026-11-21T08:30:00.000Z', 'case.opened', '杨文斌'),
      event(5, '2026-11-21T08:30:00.000Z', 'application.granted', '杨文斌'),
    ],
    allowedActions: ['noteProgress', 'reportClosing'],
    ...change,
  };
}

const score = (
  turn: number,
  share: string,
  done: number,
  open: number,
  fits: number,
  minutes: number,
): readonly ScoreLine[] => [
  {
    part: 'fairShare',
    points: Math.max(0, 35 - 3.5 * turn),
    of: 35,
    text: {
      zh: `轮到第 ${turn + 1} 位：按比例应办 ${share} 件，已指派 ${done} 件`,
      en: `No. ${turn + 1} in turn: ideal share ${share}, designated ${done}`,
    },
  },
  {
    part: 'load',
    points: Math.round((25 - (25 * open) / 12) * 10) / 10,
    of: 25,
    text: { zh: `在办 ${open} 件`, en: `${open} open cases` },
  },
  {
    part: 'speciality',
    points: 20 * fits,
    of: 20,
    text: fits === 1 ? { zh: '专长相符', en: 'Their field' } : { zh: '不是专长领域', en: 'Not their field' },
  },
  {
    part: 'distance',
    points: minutes < 15 ? 20 : minutes < 30 ? 16 : 10,
    of: 20,
    text: { zh: `路程约 ${minutes} 分钟（示意，非实测）`, en: `About ${minutes} min away (schematic, not measured)` },
  },
];

const names = [
  '王丽萍',
  '李正昌',
  '尹德武',
  '赵家琪',
  '杨绍云',
  '段跃庆',
  '阿·木呷·尔古',
  '番忠明',
  '罗文秀',
  '张必才',
  '寸守礼',
  '刘世荣',
  '和丽娟',
  '马春',
] as const;

const candidates: readonly Candidate[] = names.map((name, index) => {
  const lines = score(index, '6.4', 3 + Math.floor(index / 2), index % 7, index % 3 === 2 ? 0 : 1, 8 + 4 * index);
  return {
    handlerId: id(2001 + index),
    agencyId: id(index % 4 === 3 ? 2502 : 2501),
    kind: index === 6 ? 'centreStaff' : index % 4 === 3 ? 'basicLegalServiceWorker' : 'lawyer',
    rank: index + 1,
    turn: index,
    total: lines.reduce((sum, line) => sum + line.points, 0),
    lines,
    cautions:
      index === 3
        ? [
            {
              kind: 'actsForOtherSide',
              caseId: id(1),
              caseNumber: '保法援民字〔2025〕第0312号',
              by: 'name',
              score: 40,
              certain: false,
            },
          ]
        : [],
    handler: {
      handlerId: id(2001 + index),
      name,
      sex: index % 2 === 0 ? 'female' : 'male',
      kind: index % 4 === 3 ? 'basicLegalServiceWorker' : 'lawyer',
      agencyName: index % 4 === 3 ? '隆阳区永昌法律服务所' : '云南永昌律师事务所',
      specialities: ['labour'],
      languages: ['mandarin'],
      demonstration: true,
    },
  };
});

export const candidateList: CandidateList = {
  caseId: id(1001),
  version: 4,
  turnSince: '2026-01-01T00:00:00.000Z',
  offerable: 13,
  firms: [
    { agencyId: id(2501), agencyName: '云南永昌律师事务所', fit: 10, bestRank: 1 },
    { agencyId: id(2502), agencyName: '隆阳区永昌法律服务所', fit: 3, bestRank: 4 },
  ],
  candidates,
  barred: [
    ['何绍兴', '正在或者曾经代理对方当事人', '《律师法》第三十九条', false],
    ['钱正祥', '已暂停承办', '《法律援助法》第十九条', true],
  ].map(([name, zh, citation, verified], index) => ({
    handlerId: id(2101 + index),
    reasons: [
      {
        code: `bar${index}`,
        text: { zh: String(zh), en: String(zh) },
        citation: String(citation),
        verified: verified === true,
      },
    ],
    conflicts: [],
    handler: {
      handlerId: id(2101 + index),
      name: String(name),
      sex: 'male',
      kind: 'lawyer',
      agencyName: '云南澜沧江律师事务所',
      specialities: [],
      languages: ['mandarin'],
      demonstration: true,
    },
  })),
};
