import type { Account } from '../src/api/accounts.ts';
import type { Satisfaction } from '../src/api/quality.ts';
import type { CountCell, Statistics } from '../src/api/statistics.ts';
import type { Batch, BatchPage, Fund, Posting, SubsidyPage, SubsidyRow } from '../src/api/subsidies.ts';
import type { CalendarYear, ParkedJob } from '../src/api/system.ts';
import { counties, id } from './fixtures.ts';

const handlers = ['王丽萍', '李正昌', '尹德武', '赵家琪', '杨绍云', '段跃庆'] as const;
const states = [
  'DUE',
  'DUE',
  'PROPOSED',
  'PROPOSED',
  'APPROVED',
  'APPROVED',
  'APPROVED',
  'BATCHED',
  'PAID',
  'NOTHING_DUE',
] as const;

export const subsidies: readonly SubsidyRow[] = states.map((state, index) => ({
  tenant: '530502',
  id: id(5000 + index),
  matterId: id(100 + index),
  caseId: id(1000 + index),
  caseNumber: `保法援民字〔2026〕第${String(420 + index * 7).padStart(4, '0')}号`,
  class: 'civil',
  aidForm: 'litigationRepresentation',
  stage: null,
  recipientName:
    ['李国珍', '番绍芬', '段有才', '杨菊仙', '蒋加旺', '早么内', '赵学兵', '尹朝阳', '罗正荣', '穆金莲'][index] ?? '',
  causeText: ['请求支付劳动报酬', '婚姻家庭纠纷', '请求工伤事故人身损害赔偿'][index % 3] ?? '',
  handlerId: id(2001 + index),
  handlerName: handlers[index % handlers.length] ?? '',
  handlerUnit: '云南永昌律师事务所',
  handlerKind: 'lawyer',
  paidByTreasury: false,
  archivedOn: `2026-1${index < 4 ? 0 : 1}-${String(9 + index).padStart(2, '0')}`,
  state,
  version: 2,
  amount: state === 'DUE' ? null : state === 'NOTHING_DUE' ? 0 : 90_000 + index * 7_550,
  proposedBy: state === 'DUE' ? null : id(903),
  proposedByName: state === 'DUE' ? null : '苏琼芬',
  proposedOn: state === 'DUE' ? null : '2026-11-20',
  approvedOn: null,
  returnReason: null,
  batchId: null,
  paidOn: state === 'PAID' ? '2026-11-12' : null,
  paymentReference: state === 'PAID' ? '2026111200771' : null,
  demonstration: true,
  actions: state === 'APPROVED' ? ['batch'] : [],
}));

export function subsidyPage(allowedActions: readonly string[] = ['propose']): SubsidyPage {
  const row = subsidies[allowedActions.includes('approve') ? 2 : 0];
  if (row === undefined) throw new Error('fixture');
  const { actions: _actions, ...subsidy } = row;
  return {
    subsidy: {
      ...subsidy,
      designatedOn: '2026-06-03',
      closedOn: '2026-09-11',
      offer: {
        tariffKey: 'bs-tariff-2017',
        citation: '《法律援助法》第五十二条；保山市办案补贴标准',
        on: '2026-06-03',
        verified: false,
        taxFree: true,
        treasuryPaid: false,
        band: {
          rule: 'bs-tariff-2017.civil',
          min: 60_000,
          max: 150_000,
          text: { zh: '民事、行政案件每件 600–1,500 元', en: 'Civil or administrative case: 600–1,500 yuan' },
        },
        additions: [
          { key: 'travel', text: { zh: '到县外办案', en: 'Work outside the county' }, each: 10_000, unitsUpTo: 10 },
          { key: 'translation', text: { zh: '翻译费', en: 'Translation' }, actualUpTo: 50_000 },
        ],
        deductions: [{ key: 'late', text: { zh: '逾期提交卷宗', en: 'File handed in late' }, shareUpTo: 100 }],
      },
      asked: null,
      lines:
        subsidy.amount === null
          ? null
          : [
              {
                rule: 'bs-tariff-2017.civil',
                citation: '保山市办案补贴标准第二条',
                text: {
                  zh: '民事诉讼代理，开庭两次，案情较复杂',
                  en: 'Civil litigation, two hearings, rather complex',
                },
                amountFen: 95_100,
              },
              {
                rule: 'bs-tariff-2017.travel',
                citation: '保山市办案补贴标准第五条',
                text: { zh: '到县外办案 1 次', en: 'Outside the county, once' },
                amountFen: 10_000,
              },
            ],
    },
    allowedActions,
  };
}

