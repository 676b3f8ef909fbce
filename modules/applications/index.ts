/** 申请: from the first word to the decision. */

export { aidFormOf } from './case-of.ts';
export { commitmentLifecycle } from './commitment-lifecycle.ts';
export { cooperationLifecycle } from './cooperation-lifecycle.ts';
export { rememberingDenials } from './denials.ts';
export { deleteOldDrafts } from './draft-store.ts';
export { applicationRefersTo, eraseApplicationContent } from './erasure-store.ts';
export { applicationJobs } from './jobs.ts';
export { type ApplicationState, applicationLifecycle, mayBeWithdrawn } from './lifecycle.ts';
export { applicationTables } from './migrations/0001-applications.ts';
export { applicationWorklistOrder } from './migrations/0002-worklist-order.ts';
export { applicationReceivedOrder } from './migrations/0003-received-order.ts';
export { applicationLawRevision } from './migrations/0004-law-revision.ts';
export { applicationDecisionDays } from './migrations/0005-decision-days.ts';
export { applicationProvisionalAid } from './migrations/0006-provisional-aid.ts';
export { applicationReceipt } from './migrations/0007-receipt-and-standing.ts';
export { applicationCooperation } from './migrations/0008-cooperation.ts';
export { applicationCommitments } from './migrations/0009-commitments.ts';
export { applicationSealedAnswers } from './migrations/0010-sealed-answers.ts';
export { applicationCommitmentCounts } from './migrations/0011-commitment-counts.ts';
export { applicationOfNumber, numbersOf } from './numbers-store.ts';
export { recountApplications, recountCommitments } from './recount.ts';
export { applicationRefusals } from './refusals.ts';
export { repeatRoutes } from './repeat-routes.ts';
export { applicationRoutes } from './routes.ts';
export { makeCode, normaliseCode } from './rules/code.ts';
export { groundsFrom } from './rules/decision.ts';
export {
  displayApplicationNumber,
  formatApplicationNumber,
  parseApplicationNumber,
  tenantOfNumber,
} from './rules/number.ts';
export { type SettledRoute, settleRoute } from './rules/route.ts';
export {
  type AnswerSupplement,
  type ApplicationInput,
  answerSupplementInput,
  applicationInput,
  type Door,
} from './schema.ts';
export { applicationSealedColumns, sealAnswer, sealFacts } from './sealed.ts';
export type { DraftFile } from './tables.ts';
export { acknowledgeApplication, acknowledgeMaterials } from './use-cases/acknowledge-application.ts';
export { answerCooperation, listRequests } from './use-cases/answer-cooperation.ts';
export { answerSupplement } from './use-cases/answer-supplement.ts';
export {
  type ContestedRefusal,
  loadContestedRefusal,
  markCorrectionOrdered,
  markMaintained,
  markObjected,
  readContestedRefusal,
} from './use-cases/contest-refusal.ts';
export { type Decided, grantApplication, grantCorrected, refuseApplication } from './use-cases/decide-application.ts';
export { type EarlierApplication, findRepeated } from './use-cases/find-repeated.ts';
export { closeDraft, type Draft, readDraft, resumeDraft, saveDraft, startDraft } from './use-cases/keep-draft.ts';
export { listApplications, listOwnIntake } from './use-cases/list-applications.ts';
export {
  lookUpProgress,
  type Progress,
  type ProgressStep,
  progressOfApplication,
} from './use-cases/look-up-progress.ts';
export { piecesOfApplications } from './use-cases/pieces-for-archive.ts';
export { proposeDecision, returnProposal } from './use-cases/propose-decision.ts';
export { type Provided, provideProvisionally } from './use-cases/provisional-aid.ts';
export { type ApplicationPage, readApplication, reviewsMatter } from './use-cases/read-application.ts';
export { readStory, type StoryEvent } from './use-cases/read-story.ts';
export { type ReplayReport, replayAssessments } from './use-cases/replay-assessments.ts';
export { requestCooperation } from './use-cases/request-cooperation.ts';
export { requestSupplement } from './use-cases/request-supplement.ts';
export { restoreProvisional } from './use-cases/restore-provisional.ts';
export { completePapers, confirmProvisional, endProvisional } from './use-cases/settle-provisional-aid.ts';
export { type SubmissionRoute, type SubmittedApplication, submitApplication } from './use-cases/submit-application.ts';
export { transferApplication } from './use-cases/transfer-application.ts';
export {
  type AssessedRow,
  countAssessedApplications,
  factsOfAssessed,
  nameAssessed,
  readAssessedPage,
} from './use-cases/walk-assessed.ts';
export { lapseSupplements, withdrawApplication } from './use-cases/withdraw-application.ts';
