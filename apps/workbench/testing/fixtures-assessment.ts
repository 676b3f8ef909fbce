import type { AssessmentPlan, AssessmentPlanPage, Redraw } from '../src/api/assessments.ts';

const id = (n: number): string => `00000000-0000-7000-8000-00000000${n}`;

const drawn: AssessmentPlan = {
  tenant: '530502',
  id: id(8501),
  state: 'DRAWN',
  version: 2,
  title: '2025 年度民事、行政案件质量评估',
  firstDay: '2025-01-01',
  lastDay: '2025-12-31',
  classes: ['civil', 'administrative'],
  basis: 'percent',
  amount: 10,
  madeBy: id(9001),
  madeByName: '杨丽萍',
  madeAt: '2026-11-03T02:00:00.000Z',
  seed: '5d1f0c9a7be24f6083aa61c2d94e7b10',
  frameHash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  frameSize: 31,
  sampleSize: 4,
  drawnByName: '杨丽萍',
  drawnAt: '2026-11-04T02:00:00.000Z',
  drawnOn: '2026-11-04',
  cancelledByName: null,
  cancelledAt: null,
  cancelReason: null,
  finishedByName: null,
  finishedOn: null,
};

export const assessmentPlans: readonly AssessmentPlan[] = [
  drawn,
  {
    ...drawn,
    id: id(8502),
    state: 'PLANNED',
    version: 1,
    title: '2025 年度刑事案件质量评估',
    classes: ['criminal'],
    basis: 'count',
    amount: 8,
    seed: null,
    frameHash: null,
    frameSize: null,
    sampleSize: null,
    drawnByName: null,
    drawnAt: null,
    drawnOn: null,
  },
];

const handlers = [
  ['段正刚', '云南示例律师事务所', 18, 1],
  ['尹秀英', '保山样本律师事务所', 10, 1],
  ['左明', '永昌基层法律服务所', 2, 1],
] as const;

export const assessmentPlanPage: AssessmentPlanPage = {
  ...drawn,
  strata: handlers.map(([handlerName, , size, taken], i) => ({
    key: id(8520 + i),
    handlerName,
    size,
    due: i === 2 ? 100 : Math.round((size * 200) / 28),
    taken,
  })),
  items: [
    {
      caseId: id(8510),
      matterId: id(8530),
      caseNumber: '隆阳援民字〔2025〕第 19 号',
      class: 'civil',
      handlerId: id(8520),
      handlerName: '段正刚',
      handlerUnit: '云南示例律师事务所',
      why: 'dissatisfied',
      ticket: null,
      place: null,
      id: id(8540),
      state: 'TOLD',
      tenths: 572,
      grade: 'fail',
    },
    ...handlers.map(([handlerName, handlerUnit], i) => ({
      caseId: id(8511 + i),
      matterId: id(8531 + i),
      caseNumber: `隆阳援民字〔2025〕第 ${27 + 11 * i} 号`,
      class: 'civil',
      handlerId: id(8520 + i),
      handlerName,
      handlerUnit,
      why: 'drawn' as const,
      ticket: `0${i}9d4c2b7e8a61f35d0c9b8a7e6f5d4c3b2a1908f7e6d5c4b3a291807f6e5d4c`,
      place: 1,
      id: id(8541 + i),
      state: (['CLOSED', 'ONE_IN', 'SAMPLED'] as const)[i] ?? 'SAMPLED',
      tenths: i === 0 ? 905 : null,
      grade: i === 0 ? ('excellent' as const) : null,
    })),
  ],
  agreement: { pairs: 6, sameGrade: 5, meanGap: 43, icc: 78 },
  progress: { TOLD: 1, CLOSED: 1, ONE_IN: 1, SAMPLED: 1 },
  allowedActions: ['cancel'],
};

export const redrawn: Redraw = {
  frameHash: drawn.frameHash ?? '',
  sameFrame: true,
  sameSample: true,
  drawn: 4,
};