export const funds: readonly Fund[] = [
  {
    source: 'central' as const,
    name: '2026年中央补助',
    appropriated: 128_000_000,
    committed: 1_284_050,
    expended: 87_310_525,
  },
  { source: 'province' as const, name: '2026年省级补助', appropriated: 64_000_000, committed: 0, expended: 40_005_000 },
  {
    source: 'city' as const,
    name: '2026年市级财政',
    appropriated: 30_000_000,
    committed: 350_000,
    expended: 11_220_075,
  },
].map((fund, index) => ({
  ...fund,
  fundId: id(6000 + index),
  directCosts: 0,
  year: 2026,
  available: fund.appropriated - fund.committed - fund.expended,
  version: 9,
  demonstration: true,
}));

export const postings: readonly Posting[] = [
  { id: id(6101), kind: 'commit', amount: 1_284_050, postedOn: '2026-11-23', memo: '批次 2026-031' },
  { id: id(6102), kind: 'pay', amount: 2_410_000, postedOn: '2026-11-12', memo: '批次 2026-030' },
  { id: id(6103), kind: 'appropriate', amount: 128_000_000, postedOn: '2026-01-14', memo: '云财行〔2026〕3号' },
];

export const batches: readonly Batch[] = [
  { number: '保隆补〔2026〕031', state: 'OPEN', total: 1_284_050, payments: 12, paidOn: null, bankReference: null },
  {
    number: '保隆补〔2026〕030',
    state: 'PAID',
    total: 2_410_000,
    payments: 21,
    paidOn: '2026-11-12',
    bankReference: '2026111200771',
  },
  {
    number: '保隆补〔2026〕029',
    state: 'RECONCILED',
    total: 1_977_500,
    payments: 18,
    paidOn: '2026-10-15',
    bankReference: '2026101500412',
  },
].map((batch, index) => ({
  ...batch,
  tenant: '530502',
  id: id(6200 + index),
  fundId: id(6000),
  version: 3,
  createdAt: '2026-11-11T03:00:00.000Z',
  reconciledOn: null,
  demonstration: true,
}));

const batch = batches[0];
if (batch === undefined) throw new Error('fixture');
export const batchPage: BatchPage = {
  batch,
  payments: subsidies.slice(4, 8).map((subsidy, index) => ({
    id: id(6300 + index),
    ordinal: index,
    subsidyId: subsidy.id,
    costId: null,
    handlerName: subsidy.handlerName,
    amount: subsidy.amount ?? 0,
    state: 'pending',
    reference: null,
  })),
  allowedActions: ['pay', 'dissolve'],
};

const said: readonly (readonly [string, string])[] = [
  ['verySatisfied', '王律师跑了三次工地帮我们找证人，工钱拿回来了，感谢。'],
  ['satisfied', ''],
  ['veryDissatisfied', '开庭前一直联系不上律师，只见过一次面。'],
  ['verySatisfied', '不用花钱，还帮我写材料。'],
  ['neutral', '时间有点长。'],
  ['satisfied', '窗口的人讲得清楚。'],
];

export const satisfaction: readonly Satisfaction[] = said.map(([face, words], index) => ({
  tenant: counties[index % 5]?.code ?? '530502',
  caseId: id(1000 + index),
  matterId: id(100 + index),
  caseNumber: `保法援民字〔2026〕第${String(401 + index * 3).padStart(4, '0')}号`,
  face,
  words,
  class: 'civil',
  cause: ['labourPay', 'maintenance', 'workInjury'][index % 3] ?? null,
  groups: [],
  handlerName: handlers[index] ?? null,
  answeredAt: `2026-11-${23 - index}T03:00:00.000Z`,
  answeredOn: `2026-11-${23 - index}`,
  demonstration: true,
}));

const spread: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cause: {
    labourPay: 38,
    maintenance: 14,
    trafficInjury: 12,
    workInjury: 11,
    marriageAndFamily: 9,
    criminal: 8,
    domesticViolence: 5,
    landContract: 3,
    socialInsurance: 2,
  },
  topic: {
    labourPay: 41,
    marriageAndFamily: 22,
    maintenance: 9,
    trafficInjury: 9,
    landContract: 8,
    workInjury: 7,
    other: 4,
  },
  group: {
    migrantWorker: 46,
    farmer: 33,
    woman: 31,
    olderPerson: 17,
    ethnicMinority: 15,
    minor: 9,
    personWithDisability: 6,
    militaryFamily: 1,
  },
  class: { civil: 86, criminal: 8, administrative: 4, stateCompensation: 2 },
  channel: { window: 48, hotline: 37, liaison: 9, outreach: 6 },
};
const weights = {
  '530500': 0.12,
  '530502': 0.31,
  '530521': 0.13,
  '530523': 0.12,
  '530524': 0.13,
  '530581': 0.19,
} as const;
const scale: Readonly<Record<string, number>> = {
  consultations: 3600,
  'applications.submitted': 340,
  'cases.opened': 301,
  'cases.closed': 268,
  'cases.archived': 251,
};

