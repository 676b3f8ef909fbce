import { type ScoreSheet, sheetByKey } from '../../../modules/quality/sheets/index.ts';
import type {
  AssessedCase,
  AssessmentResult,
  OwnResult,
  ResultLine,
  ReviewPage,
  Scored,
  SheetView,
} from '../src/api/reviews.ts';

const id = (n: number): string => `00000000-0000-7000-8000-00000000${n}`;
const tenant = '530502';
const sheet: ScoreSheet = sheetByKey('civil-2021');
const caseNumber = '隆阳援民字〔2025〕第 19 号';

const proposals: ReviewPage['proposals'] = {
  filePapers: {
    points: 9,
    evidence: { zh: '必备材料 8 种，有 8 种；退回补正 1 次', en: '8 of 8 pieces; sent back once' },
  },
  limitsKept: { points: 5, evidence: { zh: '2 项期限，按期 1 项', en: '1 of 2 limits kept' } },
  progressTold: { points: 3, evidence: { zh: '向受援人通报 1 次', en: 'The recipient was told 1 times' } },
  satisfaction: { points: 1, evidence: { zh: '受援人评价：不满意', en: 'The recipient: Dissatisfied' } },
};

export const myReviews = [
  {
    tenant,
    id: id(8601),
    caseNumber,
    class: 'civil',
    round: 1,
    state: 'assigned',
    assignedOn: '2026-11-04',
    dueOn: '2026-11-26',
    handedInOn: null,
  },
  {
    tenant,
    id: id(8602),
    caseNumber: '隆阳援民字〔2025〕第 38 号',
    class: 'civil',
    round: 2,
    state: 'handedIn',
    assignedOn: '2026-10-20',
    dueOn: '2026-11-10',
    handedInOn: '2026-11-06',
  },
];

export const reviewPage: ReviewPage = {
  tenant,
  id: id(8601),
  version: 1,
  state: 'assigned',
  round: 1,
  caseNumber,
  planTitle: '2025 年度民事、行政案件质量评估',
  assignedOn: '2026-11-04',
  dueOn: '2026-11-26',
  sheet,
  proposals,
  scores: [],
  vetoes: [],
  opinion: '',
  tenths: null,
  file: {
    caseId: id(8510),
    matterId: id(8530),
    class: 'civil',
    cause: 'labourPay',
    aidForm: 'litigationRepresentation',
    recipient: '李**',
    designatedOn: '2025-03-03',
    agreementOn: '2025-03-06',
    closedOn: '2025-07-21',
    archivedOn: '2025-08-15',
    outcome: 'partlyWon',
    progress: [
      { kind: 'interview', on: '2025-03-06', text: '约见李**，了解欠薪经过，告知诉讼风险。' },
      { kind: 'hearing', on: '2025-06-12', text: '出庭，对考勤记录质证。' },
    ],
    hearings: [{ on: '2025-06-12', state: 'held' }],
    closing: { summary: '代理一审，主张二倍工资和欠薪。', result: '判决支付欠薪 24,660 元。' },
    pieces: [
      {
        key: 'retainerAgreement',
        title: { zh: '委托协议', en: 'Retainer agreement' },
        name: '委托代理协议',
        pages: 2,
        on: '2025-03-06',
        attachmentId: null,
      },
      {
        key: 'representationStatement',
        title: { zh: '代理词', en: 'Representation statement' },
        name: '代理词',
        pages: 6,
        on: '2025-06-12',
        attachmentId: id(8640),
      },
    ],
    without: [{ title: { zh: '约见（谈话）笔录', en: 'Record of the interview' }, reason: '未制作' }],
  },
  others: [],
  allowedActions: ['handIn', 'declineReview'],
};

const scored = (share: number): readonly Scored[] =>
  sheet.items.map(({ key, max }) => {
    const proposed = proposals[key];
    const line = { key, points: proposed?.points ?? Math.round(max * share), reason: '' };
    return proposed === undefined ? line : { ...line, proposed: proposed.points };
  });

const sheetOf = (seat: number, share: number, tenths: number, opinion: string): SheetView => ({
  seat,
  round: 1,
  tenths,
  grade: tenths >= 600 ? 'pass' : 'fail',
  vetoes: [],
  opinion,
  scores: scored(share).map((line) =>
    seat === 2 && line.key === 'satisfaction' ? { ...line, points: 3, reason: '评价针对的是法院的期限' } : line,
  ),
});
const sheets = [
  sheetOf(1, 0.55, 560, '没有约见笔录，代理意见没有引用劳动合同法的规定。'),
  sheetOf(2, 0.56, 584, '证据整理较好，代理意见单薄。'),
];

const result: AssessmentResult = {
  id: id(8650),
  round: 1,
  tenths: 572,
  grade: 'fail',
  vetoes: [],
  rule: 'mean',
  settledOn: '2026-11-16',
  toldOn: '2026-11-18',
  documentId: id(8651),
  askBy: '2026-11-30',
  askedOn: null,
  replyBy: null,
  repliedOn: null,
  asked: '',
  required: '',
  replies: [],
  returned: [],
};

export const ownResult: OwnResult = {
  tenant,
  itemId: id(8540),
  caseId: id(8510),
  matterId: id(8530),
  caseNumber,
  class: 'civil',
  handlerName: '段正刚',
  state: 'TOLD',
  tenths: 572,
  grade: 'fail',
  toldOn: '2026-11-18',
  version: 6,
  sheet,
  results: [result],
  sheets,
  allowedActions: ['askReassessment'],
};

/** Results that were told, of each grade. */
export const gradedCases: readonly ResultLine[] = (
  [
    ['fail', 572, 'TOLD', '段正刚'],
    ['pass', 748, 'CLOSED', '李建国'],
    ['good', 860, 'CLOSED', '王丽华'],
    ['excellent', 935, 'CLOSED', '杨春梅'],
  ] as const
).map(([grade, tenths, state, handlerName], i) => ({
  tenant,
  itemId: id(8540 + i),
  caseId: id(8510 + i),
  matterId: id(8530 + i),
  caseNumber: `隆阳援民字〔2025〕第 ${19 + 4 * i} 号`,
  class: 'civil',
  handlerName,
  state,
  tenths,
  grade,
  toldOn: `2026-11-${18 - i}`,
}));

export const assessedCase: AssessedCase = {
  tenant,
  id: id(8540),
  planId: id(8501),
  planTitle: '2025 年度民事、行政案件质量评估',
  caseId: id(8510),
  matterId: id(8530),
  caseNumber,
  class: 'civil',
  handlerName: '段正刚',
  handlerUnit: '云南示例律师事务所',
  state: 'THIRD_REVIEW',
  version: 5,
  round: 1,
  tenths: null,
  grade: null,
  toldOn: null,
  sheet,
  seats: [
    ['尹秀英', '保山样本律师事务所', 'handedIn', sheets[0]],
    ['杨家才', '保山样本律师事务所', 'handedIn', sheets[1]],
    ['左明', '昌宁样本律师事务所', 'assigned', null],
  ].map(([reviewerName, reviewerUnit, state, filled], i) => ({
    id: id(8660 + i),
    round: 1,
    seat: i + 1,
    reviewerName: String(reviewerName),
    reviewerUnit: String(reviewerUnit),
    state: String(state),
    dueOn: '2026-11-26',
    endedOn: state === 'assigned' ? null : '2026-11-16',
    endedGround: null,
    ended: '',
    loadBefore: i,
    eligible: 7 - i,
    colleague: false,
    sheet: (filled as SheetView | null | undefined) ?? null,
  })),
  results: [],
  allowedActions: ['replaceReviewer'],
};
