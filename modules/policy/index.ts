/** The only door of the policy module: law as dated data, asked by day and place, and changed by record. Depends on no other module. */

export { assessmentHash } from './assessment-hash.ts';
export { benchPolicy, type PolicyBench } from './bench.ts';
export {
  type CauseEntry,
  type CauseSuggestion,
  causeCatalogue,
  causeLabels,
  suggestCauses,
} from './causes.ts';
export { deadline } from './clocks/deadline.ts';
export {
  type ClockSubject,
  countClock,
  meetClock,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
} from './clocks/run.ts';
export {
  criminalRoleLabels,
  criminalStageLabels,
  groupLabels,
  matterClassLabels,
  outcomeLabels,
  routeLabels,
  stepLabels,
} from './labels.ts';
export { applyChanges } from './law/apply-changes.ts';
export { markedCitation } from './law/citation.ts';
export { type DatedChange, FigureChange, figureOf, parseChange } from './law/figure-change.ts';
export { type ApprovedChange, approvedIn, type LawInForce, lawAt, lawInForce, lawOf } from './law/in-force.ts';
export { compileLaw, type Law } from './law/law.ts';
export { lawOnFile, packsOnFile } from './law/on-file.ts';
export type { StandardTable } from './law/standards.ts';
export { type SubsidyKind, type SubsidyStage, subsidyKinds } from './law/tariff-schema.ts';
export { changeLifecycle } from './lifecycle.ts';
export { policyTables } from './migrations/0001-changes.ts';
export { fieldFaults, policyRefusals } from './refusals.ts';
export { type LawHouse, lawRoutes } from './routes.ts';
export { type AssessOptions, assess } from './rules/assess.ts';
export { ageOn } from './rules/features.ts';
export { parseFacts } from './rules/parse-facts.ts';
export { PreCheckAnswers } from './rules/pre-check/answers.ts';
export type { Question } from './rules/pre-check/choose-question.ts';
export { type Leaning, type PreCheckContext, type PreCheckEnd, preCheck } from './rules/pre-check/pre-check.ts';
export type { QuestionId } from './rules/pre-check/questions.ts';
export type { Change } from './rules/pre-check/what-would-help.ts';
export * from './schema.ts';
export { selectApproved, selectRevision } from './store.ts';
export {
  type AdjustmentInput,
  computeSubsidy,
  type Subsidy,
  type SubsidyInput,
  type SubsidyLine,
} from './subsidy/compute-subsidy.ts';
export {
  type AdjustmentOffer,
  proposeSubsidy,
  type SubsidyProposal,
  type SubsidyQuestion,
} from './subsidy/propose-subsidy.ts';
export { listChanges } from './use-cases/list-changes.ts';
export { proposeChange } from './use-cases/propose-change.ts';
export { approveChange } from './use-cases/settle-change.ts';
export { type AnswersTouched, answersTouched } from './what-if/answers-touched.ts';
export { type CostEstimate, type CostLine, newCostCounter, type PaidForKind } from './what-if/estimate-cost.ts';
export { type FigureInForce, figuresInForce } from './what-if/figures-in-force.ts';
export {
  type AssessedCase,
  type DecidedOtherwise,
  type Direction,
  directions,
  isAid,
  type JudgedAgain,
  judgeAgain,
  type Laws,
} from './what-if/judge-again.ts';
export { lawToTry, type TriedLaw } from './what-if/law-to-try.ts';
export { standardsConfirmed } from './what-if/standards-confirmed.ts';
export {
  type CountedUnder,
  type Cut,
  type CutDimension,
  changedIn,
  cutDimensions,
  newTally,
  type TallyResult,
} from './what-if/tally.ts';
