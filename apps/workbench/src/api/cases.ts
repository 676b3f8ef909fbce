import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Affair } from './affairs.ts';
import { pageSize } from './applications.ts';
import type { ArchiveLine } from './archives.ts';
import type { DesignationMethod, NoticeGround, NotifyingOrgan, ReplacementAsker, ReplacementGround } from './codes.ts';
import type { Cost } from './costs.ts';
import { get, post } from './http.ts';
import type { Bilingual, Deadline, MatterDocument, PersonView, StoryEvent } from './matter.ts';
import { firstPage, nextPage, type Page } from './page.ts';

export const desks = [
  'designation',
  'handling',
  'replacement',
  'notification',
  'objection',
  'fileReview',
  'done',
] as const;
export type Desk = (typeof desks)[number];

/** One line of the worklist of cases. */
export interface CaseRow {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly number: string;
  readonly applicationNumber: string | null;
  readonly state: string;
  readonly desk: string;
  readonly version: number;
  readonly class: string;
  readonly cause: string | null;
  readonly stage: string | null;
  readonly region: string;
  readonly groups: readonly string[];
  readonly recipientName: string;
  readonly urgent: boolean;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly grantedOn: string;
  readonly designatedOn: string | null;
  readonly closedOn: string | null;
  readonly archivedOn: string | null;
  readonly dueOn: string | null;
  readonly dueStep: string | null;
  readonly dueCitation: string | null;
  readonly duePromise: boolean;
  readonly demonstration: boolean;
  readonly actions: readonly string[];
}

/** 指派, as it was made and answered. */
export interface Designation {
  readonly id: string;
  readonly handlerId: string;
  readonly handlerKind: string;
  readonly handlerName: string;
  readonly agencyName: string;
  readonly state: string;
  readonly method: DesignationMethod;
  readonly designatedOn: string;
  readonly rank: number;
  readonly candidates: number;
  readonly reason: string | null;
  readonly answerGround: string | null;
  readonly answerReason: string | null;
  readonly organToldOn: string | null;
}

export interface CaseProgress {
  readonly id: string;
  readonly kind: string;
  readonly happenedOn: string;
  readonly text: string;
  readonly visibleToCitizen: boolean;
  readonly notedAt: string;
}

/** 卷宗目录: what the file of such a case holds. */
export interface Catalogue {
  readonly key: string;
  readonly name: Bilingual;
  readonly source: string;
  readonly verified: boolean;
  readonly pieces: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly required: boolean;
    readonly form?: string;
  }[];
}

export interface FilePiece {
  readonly key: string;
  readonly name: string;
  readonly on?: string | undefined;
  readonly pages: number;
  readonly fileHash?: string | undefined;
}

/** A stored piece of a case's file. */
export interface KeptPiece {
  readonly attachmentId: string;
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly fileHash: string;
  readonly receivedAt: string;
}

/** 卷宗: one handing in. */
export interface CaseFile {
  readonly id: string;
  readonly round: number;
  readonly submittedOn: string;
  readonly pieces: readonly FilePiece[];
  readonly without: readonly { readonly key: string; readonly reason: string }[];
  readonly state: 'submitted' | 'returned' | 'accepted';
  readonly returnReasons: readonly string[] | null;
}

/** 办案机关的通知. */
export interface OrganNotice {
  readonly id: string;
  readonly organ: NotifyingOrgan;
  readonly organName: string;
  readonly noticeNumber: string | null;
  readonly officer: string;
  readonly officerContact: string;
  readonly ground: NoticeGround;
  readonly receivedOn: string;
  readonly custodyPlace: string | null;
  readonly note: string | null;
}

/** 开庭. */
export interface CaseHearing {
  readonly id: string;
  readonly state: 'fixed' | 'moved' | 'cancelled' | 'held';
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly note: string | null;
}

/** Another stage of the same proceeding. */
export interface LinkedStage {
  readonly id: string;
  readonly matterId: string;
  readonly number: string;
  readonly stage: string | null;
  readonly state: string;
  readonly handlerName: string | null;
}

/** 更换请求: who asked and why, what was decided, and the hand-over. */
export interface Replacement {
  readonly id: string;
  readonly state: 'requested' | 'approved' | 'kept' | 'handedOver';
  readonly askedBy: ReplacementAsker;
  readonly ground: ReplacementGround;
  /** Empty for a handler, of whom the recipient spoke. */
  readonly facts: string;
  readonly receivedOn: string;
  readonly opinion: string | null;
  readonly decidedOn: string | null;
  readonly handedOverOn: string | null;
  readonly handover: { readonly materials: readonly { readonly name: string }[] } | null;
}

