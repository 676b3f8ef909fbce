import type { z } from 'zod';
import type * as accounts from '../../../modules/accounts/schema.ts';
import type * as applications from '../../../modules/applications/schema.ts';
import type { findRepeated } from '../../../modules/applications/use-cases/find-repeated.ts';
import type { ApplicationPage as ServerApplicationList } from '../../../modules/applications/use-cases/list-applications.ts';
import type {
  listCommitments,
  listCountedCommitments,
} from '../../../modules/applications/use-cases/list-commitments.ts';
import type { ApplicationPage as ServerApplicationPage } from '../../../modules/applications/use-cases/read-application.ts';
import type { SubmittedApplication } from '../../../modules/applications/use-cases/submit-application.ts';
import type * as conflict from '../../../modules/cases/conflict-schema.ts';
import type * as duty from '../../../modules/cases/duty-schema.ts';
import type * as method from '../../../modules/cases/method-schema.ts';
import type * as notices from '../../../modules/cases/notice-schema.ts';
import type * as replacement from '../../../modules/cases/replacement-schema.ts';
import type { Method as ServerMethod } from '../../../modules/cases/rules/methods.ts';
import type * as cases from '../../../modules/cases/schema.ts';
import type { checkConflicts } from '../../../modules/cases/use-cases/check-conflicts.ts';
import type { listRelatives } from '../../../modules/cases/use-cases/declare-relative.ts';
import type { CandidateList as ServerCandidates } from '../../../modules/cases/use-cases/list-candidates.ts';
import type { CasePage as ServerCaseList } from '../../../modules/cases/use-cases/list-cases.ts';
import type { listFirmCases } from '../../../modules/cases/use-cases/list-firm-cases.ts';
import type { listOffers } from '../../../modules/cases/use-cases/list-offers.ts';
import type { CaseView } from '../../../modules/cases/use-cases/read-case.ts';
import type { Ledger as ServerLedger } from '../../../modules/cases/use-cases/read-ledger.ts';
import type { Rota as ServerRota } from '../../../modules/cases/use-cases/read-rota.ts';
import type { listHelps } from '../../../modules/cases/use-cases/record-help.ts';
import type {
  findEarlierCases,
  RegisteredNotice as ServerRegistered,
} from '../../../modules/cases/use-cases/register-notice.ts';
import type * as circle from '../../../modules/circle/schema.ts';
import type { listClocks, readPublishedRates, summariseClocks } from '../../../modules/clocks/use-cases/read-clocks.ts';
import type { readNotices } from '../../../modules/clocks/use-cases/read-notices.ts';
import type * as complaints from '../../../modules/complaints/schema.ts';
import type {
  findBeside,
  listComplaints,
  listUpheld,
  ComplaintPage as ServerComplaint,
} from '../../../modules/complaints/use-cases/read-complaints.ts';
import type { RegisteredComplaint as ServerRegisteredComplaint } from '../../../modules/complaints/use-cases/register-complaint.ts';
import type { ComplaintSeed as ServerComplaintSeed } from '../../../modules/complaints/use-cases/seed-complaint.ts';
import type * as consultations from '../../../modules/consultations/schema.ts';
import type { listConsultations } from '../../../modules/consultations/use-cases/read-consultations.ts';
import type { ApplicationSeed as ServerSeed } from '../../../modules/consultations/use-cases/turn-into-application.ts';
import type { readTemplates } from '../../../modules/documents/use-cases/read-templates.ts';
import type { SetPosition } from '../../../modules/network/schema.ts';
import type { listHandlers } from '../../../modules/network/store/handlers.ts';
import type { listPoints } from '../../../modules/network/use-cases/list-points.ts';
import type { PositionSetView } from '../../../modules/network/use-cases/set-position.ts';
import type * as people from '../../../modules/people/schema.ts';
import type * as matching from '../../../modules/people/use-cases/match-person.ts';
import type { matchPerson } from '../../../modules/people/use-cases/match-person.ts';
import type { Facts, FigureChange, Assessment as ServerAssessment } from '../../../modules/policy/index.ts';
import type { LawComparison as ServerComparison } from '../../../modules/policy/law/compare-law.ts';
import type { ToldPack as ServerPack } from '../../../modules/policy/law/pack-words.ts';
import type { ListedChange as ServerChange } from '../../../modules/policy/use-cases/list-changes.ts';
import type { ChangePreview as ServerPreview } from '../../../modules/policy/use-cases/propose-change.ts';
import type { notePresence } from '../../../modules/presence/use-cases/note-presence.ts';
import type {
  PlanAssessment,
  AssignReviews as ServerAssign,
  FilledSheet as ServerFilledSheet,
} from '../../../modules/quality/assessment-schema.ts';
import type { assignReviews as serverAssignReviews } from '../../../modules/quality/use-cases/assign-reviews.ts';
import type { listSatisfaction } from '../../../modules/quality/use-cases/list-satisfaction.ts';
import type { drawAgain, listAssessmentPlans, PlanView } from '../../../modules/quality/use-cases/read-assessment.ts';
import type {
  ItemView,
  listGraded,
  listMyReviews,
  listResults,
  ReviewView,
  OwnResult as ServerOwnResult,
} from '../../../modules/quality/use-cases/read-reviews.ts';
import type {
  listSupervisions,
  readSupervisions as serverSupervisions,
} from '../../../modules/quality/use-cases/supervise.ts';
import type { readStatistics } from '../../../modules/statistics/use-cases/read-statistics.ts';
import type * as subsidies from '../../../modules/subsidies/schema.ts';
import type { SubsidyView } from '../../../modules/subsidies/use-cases/approve-subsidy.ts';
import type { FundBalance } from '../../../modules/subsidies/use-cases/keep-funds.ts';
import type {
  BatchView,
  SubsidyPage as ServerSubsidyList,
} from '../../../modules/subsidies/use-cases/list-subsidies.ts';
import type {
  AskWhatIf,
  ChangedApplication,
  ListWhatIf,
  WhatIfReport as ServerReport,
} from '../../../modules/what-if/schema.ts';
import type { listFigures } from '../../../modules/what-if/use-cases/list-figures.ts';
import type { Account, GrantInput } from '../src/api/accounts.ts';
import type { ApplicationInput, Submitted } from '../src/api/application-input.ts';
import type { ApplicationPage, ApplicationRow } from '../src/api/applications.ts';
import type { PolicyFacts } from '../src/api/assess.ts';
import type {
  PlanInput as AssessmentInput,
  AssessmentPlanPage,
  AssessmentPlans,
  Redraw,
} from '../src/api/assessments.ts';
import type { CandidateList, CasePage, CaseRow } from '../src/api/cases.ts';
import type {
  CircleQuestion,
  CircleRun,
  CircleView,
  PositionSet,
  PositionToSet,
  RunAgain,
  RunToKeep,
  WayTaken,
} from '../src/api/circle.ts';
import type { ClockCount, ClockNotice, OpenClock, PublishedRates } from '../src/api/clocks.ts';
import type { DepartureGround } from '../src/api/codes.ts';
import type { ListedCommitment } from '../src/api/commitments.ts';
import type {
  ComplaintBeside,
  ComplaintInput,
  ComplaintItem,
  ComplaintPage,
  ComplaintSeed,
  RegisteredComplaint,
  UpheldComplaint,
} from '../src/api/complaints.ts';
import type { ApplicationSeed, ConsultationInput, ConsultationItem } from '../src/api/consultations.ts';
import type { FirmCase, Ledger, Method, Relative, RelativeInput, WaitingOffer } from '../src/api/designation.ts';
import type { DutyHelp, HelpInput, PlanInput, Rota } from '../src/api/duty.ts';
import type { RosterHandler } from '../src/api/handlers.ts';
import type { ChangePreview, LawComparison, ListedChange, ToldPack } from '../src/api/law.ts';
import type {
  ConflictedHandler,
  ConflictsAsked,
  EarlierApplication,
  FoundMatch,
  MatchAsked,
} from '../src/api/matching.ts';
import type { Assessment, PersonView } from '../src/api/matter.ts';
import type { NetworkPoint } from '../src/api/network.ts';
import type { EarlierCase, NoticeInput, RegisteredNotice } from '../src/api/notices.ts';
import type { Page } from '../src/api/page.ts';
import type { Reveal } from '../src/api/people.ts';
import type { Present } from '../src/api/presence.ts';
import type { Satisfaction } from '../src/api/quality.ts';
import type {
  AssessedCase,
  Assigned,
  assignReviews,
  FilledSheet,
  MyReview,
  OwnResult,
  ResultLine,
  ReviewPage,
} from '../src/api/reviews.ts';
import type { SessionView, SignIn } from '../src/api/session.ts';
import type { Statistics } from '../src/api/statistics.ts';
import type { Asked, BatchPage, Fund, SubsidyPage, SubsidyRow } from '../src/api/subsidies.ts';
import type { Supervision } from '../src/api/supervision.ts';
import type { OfficeForm } from '../src/api/templates.ts';
import type { ChangedRow, Figures, ListOf, Question, Report, FigureChange as TriedChange } from '../src/api/what-if.ts';

