import type { ChangedRow, Cut, Figures, Report } from '../src/api/what-if.ts';
import { counties, id } from './fixtures.ts';

const standing = { verified: false, source: '保山市经济困难标准（示例数据，待核实）', from: '2026-01-01' };

export const figures: Figures = {
  on: '2026-11-24',
  figures: [
    {
      figure: 'multiplier',
      key: 'means-baoshan.urban',
      text: { zh: '城镇居民按最低生活保障标准的二倍。', en: 'Urban residents: twice the subsistence allowance.' },
      fraction: [2, 1],
      verified: true,
      source: '保山市法律援助经济困难标准的倍数',
      from: '2017-01-01',
    },
    {
      figure: 'standard',
      region: '5305',
      residence: 'urban',
      basis: 'subsistenceAllowance',
      perCapitaAnnual: 894_000,
      text: { zh: '城镇居民经济困难标准', en: 'Hardship standard, urban residents' },
      ...standing,
    },
    {
      figure: 'band',
      key: 'tariff-baoshan-2017.civil',
      min: 60_000,
      max: 150_000,
      text: { zh: '民事、行政案件每件 600 至 1500 元', en: 'Civil or administrative case: 600 to 1,500 yuan' },
      ...standing,
    },
    {
      figure: 'addition',
      tariff: 'tariff-baoshan-2017',
      key: 'travelOutsideCounty',
      each: 20_000,
      unitsUpTo: 15,
      text: {
        zh: '跨县（市、区）办案交通食宿费，每天不超过 200 元，至多 15 天（示例数据）',
        en: 'Travel outside the county: up to 200 yuan a day, 15 days at most (sample figure)',
      },
      ...standing,
    },
  ],
  drafts: [
    {
      key: 'bs-practice-2017',
      title: { zh: '保山市2017年扩大援助范围的做法', en: 'Baoshan practice of 2017, as reported' },
      effectiveFrom: '2017-01-01',
    },
  ],
};

const cut = (value: string, examined: number, gains: number): Cut => ({
  value,
  examined,
  changed: { gains, loses: 0, other: 0 },
});

export const whatIfReport: Report = {
  period: { from: '2026-01-01', to: '2026-11-24' },
  tenants: ['530500', ...counties.map(({ code }) => code)],
  examined: 312,
  changed: { gains: 9, loses: 0, other: 0 },
  rerouted: 0,
  drifted: 2,
  unreadable: 0,
  standardsVerified: false,
  matrix: [{ before: 'ineligible', after: 'eligible', n: 9 }],
  by: {
    group: [cut('woman', 121, 4), cut('migrantWorker', 143, 3), cut('olderPerson', 40, 2)],
    tenant: [cut('530502', 118, 4), cut('530581', 71, 3), cut('530521', 52, 2)],
    cause: [cut('labourPay', 96, 4), cut('trafficInjury', 31, 3), cut('criminal', 44, 1), cut('maintenance', 27, 1)],
  },
  cost: {
    additional: {
      cases: 9,
      low: 510_000,
      high: 1_280_000,
      byAverage: 867_450,
      lines: [
        { kind: 'civil', cases: 8, low: 480_000, high: 1_200_000, byAverage: 817_200, paid: 64 },
        { kind: 'criminalDefence', cases: 1, low: 30_000, high: 80_000, byAverage: 50_250, paid: 21 },
      ],
      unpriced: 0,
      verified: false,
    },
    saved: { cases: 0, low: 0, high: 0, byAverage: 0, lines: [], unpriced: 0, verified: true },
  },
  subsidies: null,
};

export const changedRows: readonly ChangedRow[] = Array.from({ length: 9 }, (_, index) => ({
  tenant: counties[index % 3]?.code ?? '530502',
  applicationId: id(7000 + index),
  matterId: id(100 + index),
  number: `5305022026${String(4100 + index * 13).padStart(6, '0')}`,
  receivedOn: `2026-0${1 + index}-1${index}`,
  state: 'REFUSED',
  class: 'civil',
  cause: ['labourPay', 'trafficInjury', 'maintenance'][index % 3] ?? null,
  groups: ['woman'],
  name: `${'李番段杨蒋早赵尹罗'[index]}**`,
  direction: 'gains',
  before: { outcome: 'ineligible' },
  after: { outcome: 'eligible' },
  reason: {
    citation: '《法律援助法》第三十四条；保山市经济困难标准',
    met: true,
    text: {
      zh: '人均线由 17,880.00 元变为 22,350.00 元（最低生活保障标准 8,940.00 元的 2.5 倍），人均年收入未超过新的标准。',
      en: 'The line a head goes from 17,880.00 to 22,350.00 yuan (2.5 times the subsistence allowance of 8,940.00); income a head is within the new line.',
    },
  },
}));
