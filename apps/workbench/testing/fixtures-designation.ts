import { methods as methodTable } from '../../../modules/cases/rules/methods.ts';
import { designationMethods } from '../src/api/codes.ts';
import type { FirmCase, Ledger, LedgerLine, Method, WaitingOffer } from '../src/api/designation.ts';
import { id } from './fixtures.ts';

export const methods: readonly Method[] = designationMethods.map((method) => ({ method, ...methodTable[method] }));

const inShort = {
  tenant: '530502',
  version: 3,
  class: 'civil',
  cause: 'labourPay',
  stage: null,
  aidForm: 'litigationRepresentation',
  county: '530502',
  recipient: '番**',
  others: ['云南某建筑劳务有限责任公司', '段*'],
  hearingOn: null,
  urgent: false,
  demonstration: true,
} as const;

export const offers: readonly WaitingOffer[] = [
  {
    ...inShort,
    caseId: id(7001),
    number: '保法援民字〔2026〕第0621号',
    offerId: id(7101),
    offeredAt: '2026-11-24T01:10:00.000Z',
    expiresAt: '2026-11-24T09:10:00.000Z',
    asked: 13,
  },
  {
    ...inShort,
    caseId: id(7002),
    number: '保法援刑字〔2026〕第0188号',
    class: 'criminal',
    cause: null,
    stage: 'firstInstance',
    aidForm: 'criminalDefence',
    recipient: '阿·**·**',
    others: [],
    hearingOn: '2026-12-10',
    urgent: true,
    offerId: id(7102),
    offeredAt: '2026-11-24T01:30:00.000Z',
    expiresAt: '2026-11-25T01:30:00.000Z',
    asked: 6,
  },
];

export const firmCases: readonly FirmCase[] = [
  {
    ...inShort,
    caseId: id(7003),
    number: '保法援民字〔2026〕第0618号',
    agencyId: id(2501),
    agencyName: '云南永昌律师事务所',
    designatedOn: '2026-11-23',
    dueOn: '2026-11-30',
    dueCitation: '《办理法律援助案件程序规定》第二十七条',
    people: [
      { handlerId: id(2001), name: '王丽萍', openCases: 2, barred: [], cautions: [] },
      {
        handlerId: id(2002),
        name: '阿·木呷·尔古',
        openCases: 5,
        barred: [],
        cautions: [
          {
            kind: 'actsForOtherSide',
            caseId: id(1),
            caseNumber: '保法援民字〔2025〕第0312号',
            by: 'name',
            score: 40,
            certain: false,
          },
        ],
      },
      {
        handlerId: id(2003),
        name: '钱正祥',
        openCases: 0,
        barred: [
          {
            code: 'suspended',
            text: { zh: '已暂停承办', en: 'Suspended' },
            citation: '《法律援助法》第十九条',
            verified: true,
          },
        ],
        cautions: [],
      },
    ],
  },
];

const line = (n: number, change: Partial<LedgerLine>): LedgerLine => ({
  id: id(7200 + n),
  method: 'direct',
  departure: null,
  state: 'accepted',
  handlerId: id(2001),
  handlerName: '王丽萍',
  handlerKind: 'lawyer',
  agencyName: '云南永昌律师事务所',
  designatedOn: '2026-11-23',
  rank: 1,
  candidates: 14,
  number: `保法援民字〔2026〕第06${String(20 - n).padStart(2, '0')}号`,
  class: 'civil',
  aidForm: 'litigationRepresentation',
  county: '530502',
  total: 94.4,
  lines: [
    {
      part: 'fairShare',
      points: 31.5,
      of: 35,
      text: { zh: '轮到第 2 位：按比例应办 6.4 件，已指派 3 件', en: 'No. 2 in turn: ideal share 6.4, designated 3' },
    },
    { part: 'load', points: 22.9, of: 25, text: { zh: '在办 1 件', en: '1 open cases' } },
    { part: 'speciality', points: 20, of: 20, text: { zh: '专长相符', en: 'Their field' } },
    { part: 'distance', points: 20, of: 20, text: { zh: '路程约 12 分钟（示意，非实测）', en: 'About 12 min away' } },
  ],
  otherPoints: 0,
  ...change,
});

export const ledger: Ledger = {
  rows: [
    line(1, { method: 'offer', state: 'accepted', rank: 5 }),
    line(2, { departure: 'language', rank: 3, handlerName: '阿·木呷·尔古', otherPoints: 25 }),
    line(3, { method: 'turn', handlerName: '李正昌', rank: 2 }),
    line(4, { method: 'firm', state: 'offered', agencyName: '隆阳区永昌法律服务所', handlerName: '赵家琪' }),
    line(5, { method: 'choice', rank: 9, handlerName: '尹德武' }),
    line(6, { method: 'inHouse', agencyName: '隆阳区法律援助中心', handlerName: '杨绍云', state: 'declined' }),
  ],
  next: null,
  since: '2026-01-01T00:00:00.000Z',
  shares: ['王丽萍', '李正昌', '尹德武', '阿·木呷·尔古', '赵家琪', '杨绍云'].map((name, index) => ({
    handlerId: id(2001 + index),
    name,
    agencyName: index === 4 ? '隆阳区永昌法律服务所' : '云南永昌律师事务所',
    weight: index === 2 ? 2 : 1,
    count: 3 + index,
    ideal: index === 2 ? 9.4 : 4.7,
  })),
};
