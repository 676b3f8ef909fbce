/** 补贴与经费: what handlers are paid, out of which money, and the books of it. */
export { subsidyJobs } from './jobs.ts';
export { type BatchState, batchLifecycle, costLifecycle, type SubsidyState, subsidyLifecycle } from './lifecycle.ts';
export { subsidyTables } from './migrations/0001-subsidies.ts';
export { directCostTables } from './migrations/0002-direct-costs.ts';
export { mayKeepFunds, mayPay, mayReadOwnSubsidies, mayReadSubsidies } from './permissions.ts';
export { subsidyRefusals } from './refusals.ts';
export { subsidyRoutes } from './routes.ts';
export { costKindKeys } from './rules/direct-costs.ts';
export { yuanText } from './rules/money-text.ts';
export type { Reconciliation } from './rules/reconciliation.ts';
export { type PaidWork, tariffQuestion } from './rules/tariff-question.ts';
export { type FundSource, fundSources, fundSourceText, type OpenSubsidy } from './schema.ts';
export { subsidiesReferTo } from './store/costs.ts';
export { eraseCostWords } from './store/erasure.ts';
export { recountSubsidies, verifyFunds } from './store/recount.ts';
export type { SubsidyTables } from './tables.ts';
export { approveSubsidy, readSubsidy, returnProposal, type SubsidyView } from './use-cases/approve-subsidy.ts';
export { type CreatedBatch, createBatch } from './use-cases/create-batch.ts';
export {
  type CostView,
  checkCost,
  costsOf,
  listCosts,
  openCost,
  refuseCost,
  withdrawCost,
} from './use-cases/direct-costs.ts';
export {
  appropriate,
  type FundBalance,
  fundBalance,
  listPostings,
  type PublishedFund,
  readPublishedFunds,
  withdrawAppropriation,
} from './use-cases/keep-funds.ts';
export {
  type BatchView,
  listAdvices,
  listBatches,
  listSubsidies,
  readBatch,
  type SubsidyPage,
} from './use-cases/list-subsidies.ts';
export { openSubsidy, type SubsidySummary, subsidyOfCase } from './use-cases/open-subsidy.ts';
export { type PaidBatch, payBatch } from './use-cases/pay-batch.ts';
export { paidByKind, type RepricedPeriod, repricePeriod } from './use-cases/price-period.ts';
export { proposeSubsidy } from './use-cases/propose-subsidy.ts';
export { bouncePayment, dissolveBatch, reconcileBatch } from './use-cases/settle-batch.ts';