/** 终止: one decision, and what became of it. */
export interface CaseTermination {
  readonly id: string;
  readonly ordinal: number;
  readonly terminatedOn: string;
  readonly ground: string;
  readonly revokedOn: string | null;
  readonly revokedFor: 'objection' | 'commitment' | 'ownMotion' | null;
  readonly reason: string | null;
  readonly resumedOn: string | null;
}

/** 案件: all that the desk shows of one. */
export interface CasePage {
  readonly case: Omit<CaseRow, 'actions'> & {
    readonly applicationId: string | null;
    readonly aidForm: string;
    readonly recipientId: string;
    readonly agreementOn: string | null;
    readonly withoutAgreement: string | null;
    readonly closingEvent: string | null;
    readonly outcome: string | null;
    readonly recovered: number | null;
    readonly terminatedOn: string | null;
    readonly terminationGround: string | null;
    readonly terminations: number;
    readonly contestedOn: string | null;
  };
  readonly deadlines: readonly Deadline[];
  readonly recipient: PersonView | null;
  readonly parties: readonly { readonly role: string; readonly personId: string | null; readonly name: string }[];
  readonly designations: readonly Designation[];
  readonly offers: readonly {
    readonly id: string;
    readonly state: 'open' | 'taken' | 'closed' | 'lapsed';
    readonly offeredAt: string;
    readonly expiresAt: string;
    readonly asked: number;
  }[];
  readonly firms: readonly {
    readonly id: string;
    readonly agencyName: string;
    readonly state: 'asked' | 'named' | 'givenBack' | 'recalled' | 'ended';
    readonly designatedOn: string;
    readonly answerGround: string | null;
    readonly answerReason: string | null;
  }[];
  readonly conflicts: readonly Conflict[];
  readonly notices: readonly OrganNotice[];
  readonly refusals: readonly { readonly id: string; readonly refusedOn: string; readonly words: string }[];
  readonly hearings: readonly CaseHearing[];
  readonly stages: readonly LinkedStage[];
  readonly replacements: readonly Replacement[];
  readonly terminations: readonly CaseTermination[];
  readonly affairs: readonly Affair[];
  /** Grounds for relief of the court fee that the file tells of. */
  readonly feeGrounds: readonly string[];
  readonly progress: readonly CaseProgress[];
  readonly closing: {
    readonly summary: string;
    readonly result: string;
    readonly work: Readonly<Record<string, number>>;
  } | null;
  readonly files: readonly CaseFile[];
  /** Pieces uploaded so far, whether or not they were handed in. */
  readonly pieces: readonly KeptPiece[];
  readonly catalogue: Catalogue;
  readonly closingEvents: readonly string[];
  readonly documents: readonly MatterDocument[];
  /** The file's line in the register; for those who read the whole case. */
  readonly archive?: ArchiveLine | null;
  readonly subsidy: { readonly subsidyId: string; readonly state: string; readonly amount: number | null } | null;
  readonly costs: readonly Cost[];
  readonly story: readonly StoryEvent[];
  readonly allowedActions: readonly string[];
}

export interface Conflict {
  readonly kind: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly by: string;
  /** 0 to 100: how sure it is. */
  readonly score: number;
  /** False: to be looked into. */
  readonly certain: boolean;
}

export interface HandlerCard {
  readonly handlerId: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly kind: string;
  readonly agencyName: string;
  readonly specialities: readonly string[];
  readonly languages: readonly string[];
  readonly demonstration: boolean;
}

export interface ScoreLine {
  readonly part: string;
  readonly points: number;
  /** The most that this part can give. */
  readonly of: number;
  readonly text: Bilingual;
}

export interface Candidate {
  readonly handlerId: string;
  readonly agencyId: string;
  readonly kind: string;
  readonly rank: number;
  /** Place in the turn; 0 for the one whose turn it is. */
  readonly turn: number;
  readonly total: number;
  readonly lines: readonly ScoreLine[];
  readonly cautions: readonly Conflict[];
  readonly handler: HandlerCard;
}

export interface Barred {
  readonly handlerId: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly text: Bilingual;
    readonly citation: string;
    readonly verified: boolean;
  }[];
  readonly conflicts: readonly Conflict[];
  readonly handler: HandlerCard;
}

/** 候选名单. */
export interface CandidateList {
  readonly caseId: string;
  readonly version: number;
  readonly turnSince: string;
  /** How many would be asked if the case were offered. */
  readonly offerable: number;
  readonly firms: readonly {
    readonly agencyId: string;
    readonly agencyName: string;
    readonly fit: number;
    readonly bestRank: number;
  }[];
  readonly candidates: readonly Candidate[];
  readonly barred: readonly Barred[];
}

