/** 时限监督: limits that are near are told, those that passed climb, and how many were kept is published. */
export { clockTables } from './migrations/0001-clocks.ts';
export { clockRoutes } from './routes.ts';
export { fewest } from './rules/rate.ts';
export { publishRates } from './use-cases/publish-rates.ts';
export { raiseClocks } from './use-cases/raise-clocks.ts';
export { type PublishedRate, readPublishedRates } from './use-cases/read-clocks.ts';