function cells(): readonly CountCell[] {
  const made: CountCell[] = [];
  for (const [name, size] of Object.entries(scale)) {
    for (let month = 1; month <= 11; month += 1) {
      for (const [tenant, weight] of Object.entries(weights)) {
        const n = Math.round(size * weight * (0.8 + 0.05 * ((month * 7) % 9)));
        const at = { tenant, name, month: `2026-${String(month).padStart(2, '0')}` };
        made.push({ ...at, dimension: 'all', value: '', n });
        for (const [dimension, parts] of Object.entries(spread)) {
          for (const [value, part] of Object.entries(parts))
            made.push({ ...at, dimension, value, n: Math.round((n * part) / 100) });
        }
      }
    }
  }
  const counted = (name: string, dimension: string, value: string, n: number) =>
    made.push({ tenant: '530502', name, month: '2026-10', dimension, value, n });
  for (const [name, n] of [
    ['complaints.received', 6],
    ['complaints.decided', 3],
    ['complaints.upheld', 2],
  ] as const) {
    counted(name, 'all', '', n);
    counted(name, 'ground', 'noReport', n - 1);
    counted(name, 'ground', 'tookMoney', 1);
    counted(name, 'against', 'handler', n);
  }
  counted('complaints.upheld', 'handler', id(2001), 2);
  counted('complaints.upheld', 'firm', id(3001), 2);
  for (const [name, n] of [
    ['commitments.given', 9],
    ['commitments.picked', 4],
    ['commitments.false', 1],
    ['commitments.recovered', 150_000],
  ] as const)
    counted(name, 'all', '', n);
  const told = { excellent: 3, good: 4, pass: 4, fail: 1 };
  counted('assessment.graded', 'all', '', 12);
  for (const [value, n] of Object.entries(told)) counted('assessment.graded', 'grade', value, n);
  counted('supervision.recorded', 'all', '', 3);
  for (const [dimension, values] of [
    ['kind', { hearing: 1, organ: 1, followUp: 1 }],
    ['finding', { concern: 2, good: 1 }],
  ] as const)
    for (const [value, n] of Object.entries(values)) counted('supervision.recorded', dimension, value, n);
  const faces = { verySatisfied: 611, satisfied: 288, neutral: 41, dissatisfied: 12, veryDissatisfied: 5 };
  for (const [value, n] of Object.entries(faces))
    made.push({ tenant: '530502', name: 'satisfaction', month: '2026-11', dimension: 'face', value, n });
  return made;
}

export const statistics: Statistics = {
  from: '2026-01',
  to: '2026-12',
  tenants: Object.keys(weights),
  cells: cells(),
  names: { [id(2001)]: '王丽华', [id(3001)]: '云南示例律师事务所' },
};

export const accounts: readonly Account[] = [
  ['fanjh', '番家慧', 'clerk', 'active'],
  ['zhangsq', '张仕琼', 'reviewer', 'active'],
  ['yangwb', '杨文斌', 'approver', 'active'],
  ['suqf', '苏琼芬', 'finance', 'active'],
  ['liuzy', '刘志远', 'handler', 'disabled'],
].map(([userName, displayName, role, state], index) => ({
  accountId: id(910 + index),
  tenant: '530502',
  userName: userName ?? '',
  displayName: displayName ?? '',
  state: state === 'disabled' ? ('disabled' as const) : ('active' as const),
  passwordDue: index === 3,
  passwordChangedAt: '2026-09-01T00:00:00.000Z',
  totp: index === 2,
  grants: [
    {
      grantId: id(950 + index),
      role: role ?? '',
      tenant: '530502',
      subtree: false,
      agency: null,
      grantedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
  createdAt: '2026-01-01T00:00:00.000Z',
  demonstration: true,
  version: 1,
}));

export const parked: readonly ParkedJob[] = [
  {
    tenant: '530502',
    id: id(7001),
    topic: 'message.sms',
    key: 'application.granted/…',
    attempts: 8,
    lastError: 'gateway answered 503',
    createdAt: '2026-11-23T09:12:00.000Z',
  },
];

export const calendar: CalendarYear = {
  year: 2026,
  known: true,
  rows: [
    { date: '2026-10-01', kind: 'holiday', name: '国庆节', source: '国务院办公厅节假日安排' },
    { date: '2026-10-10', kind: 'workday', name: '国庆节', source: '国务院办公厅节假日安排' },
  ],
};