export interface CaseFilter {
  readonly tenant?: string | undefined;
  readonly desk?: Desk | undefined;
  readonly class?: string | undefined;
  readonly cause?: string | undefined;
  readonly group?: string | undefined;
  /** Which date of the case the span is asked of. */
  readonly by?: CaseDate | undefined;
  /** `YYYY-MM`, or a year. */
  readonly span?: string | undefined;
}

export const caseDates = ['openedIn', 'closedIn', 'archivedIn'] as const;
export type CaseDate = (typeof caseDates)[number];

/** Cases by the date that binds next; a handler sees their own. With a span, those opened, closed or archived in it. */
export const casesQuery = ({ by, span, ...filter }: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filter, by, span],
    queryFn: ({ pageParam, signal }) =>
      get<Page<CaseRow>>(
        '/api/cases',
        { ...filter, ...(by === undefined ? {} : { [by]: span }), after: pageParam, limit: pageSize },
        signal,
      ),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export interface DeskCount {
  readonly desk: string;
  readonly cases: number;
  readonly overdue: number;
}

export const deskCountsQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'desks', tenant],
    queryFn: ({ signal }) => get<{ readonly desks: readonly DeskCount[] }>('/api/cases/desks', { tenant }, signal),
  });

export const caseQuery = (tenant: string, caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', tenant, caseId],
    queryFn: ({ signal }) => get<CasePage>(`/api/cases/${tenant}/${caseId}`, undefined, signal),
  });

export const candidatesQuery = (tenant: string, caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'candidates', tenant, caseId],
    queryFn: ({ signal }) => get<CandidateList>(`/api/cases/${tenant}/${caseId}/candidates`, undefined, signal),
  });

/** The path of each move of the life cycle. */
export const caseMoves = {
  designate: 'designate',
  openOffer: 'open-offer',
  takeOffer: 'take-offer',
  closeOffer: 'close-offer',
  designateFirm: 'designate-firm',
  nameHandler: 'name-handler',
  giveBack: 'give-back',
  recallFirm: 'recall-firm',
  accept: 'accept',
  decline: 'decline',
  recall: 'recall',
  recordAgreement: 'record-agreement',
  noteProgress: 'note-progress',
  replyOrgan: 'reply-organ',
  reportRefusal: 'report-refusal',
  takeRenotice: 'take-renotice',
  resumeDefence: 'resume-defence',
  fixHearing: 'fix-hearing',
  moveHearing: 'move-hearing',
  requestReplacement: 'request-replacement',
  approveReplacement: 'approve-replacement',
  keepHandler: 'keep-handler',
  keepHandlerUnsigned: 'keep-handler',
  recordHandover: 'record-handover',
  reportClosing: 'report-closing',
  submitFile: 'submit-file',
  returnFile: 'return-file',
  acceptFile: 'accept-file',
  terminate: 'terminate',
  recordNotification: 'record-notification',
  claimCost: 'claim-cost',
  reportMajorMatter: 'report-major-matter',
  issueFeeLetter: 'issue-fee-letter',
  referForRelief: 'refer-for-relief',
  raiseObjection: 'raise-objection',
  maintain: 'maintain',
  orderCorrection: 'order-correction',
  revokeTermination: 'revoke-termination',
  resumeHandling: 'resume-handling',
  resumeSigning: 'resume-signing',
  resumeByDesignation: 'resume-by-designation',
} as const;
export type CaseMove = keyof typeof caseMoves;

export function moveCase(
  place: { readonly tenant: string; readonly id: string },
  move: CaseMove,
  body: object,
  idempotencyKey: string,
): Promise<unknown> {
  return post(`/api/cases/${place.tenant}/${place.id}/${caseMoves[move]}`, body, idempotencyKey);
}

/** 存入卷宗材料: a scan under its key of the catalogue; it becomes part of the file when the file is handed in. */
export function keepPiece(
  place: { readonly tenant: string; readonly id: string },
  key: string,
  file: File,
): Promise<Pick<KeptPiece, 'attachmentId' | 'fileHash' | 'fileName' | 'bytes'>> {
  const body = new FormData();
  body.append('file', file, file.name);
  return post(`/api/cases/${place.tenant}/${place.id}/pieces/${key}`, body);
}

/** Where a stored piece can be had. */
export function pieceAddress(place: { readonly tenant: string; readonly id: string }, attachmentId: string): string {
  return `/api/cases/${place.tenant}/${place.id}/pieces/${attachmentId}/file`;
}
