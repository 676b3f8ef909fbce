import { compareLaw } from '../../../modules/policy/law/compare-law.ts';
import { lawOnFile, packsOnFile } from '../../../modules/policy/law/on-file.ts';
import { packInWords } from '../../../modules/policy/law/pack-words.ts';
import type { Cause, Group, Residence } from '../../../modules/policy/schema.ts';
import type { ChangePreview, LawComparison, ListedChange, PackList, StandingFigure, ToldPack } from '../src/api/law.ts';
import { id } from './fixtures.ts';

/* The law as the server tells it: the packs of the product themselves, as JSON. */

const json = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

export const toldPack = (key: string): ToldPack => {
  const pack = packsOnFile().find((one) => one.key === key);
  if (pack === undefined) throw new Error(`no pack ${key}`);
  return json(packInWords(pack));
};

export const packList: PackList = {
  revision: 2,
  mayPropose: true,
  packs: packsOnFile().map((pack) => {
    const told = toldPack(pack.key);
    const rules = told.rules.flatMap((group) => group.rules);
    const figures = [
      told.multipliers,
      told.standards,
      told.clocks,
      told.promises,
      told.bands,
      told.additions,
      told.deductions,
    ].flat();
    return {
      ...told,
      ruleCount: rules.length,
      figureCount: figures.length,
      unverifiedCount: [...rules, ...figures].filter(({ verified }) => !verified).length,
    };
  }),
};

export function comparison(query: URLSearchParams): LawComparison {
  const law = lawOnFile();
  const group = query.get('group');
  const cause = query.get('cause');
  const residence = query.get('residence');
  return json(
    compareLaw(
      { law, on: query.get('from') ?? '' },
      { law, on: query.get('to') ?? '' },
      {
        region: query.get('region') ?? '',
        ...(group === null ? {} : { group: group as Group }),
        ...(cause === null ? {} : { cause: cause as Cause }),
        ...(residence === null ? {} : { residence: residence as Residence }),
      },
    ),
  );
}

const before: StandingFigure = {
  value: { amount: 4, unit: 'workday' },
  verified: false,
  source: '保山市法律援助承诺时限（示例数据，待核实）',
  from: '2022-01-01',
};
const change = {
  figure: 'promise',
  key: 'promises-baoshan.decide',
  value: { amount: 3 },
  effectiveFrom: '2027-01-01',
  verified: true,
  source: '保司通〔2026〕12号',
  note: '市局会议决定缩短审查时限',
} as const;

export const preview: ChangePreview = {
  office: '530500',
  before: { ...before, to: '2026-12-31' },
  after: { value: { amount: 3, unit: 'workday' }, verified: true, source: change.source, from: '2027-01-01' },
  takesEffectOn: '2027-01-01',
};

const row: ListedChange = {
  id: id(9001),
  office: '530500',
  figure: 'promise:promises-baoshan.decide',
  change,
  label: { zh: '审查并作出决定', en: 'Examine and decide' },
  pack: 'promises-baoshan',
  title: {
    zh: '保山市法律援助承诺时限（示例数据，待核实）',
    en: "Baoshan's promised limits (sample figures, unverified)",
  },
  before,
  effectiveFrom: '2027-01-01',
  correction: false,
  proposedByName: '杨政策',
  proposedAt: '2026-11-23T03:10:00.000Z',
  state: 'PROPOSED',
  version: 1,
  settledByName: null,
  settledAt: null,
  settledNote: null,
  revision: null,
  mine: false,
  allowedActions: ['approve', 'reject'],
};

export const changes: readonly ListedChange[] = [
  row,
  {
    ...row,
    id: id(9002),
    figure: 'standard:5305:urban',
    change: {
      figure: 'standard',
      region: '5305',
      residence: 'urban',
      value: { basis: 'subsistenceAllowance', perCapitaAnnual: 936_000 },
      effectiveFrom: '2026-03-01',
      verified: true,
      source: '云民发〔2026〕1号',
      note: '原录入数字有误',
    },
    label: { zh: '城镇居民', en: 'Urban resident' },
    pack: 'standards-baoshan',
    title: { zh: '保山市经济困难标准（示例数据）', en: 'Baoshan hardship standards (sample figures)' },
    before: {
      value: { basis: 'subsistenceAllowance', perCapitaAnnual: 894_000 },
      verified: false,
      source: '保山市经济困难标准（示例数据，待核实）',
      from: '2026-01-01',
      region: '5305',
    },
    effectiveFrom: '2026-03-01',
    correction: true,
    proposedAt: '2026-11-20T02:00:00.000Z',
    state: 'APPROVED',
    version: 2,
    settledByName: '段主任',
    settledAt: '2026-11-20T06:30:00.000Z',
    settledNote: '已对照文件',
    revision: 2,
    allowedActions: [],
  },
];
