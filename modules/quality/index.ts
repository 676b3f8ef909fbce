/** 质量: the people's faces, and the assessment of closed cases by peers. */
export { assessmentLifecycle, assessmentPlanLifecycle } from './assessment-lifecycle.ts';
export { recountAssessments } from './assessment-store.ts';
export { qualityJobs } from './jobs.ts';
export { qualityTables } from './migrations/0001-satisfaction.ts';
export { assessmentTables } from './migrations/0002-assessment.ts';
export { assessmentOfUpheldComplaints } from './migrations/0003-upheld-complaints.ts';
export { assessmentReview } from './migrations/0004-review.ts';
export { supervisionTables } from './migrations/0005-supervision.ts';
export { gradeTotals } from './migrations/0006-grade-totals.ts';
export { reviewersApart } from './migrations/0007-reviewers-apart.ts';
export { qualityRefusals } from './refusals.ts';
export { eraseAssessmentWords, type GradedCase, keepersOfQuality } from './review-store.ts';
export { qualityRoutes } from './routes.ts';
export { type Face, faces, faceText, type SatisfactionInput, satisfactionInput } from './schema.ts';
export { qualitySealedColumns } from './sealed.ts';
export { eraseSatisfactionWords, recountSatisfaction, satisfactionOf } from './store.ts';
export { type SupervisionState, supervisionLifecycle } from './supervision-lifecycle.ts';
export type { SupervisionFinding, SupervisionKind } from './supervision-schema.ts';
export { eraseSupervisionWords } from './supervision-store.ts';
export { answerSatisfaction } from './use-cases/answer-satisfaction.ts';
export { assignReviews } from './use-cases/assign-reviews.ts';
export { handInSheet } from './use-cases/fill-sheet.ts';
export { fewestAssessed, gradesOfHandlers, type PublishedGrades, readPublishedGrades } from './use-cases/grades.ts';
export { listSatisfaction } from './use-cases/list-satisfaction.ts';
export { drawAssessment, finishPlan, planAssessment } from './use-cases/plan-assessment.ts';
export { readAssessmentPlan } from './use-cases/read-assessment.ts';
export { type ItemView, readItem, readReview } from './use-cases/read-reviews.ts';
export {
  acceptRectification,
  closeItem,
  replyRectification,
  requireRectification,
  tellResult,
} from './use-cases/settle-item.ts';
export {
  acceptReply,
  dropQuestion,
  recordSupervision,
  replySupervision,
  type SupervisionMoved,
  sendBackReply,
} from './use-cases/supervise.ts';