/*
 * The desk names the shapes of the interface in its own files, so that nothing of the server is bundled. Here the compiler holds the two
 * together: an answer of the server must be one the desk can read, and what the desk sends must be one the server takes. A change on
 * either side that breaks this does not typecheck.
 */

/** A shape as JSON carries it: nothing is `undefined`, and what was read is not written to. */
type Json<T> = T extends readonly (infer Item)[]
  ? readonly Json<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Json<Exclude<T[Key], undefined>> }
    : T;
type Fits<Given extends Wanted, Wanted> = readonly [Given, Wanted];
type Answer<T extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;
type Body<S extends z.ZodType, Places extends string = never> = Omit<z.input<S>, Places>;
type Place = 'tenant' | 'applicationId' | 'caseId' | 'subsidyId' | 'version';

export type Answers = [
  Fits<Json<accounts.SessionView>, Json<SessionView>>,
  Fits<Json<accounts.AccountView>, Json<Account>>,
  Fits<Json<ServerApplicationList>, Json<Page<ApplicationRow>>>,
  Fits<Json<ServerApplicationPage>, Json<ApplicationPage>>,
  Fits<Json<SubmittedApplication>, Json<Submitted>>,
  Fits<Json<ServerCaseList>, Json<Page<CaseRow>>>,
  Fits<Json<CaseView>, Json<CasePage>>,
  Fits<Json<ServerRota>, Json<Rota>>,
  Fits<Json<Answer<typeof listOffers>>, Json<readonly WaitingOffer[]>>,
  Fits<Json<Answer<typeof listFirmCases>>, Json<readonly FirmCase[]>>,
  Fits<Json<ServerLedger>, Json<Ledger>>,
  Fits<Json<Answer<typeof listRelatives>>, Json<readonly Relative[]>>,
  Fits<Json<Answer<typeof matchPerson>>, Json<readonly FoundMatch[]>>,
  Fits<Json<Answer<typeof findRepeated>>, Json<readonly EarlierApplication[]>>,
  Fits<Json<Answer<typeof checkConflicts>>, Json<readonly ConflictedHandler[]>>,
  Fits<Json<ServerMethod>, Json<Omit<Method, 'method'>>>,
  Fits<Json<Answer<typeof listHelps>>, Json<Page<DutyHelp>>>,
  Fits<Json<ServerRegistered>, Json<RegisteredNotice>>,
  Fits<Json<Answer<typeof findEarlierCases>>, Json<readonly EarlierCase[]>>,
  Fits<Json<ServerCandidates>, Json<CandidateList>>,
  Fits<Json<Answer<typeof listConsultations>>, Json<Page<ConsultationItem>>>,
  Fits<Json<ServerSeed>, Json<ApplicationSeed>>,
  Fits<Json<people.PersonView>, Json<PersonView>>,
  Fits<Json<ServerAssessment>, Json<Assessment>>,
  Fits<Json<Answer<typeof listSatisfaction>>, Json<Page<Satisfaction>>>,
  Fits<Json<Answer<typeof serverSupervisions>>, Json<readonly Supervision[]>>,
  Fits<Json<Answer<typeof listSupervisions>>, Json<Page<Supervision>>>,
  Fits<Json<Answer<typeof listAssessmentPlans>>, Json<AssessmentPlans>>,
  Fits<Json<PlanView>, Json<AssessmentPlanPage>>,
  Fits<Json<Answer<typeof listMyReviews>>, Json<{ rows: readonly MyReview[] }>>,
  Fits<Json<ReviewView>, Json<ReviewPage>>,
  Fits<Json<ItemView>, Json<AssessedCase>>,
  Fits<Json<Answer<typeof listResults>>, Json<{ rows: readonly ResultLine[] }>>,
  Fits<Json<Answer<typeof listGraded>>, Json<Page<ResultLine>>>,
  Fits<Json<ServerOwnResult>, Json<OwnResult>>,
  Fits<Json<Answer<typeof serverAssignReviews>>, Json<Assigned>>,
  Fits<Json<FilledSheet>, Json<z.input<typeof ServerFilledSheet>>>,
  Fits<Json<Parameters<typeof assignReviews>[0]>, Json<z.input<typeof ServerAssign>>>,
  Fits<Json<AssessmentInput>, Json<z.input<typeof PlanAssessment>>>,
  Fits<Json<Answer<typeof drawAgain>>, Json<Redraw>>,
  Fits<Json<Answer<typeof readStatistics>>, Json<Statistics>>,
  Fits<Json<Answer<typeof listClocks>>, Json<Page<OpenClock>>>,
  Fits<Json<Answer<typeof summariseClocks>>['counts'], Json<readonly ClockCount[]>>,
  Fits<Json<Answer<typeof readPublishedRates>>, Json<PublishedRates>>,
  Fits<Json<Answer<typeof readNotices>>['rows'], Json<readonly ClockNotice[]>>,
  Fits<Json<Answer<typeof notePresence>>['others'], Json<readonly Present[]>>,
  Fits<Json<ServerSubsidyList>, Json<Page<SubsidyRow>>>,
  Fits<Json<SubsidyView>, Json<SubsidyPage>>,
  Fits<Json<FundBalance>, Json<Fund>>,
  Fits<Json<BatchView>, Json<BatchPage>>,
  Fits<Json<ServerReport>, Json<Report>>,
  Fits<Json<ChangedApplication>, Json<ChangedRow>>,
  Fits<Json<ReturnType<typeof listFigures>>, Json<Figures>>,
  Fits<Json<ServerPack>, Json<ToldPack>>,
  Fits<Json<ServerChange>, Json<ListedChange>>,
  Fits<Json<ServerPreview>, Json<ChangePreview>>,
  Fits<Json<ServerComparison>, Json<LawComparison>>,
  Fits<Json<Answer<typeof listPoints>>, Json<readonly NetworkPoint[]>>,
  Fits<Json<Answer<typeof listHandlers>>, Json<readonly RosterHandler[]>>,
  Fits<Json<Answer<typeof listCommitments>>, Json<readonly ListedCommitment[]>>,
  Fits<Json<Answer<typeof listCountedCommitments>>, Json<Page<ListedCommitment>>>,
  Fits<Json<Answer<typeof listComplaints>>, Json<Page<ComplaintItem>>>,
  Fits<Json<Answer<typeof listUpheld>>, Json<Page<UpheldComplaint>>>,
  Fits<Json<Answer<typeof findBeside>>, Json<readonly ComplaintBeside[]>>,
  Fits<Json<ServerComplaint>, Json<ComplaintPage>>,
  Fits<Json<ServerRegisteredComplaint>, Json<RegisteredComplaint>>,
  Fits<Json<ServerComplaintSeed>, Json<ComplaintSeed>>,
  Fits<Json<circle.CircleView>, Json<CircleView>>,
  Fits<Json<circle.WayTaken>, Json<WayTaken>>,
  Fits<Json<circle.CircleRun>, Json<CircleRun>>,
  Fits<Json<circle.RunAgain>, Json<RunAgain>>,
  Fits<Json<PositionSetView>, Json<PositionSet>>,
  Fits<Json<Answer<typeof readTemplates>>['forms'], Json<readonly OfficeForm[]>>,
];

