/** 异议: what a person says against a centre's decision, and what the justice bureau decides on it. */
export { objectionLifecycle } from './lifecycle.ts';
export { objectionTables } from './migrations/0001-objections.ts';
export { objectionRounds } from './migrations/0002-rounds.ts';
export { objectionRefusals } from './refusals.ts';
export { objectionRoutes } from './routes.ts';
export type { RaiseObjection, ReviewObjection } from './schema.ts';
export { objectionSealedColumns } from './sealed.ts';
export { eraseObjectionWords, recountObjections } from './store.ts';
export { raiseObjection } from './use-cases/raise-objection.ts';
export { type ObjectionForCitizen, objectionForCitizen } from './use-cases/read-objection.ts';
export { maintainDecision, orderCorrection } from './use-cases/review-objection.ts';
