/** 统计: counters kept in the transactions, and the recount that proves them. */
export { statisticsRoutes } from './routes.ts';
export type { CountCell } from './store.ts';
export {
  fewestPublished,
  type PublishedCount,
  type PublishedWork,
  publishedCounts,
  readPublishedWork,
} from './use-cases/publish-work.ts';
export { readStatistics } from './use-cases/read-statistics.ts';
export { type CountDifference, verifyStatistics } from './use-cases/verify-statistics.ts';