export type Requests = [
  Fits<Json<GrantInput>, Json<Body<typeof accounts.grantInput>>>,
  Fits<Json<SignIn>, Json<Body<typeof accounts.signInInput>>>,
  Fits<Json<Omit<ApplicationInput, 'intakeTenant'>>, Json<Body<typeof applications.applicationInput>>>,
  Fits<Json<ConsultationInput>, Json<Body<typeof consultations.consultationInput>>>,
  Fits<Json<Omit<ComplaintInput, 'grounds'>>, Json<Omit<Body<typeof complaints.complaintInput>, 'grounds'>>>,
  Fits<Json<PolicyFacts>, Json<Facts>>,
  Fits<Json<Reveal['reason']>, Json<Body<typeof people.revealReason>>>,
  Fits<Json<Asked>, Json<Body<typeof subsidies.ProposeSubsidy, Place>>>,
  Fits<Json<Question>, Json<Body<typeof AskWhatIf>>>,
  Fits<Json<CircleQuestion>, Json<Body<typeof circle.CircleQuestion>>>,
  Fits<Json<RunToKeep>, Json<Body<typeof circle.KeepRun>>>,
  Fits<Json<PositionToSet>, Json<Body<typeof SetPosition>>>,
  Fits<Json<TriedChange>, Json<Omit<FigureChange, 'effectiveFrom' | 'verified' | 'source'>>>,
  Fits<Json<ListOf>, Json<NonNullable<Body<typeof ListWhatIf>['of']>>>,
];

