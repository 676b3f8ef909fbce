/** 案件: designation, agreement, handling, closing, file. */
export { affairLifecycles } from './affair-lifecycles.ts';
export { affairRoutes } from './affair-routes.ts';
export { dutyShiftLifecycle, type ShiftState } from './duty-lifecycle.ts';
export { dutyRoutes } from './duty-routes.ts';
export { caseJobs } from './jobs.ts';
export { type CaseEvent, type CaseState, caseLifecycle, type Desk, deskOf } from './lifecycle.ts';
export { methodRoutes } from './method-routes.ts';
export { caseTables } from './migrations/0001-cases.ts';
export { caseReplacement } from './migrations/0002-replacement.ts';
export { caseNotices } from './migrations/0003-notified-defence.ts';
export { dutyTables } from './migrations/0004-duty.ts';
export { designationMethodTables } from './migrations/0005-methods.ts';
export { conflictTables } from './migrations/0006-conflicts.ts';
export { caseTerminations } from './migrations/0007-terminations.ts';
export { caseAffairs } from './migrations/0008-affairs.ts';
export { caseLanguage } from './migrations/0009-language.ts';
export { pleaWitnessTable } from './migrations/0010-plea-witness.ts';
export { caseReceivedOn } from './migrations/0011-received-on.ts';
export { noticeRoutes } from './notice-routes.ts';
export {
  noticeGrounds,
  noticeGroundText,
  organText,
  type RegisterNotice,
} from './notice-schema.ts';
export { mayListCandidates, mayOpenCase, mayReadCases, mayReadOwnCases, maySetShares } from './permissions.ts';
export { caseRefusals } from './refusals.ts';
export {
  groundsOfAsker,
  type ReplacementGround,
  type RequestReplacement,
  replacementGroundText,
} from './replacement-schema.ts';
export { caseRoutes } from './routes.ts';
export type { CitizenStep } from './rules/citizen-steps.ts';
export { closingEventsFor, closingEventText } from './rules/closing.ts';
export { type Conflict, conflictsOf } from './rules/conflicts.ts';
export type { Barred, Candidate } from './rules/designation.ts';
export type { ClockChip } from './rules/due.ts';
export { type BarCode, type BarReason, practisedFor } from './rules/eligibility.ts';
export { type Catalogue, catalogueFor, catalogues } from './rules/file-catalogue.ts';
export type { ScoreLine } from './rules/ranking.ts';
export type {
  AcceptFile,
  CaseAidForm,
  CaseOutcome,
  ClosingEvent,
  CriminalMatter,
  DesignateHandler,
  FilePiece,
  NoteProgress,
  OpenCase,
  OpenedCase,
  ProgressKind,
  RecordAgreement,
  ReportClosing,
  SubmitFile,
  TerminationGround,
} from './schema.ts';
export { caseAidForms, caseOutcomes, closingEvents, progressKinds, terminationGrounds } from './schema.ts';
export { caseSealedColumns } from './sealed.ts';
export { type ArchivedCase, archivedBetween } from './store/archived.ts';
export { type AidCase, caseByNumber, caseOfApplication, keepersOfCases } from './store/cases.ts';
export { eraseCaseContent } from './store/erasure.ts';
export { recountCases, recountDuty } from './store/recount.ts';
export type { CaseTables } from './tables.ts';
export { followAffair, issueFeeLetter, listAffairs, referForRelief, reportMajorMatter } from './use-cases/affairs.ts';
export { acceptDesignation, declineDesignation, recallDesignation } from './use-cases/answer-designation.ts';
export {
  type CaseForSatisfaction,
  type CaseForSupervision,
  caseForSatisfaction,
  caseForSupervision,
  handlesCaseOf,
  handlesMatter,
} from './use-cases/case-for-quality.ts';
export {
  type CaseForReview,
  type CaseTies,
  caseForReview,
  type HandlingRecord,
  handlingRecordOf,
  pieceForReview,
  tiesOfCase,
} from './use-cases/case-for-review.ts';
export { type CitizenProgress, caseProgressForCitizen } from './use-cases/case-progress-for-citizen.ts';
export { type ConflictedHandler, checkConflicts } from './use-cases/check-conflicts.ts';
export { claimCost, keepReceipt } from './use-cases/claim-cost.ts';
export {
  type ContestedTermination,
  loadContestedTermination,
  markTerminationContested,
  markTerminationOverturned,
  markTerminationUpheld,
  readContestedTermination,
  reviewsTermination,
} from './use-cases/contest-termination.ts';
export { approveReplacement, keepHandler } from './use-cases/decide-replacement.ts';
export { declareRelative, listRelatives, withdrawRelative } from './use-cases/declare-relative.ts';
export { designateFirm, giveBack, nameHandler, recallFirm } from './use-cases/designate-firm.ts';
export { designateHandler } from './use-cases/designate-handler.ts';
export { type EnteredPage, enterRegister } from './use-cases/enter-register.ts';
export { fixHearing, moveHearing } from './use-cases/fix-hearing.ts';
export { type KeptPiece, keepPiece, openPiece } from './use-cases/keep-piece.ts';
export { type CandidateList, listCandidates } from './use-cases/list-candidates.ts';
export { type CasePage, type CaseRow, countDesks, listCases } from './use-cases/list-cases.ts';
export { type FirmCase, listFirmCases } from './use-cases/list-firm-cases.ts';
export { listOffers, type WaitingOffer } from './use-cases/list-offers.ts';
export { cancelShift, leaveSwap, offerSwap, takeSwap } from './use-cases/move-shift.ts';
export { noteProgress } from './use-cases/note-progress.ts';
export { closeOffer, letOfferGo, openOffer, takeOffer } from './use-cases/offer-case.ts';
export { openCase } from './use-cases/open-case.ts';
export { piecesOfCase } from './use-cases/pieces-for-archive.ts';
export { planShifts } from './use-cases/plan-shifts.ts';
export { type CaseView, readCase } from './use-cases/read-case.ts';
export { type Ledger, readLedger } from './use-cases/read-ledger.ts';
export { type Rota, readRota } from './use-cases/read-rota.ts';
export { recordAgreement } from './use-cases/record-agreement.ts';
export type { Designated } from './use-cases/record-designation.ts';
export { recordHandover } from './use-cases/record-handover.ts';
export { listHelps, recordHelp } from './use-cases/record-help.ts';
export { reportRefusal, resumeDefence, takeRenotice } from './use-cases/refused-by-accused.ts';
export { findEarlierCases, type RegisteredNotice, registerNotice } from './use-cases/register-notice.ts';
export { replyOrgan } from './use-cases/reply-organ.ts';
export { reportClosing } from './use-cases/report-closing.ts';
export { requestReplacement } from './use-cases/request-replacement.ts';
export { resumeAid, revokeTermination, undoTerminationFor } from './use-cases/resume-aid.ts';
export { acceptFile, returnFile } from './use-cases/review-file.ts';
export { setShareWeight } from './use-cases/set-share-weight.ts';
export { submitFile } from './use-cases/submit-file.ts';
export { recordNotification, terminateCase } from './use-cases/terminate-case.ts';
export { gaveHelp } from './use-cases/witness-plea.ts';
