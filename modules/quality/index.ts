/** 质量: the people's faces, and the plans by which closed cases are drawn for assessment. */
export { assessmentPlanLifecycle } from './assessment-lifecycle.ts';
export { recountAssessments } from './assessment-store.ts';
export { qualityTables } from './migrations/0001-satisfaction.ts';
export { assessmentTables } from './migrations/0002-assessment.ts';
export { assessmentOfUpheldComplaints } from './migrations/0003-upheld-complaints.ts';
export { qualityRefusals } from './refusals.ts';
export { qualityRoutes } from './routes.ts';
export { type Face, faces, faceText, type SatisfactionInput, satisfactionInput } from './schema.ts';
export { eraseSatisfactionWords, recountSatisfaction, satisfactionOf } from './store.ts';
export { answerSatisfaction, qualitySealedColumns } from './use-cases/answer-satisfaction.ts';
export { listSatisfaction } from './use-cases/list-satisfaction.ts';