/** What the forms behind the buttons send, spelled out field by field. */
export type Moves = [
  Fits<
    Json<{ items: string[]; note: string; days: number }>,
    Json<Body<typeof applications.requestSupplementInput, Place>>
  >,
  Fits<
    Json<{ outcome: 'grant' | 'refuse'; grounds: { text: string; citation: string }[]; note: string }>,
    Json<Body<typeof applications.proposeInput, Place>>
  >,
  Fits<Json<{ reason: string }>, Json<Body<typeof applications.returnInput, Place>>>,
  Fits<Json<{ note: string }>, Json<Body<typeof applications.decideInput, Place>>>,
  Fits<Json<{ toTenant: string; reason: string }>, Json<Body<typeof applications.transferInput, Place>>>,
  Fits<Json<{ handlerId: string; reason?: string }>, Json<Body<typeof cases.DesignateHandler, Place>>>,
  Fits<Json<{ ground: 'illness'; reason: string }>, Json<Body<typeof cases.DeclineDesignation, Place>>>,
  Fits<
    Json<{ signedOn: string; scope: 'general' | 'special'; specialPowers: string[] }>,
    Json<Body<typeof cases.RecordAgreement, Place>>
  >,
  Fits<
    Json<{ kind: 'meeting'; on: string; text: string; visibleToCitizen: boolean }>,
    Json<Body<typeof cases.NoteProgress, Place>>
  >,
  Fits<
    Json<{
      submittedOn: string;
      pieces: { key: string; name: string; pages: number; fileHash?: string }[];
      without: { key: string; reason: string }[];
    }>,
    Json<Body<typeof cases.SubmitFile, Place>>
  >,
  Fits<
    Json<{
      handlerId: string;
      method: 'choice';
      reason?: string;
      departure?: DepartureGround;
      wish?: { told: 'written' | 'spoken'; on: string };
    }>,
    Json<Body<typeof cases.DesignateHandler, Place>>
  >,
  Fits<Json<MatchAsked>, Json<Body<typeof matching.MatchPerson, 'tenant'>>>,
  Fits<Json<{ otherId: string; same: boolean }>, Json<Body<typeof matching.LinkPersons, 'tenant' | 'personId'>>>,
  Fits<Json<RelativeInput>, Json<Body<typeof conflict.DeclareRelative, 'tenant'>>>,
  Fits<Json<ConflictsAsked>, Json<Body<typeof conflict.CheckConflicts, 'tenant'>>>,
  Fits<Json<{ agencyId: string }>, Json<Body<typeof method.DesignateFirm, Place>>>,
  Fits<Json<{ handlerId: string; reason?: string }>, Json<Body<typeof method.NameHandler, Place>>>,
  Fits<Json<{ ground: 'overload'; reason: string }>, Json<Body<typeof method.GiveBack, Place>>>,
  Fits<Json<{ reason: string }>, Json<Body<typeof method.RecallFirm, Place>>>,
  Fits<Json<{ hours: number }>, Json<Body<typeof method.OpenOffer, Place>>>,
  Fits<Json<PlanInput>, Json<Body<typeof duty.PlanShifts, 'tenant'>>>,
  Fits<Json<HelpInput>, Json<Body<typeof duty.RecordHelp, 'tenant'>>>,
  Fits<Json<{ toHandlerId: string; reason: string }>, Json<Body<typeof duty.OfferSwap, Place | 'shiftId'>>>,
  Fits<Json<NoticeInput>, Json<Body<typeof notices.RegisterNotice, 'tenant'>>>,
  Fits<Json<{ toldOn: string }>, Json<Body<typeof notices.ReplyOrgan, Place>>>,
  Fits<Json<{ refusedOn: string; words: string }>, Json<Body<typeof notices.ReportRefusal, Place>>>,
  Fits<
    Json<{ receivedOn: string; officer: string; officerContact: string; noticeNumber?: string }>,
    Json<Body<typeof notices.TakeRenotice, Place>>
  >,
  Fits<Json<{ reason: string }>, Json<Body<typeof notices.ResumeDefence, Place>>>,
  Fits<
    Json<{ heldOn: string; startsAt?: string; place?: string; note?: string; despiteWarnings: boolean }>,
    Json<Body<typeof notices.FixHearing, Place>>
  >,
  Fits<
    Json<{ hearingId: string; heldOn?: string; note: string; despiteWarnings: boolean }>,
    Json<Body<typeof notices.MoveHearing, Place>>
  >,
  Fits<
    Json<{ askedBy: 'recipient'; ground: 'unreachable'; facts: string; receivedOn?: string }>,
    Json<Body<typeof replacement.RequestReplacement, Place>>
  >,
  Fits<Json<{ opinion: string }>, Json<Body<typeof replacement.ApproveReplacement, Place>>>,
  Fits<Json<{ opinion: string }>, Json<Body<typeof replacement.KeepHandler, Place>>>,
  Fits<
    Json<{ handedOverOn: string; materials: { name: string }[]; note?: string }>,
    Json<Body<typeof replacement.RecordHandover, Place>>
  >,
  Fits<Json<{ reasons: string[]; resubmitBy: string }>, Json<Body<typeof cases.ReturnFile, Place>>>,
  Fits<Json<{ ground: 'fraud'; facts: string }>, Json<Body<typeof cases.TerminateCase, Place>>>,
  Fits<
    Json<{ recipientServedOn: string; unitToldOn?: string; organToldOn?: string }>,
    Json<Body<typeof cases.RecordNotification, Place>>
  >,
];
