/** 质量: so far the people's faces; sampling and peer review join them. */
export { qualityTables } from './migrations/0001-satisfaction.ts';
export { qualityRefusals } from './refusals.ts';
export { qualityRoutes } from './routes.ts';
export { type Face, faces, faceText, type SatisfactionInput, satisfactionInput } from './schema.ts';
export { eraseSatisfactionWords, recountSatisfaction, satisfactionOf } from './store.ts';
export { answerSatisfaction, qualitySealedColumns } from './use-cases/answer-satisfaction.ts';
export { listSatisfaction } from './use-cases/list-satisfaction.ts';
