import type { RefusalTable } from '../../kernel/errors/index.ts';

/** What the tariff may find wrong with a proposal; the words come with the fault, in both languages. */
const tariffFaults = [
  'missing',
  'notADay',
  'notACount',
  'notMoney',
  'outsideBand',
  'reasonMissing',
  'twice',
  'notOffered',
  'tooMuch',
  'paidByCase',
  'kindNotPaid',
  'noTariff',
] as const;

const tariffRefusals: RefusalTable = Object.fromEntries(
  tariffFaults.map((code) => [`subsidy.tariff.${code}`, { status: 400, zh: '补贴标准：{zh}', en: 'Tariff: {en}' }]),
);

export const subsidyRefusals = {
  ...tariffRefusals,
  'subsidy.sameHand': {
    status: 403,
    zh: '提出金额的人不能自己审批，请由另一位审批',
    en: 'The person who proposed the amount may not also approve it; a second person must',
  },
  'subsidy.noTariff': {
    status: 409,
    zh: '这个地区在这一天没有补贴标准，请先由管理员录入',
    en: 'There is no tariff on file for this place and day; an administrator enters it first',
  },
  'subsidy.nothingToPay': {
    status: 409,
    zh: '金额为零的补贴不进支付批次：{numbers}',
    en: 'Subsidies of nothing go into no batch: {numbers}',
  },
  'subsidy.notApproved': {
    status: 409,
    zh: '只有已批准的补贴可以列入批次：{numbers}',
    en: 'Only approved subsidies go into a batch: {numbers}',
  },
  'subsidy.chosenTwice': { status: 400, zh: '同一笔补贴选了两次', en: 'A subsidy was chosen twice' },
  'subsidy.openTwice': { status: 409, zh: '这件案子的补贴已经登记', en: 'The subsidy of this case is already on file' },
  'cost.receiptUsed': {
    status: 400,
    zh: '这张票据已经用来申报过费用',
    en: 'This receipt stands behind another claim already',
  },
  'cost.sameHand': {
    status: 403,
    zh: '申报费用的人不能自己核定',
    en: 'Whoever claimed the cost may not also check it',
  },
  'cost.notYours': { status: 403, zh: '只有申报的人可以撤回', en: 'Only whoever claimed it may withdraw it' },
  'cost.inSubsidy': {
    status: 409,
    zh: '这一项已经列在本案的补贴里，不能再单独支付',
    en: 'The subsidy of this case has that item already; it is not paid twice',
  },
  'cost.paidBeside': {
    status: 400,
    zh: '本案已经按票据核定了这一项直接费用，不能再列入补贴',
    en: 'A direct cost under this item was allowed on its receipts; it does not go into the subsidy as well',
  },
  'cost.notOffered': {
    status: 400,
    zh: '现行补贴标准没有这一项，已包含在办案补贴内',
    en: 'The tariff has no such item: it lies within the subsidy',
  },
  'cost.unitsMissing': {
    status: 400,
    zh: '这一项按天计算，申报时要填天数',
    en: 'It is paid by the day: the claim must give the days',
  },
  'cost.moreThanClaimed': {
    status: 400,
    zh: '核定金额不能多于申报金额',
    en: 'No more can be allowed than was claimed',
  },
  'cost.overLimit': {
    status: 400,
    zh: '超过标准，本案这一项最多还能核定 {left} 元',
    en: 'Over the limit: {left} yuan are left for this case',
  },
  'cost.overUnits': {
    status: 400,
    zh: '超过标准的天数，本案还剩 {left} 天',
    en: 'Over the days of the tariff: {left} are left',
  },
  'batch.empty': { status: 400, zh: '请选要支付的补贴或者费用', en: 'Choose what is to be paid' },
  'cost.notChecked': {
    status: 409,
    zh: '只有已核定的费用可以列入批次：{numbers}',
    en: 'Only costs that were allowed go into a batch: {numbers}',
  },
  'fund.short': {
    status: 409,
    zh: '{year} 年{sourceZh}资金不足，还差 {shortage} 元',
    en: 'The {sourceEn} fund of {year} is short of {shortage} yuan',
  },
  'batch.paidOtherwise': {
    status: 409,
    zh: '这个批次已经用另一个银行流水号登记支付',
    en: 'This batch is already recorded as paid under another bank reference',
  },
  'batch.paidOnFuture': { status: 400, zh: '日期不能晚于今天', en: 'The day may not lie in the future' },
  'batch.referenceUnknown': { status: 400, zh: '这笔补贴不在本批次里', en: 'This subsidy is not in the batch' },
  'batch.referenceTaken': { status: 409, zh: '这个支付流水号已经用过', en: 'This payment reference has been used' },
  'batch.paymentNotPaid': {
    status: 409,
    zh: '这笔款没有支付记录，不能登记退回',
    en: 'This payment was not paid, so it cannot come back',
  },
} satisfies RefusalTable;
