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
