import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MaterialKind } from './codes.ts';
import type { CooperationRequest } from './cooperation.ts';
import { get, post } from './http.ts';
import type { Assessment, Deadline, MatterDocument, PersonView, StoryEvent } from './matter.ts';
import { firstPage, nextPage, type Page } from './page.ts';

/** One line of the worklist of applications. */
export interface ApplicationRow {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly door: string;
  readonly class: string;
  readonly cause: string | null;
  readonly region: string;
  readonly groups: readonly string[];
  readonly recipientName: string;
  readonly urgent: boolean;
  readonly outcome: string;
  readonly route: string | null;
  readonly receivedOn: string;
  readonly submittedAt: string;
  readonly dueOn: string | null;
  readonly dueStep: string | null;
  readonly dueCitation: string | null;
  readonly proposedBy: string | null;
  readonly intakeAgency: string | null;
  readonly intakeTenant: string | null;
  readonly caseId: string | null;
  readonly demonstration: boolean;
}

export interface Ground {
  readonly text: string;
  readonly citation: string;
}

/** 审查意见. */
export interface Proposal {
  readonly outcome: 'grant' | 'refuse';
  readonly grounds: readonly Ground[];
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
}

export interface Material {
  readonly id: string;
  readonly kind: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly receivedAt: string;
}

/** A material as it is handed in: its content already lies in the file store. */
export interface MaterialInput extends Pick<Material, 'fileHash' | 'fileName' | 'mediaType' | 'bytes'> {
  readonly kind: MaterialKind;
}

export interface Party {
  readonly role: string;
  /** How the party stands to the recipient (`relation`), where it works (`unit`). */
  readonly detail: unknown;
  readonly personId: string;
  readonly name: string;
  readonly person: PersonView | null;
}

/** 申请: everything a reviewer needs, personal data masked. */
export interface ApplicationPage {
  readonly application: ApplicationRow & {
    readonly applyingAs: string;
    readonly proof: string;
    readonly acknowledgedAt: string | null;
    readonly assessment: Assessment;
    readonly proposal: Proposal | null;
    readonly decidedOn: string | null;
    readonly refusedOn: string | null;
    readonly lateEntry: { readonly reason: string; readonly enteredOn: string } | null;
    readonly forwarded: {
      readonly place: string;
      readonly appliedAt: string;
      readonly receivedAt: string;
      readonly late: boolean;
      readonly citation: string;
    } | null;
    readonly standing: {
      readonly citation: string;
      readonly proof: string;
      readonly doubt: 'capacityNotTold' | null;
    } | null;
    readonly consultationId: string | null;
    readonly transferredTo: { readonly tenant: string; readonly applicationId: string } | null;
    readonly transferredFrom: { readonly tenant: string; readonly applicationId: string } | null;
  };
  readonly narrative: string;
  readonly wanted: string | null;
  readonly organName: string | null;
  /** What the person asked to be spoken to in. */
  readonly language: string | null;
  readonly household: {
    readonly members: number;
    readonly opponentInHousehold: boolean;
    /** Another value whenever anything of the household was changed; the income itself is not shown. */
    readonly mark: string;
  } | null;
  readonly parties: readonly Party[];
  readonly materials: readonly Material[];
  /** What somebody who applies for another has still to show. */
  readonly stillNeeded: readonly string[];
  readonly supplement: {
    readonly items: readonly string[];
    readonly note: string;
    readonly requestedAt: string;
    readonly dueOn: string;
    readonly answeredAt: string | null;
  } | null;
  readonly provisional: {
    readonly ground: string;
    readonly note: string;
    readonly periodExpiresOn: string | null;
    readonly completeBy: string;
    readonly toComplete: readonly string[];
    readonly completedAt: string | null;
    readonly outcome: string | null;
  } | null;
  readonly cooperation: readonly CooperationRequest[];
  readonly deadlines: readonly Deadline[];
  readonly documents: readonly MatterDocument[];
  readonly story: readonly StoryEvent[];
  readonly allowedActions: readonly string[];
  readonly suggestedGrounds: readonly Ground[];
}

export interface ApplicationFilter {
  readonly tenant?: string | undefined;
  readonly state?: string | readonly string[] | undefined;
  /** Those only for which aid could be given provisionally. */
  readonly urgent?: boolean | undefined;
  /** Closed ones too. */
  readonly all?: boolean | undefined;
  readonly class?: string | undefined;
  readonly cause?: string | undefined;
  readonly group?: string | undefined;
  /** `YYYY-MM`, or a year. */
  readonly span?: string | undefined;
}

export const pageSize = 50;

/** Open applications by their last day, soonest first; or those received in a month or year. */
export const applicationsQuery = (filter: ApplicationFilter) =>
  infiniteQueryOptions({
    queryKey: ['applications', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ApplicationRow>>('/api/applications', { ...filter, after: pageParam, limit: pageSize }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

/** What this person's own station took in, wherever it is decided. */
export const ownIntakeQuery = queryOptions({
  queryKey: ['applications', 'own-intake'],
  queryFn: ({ signal }) =>
    get<{ readonly rows: readonly ApplicationRow[] }>('/api/applications/own-intake', undefined, signal),
});

export const applicationQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['applications', 'one', tenant, id],
    queryFn: ({ signal }) => get<ApplicationPage>(`/api/applications/${tenant}/${id}`, undefined, signal),
  });

/** 异议 against a refusal or a termination, and until when one may be raised. */
export interface ObjectionPage {
  readonly objection: {
    readonly state: string;
    readonly door: string;
    readonly servedOn: string;
    readonly receivedOn: string;
    readonly raiseBy: string | null;
    readonly late: boolean;
    readonly reasons: string;
    readonly lateReason: string;
    readonly reviewedOn: string | null;
    readonly grounds: readonly Ground[] | null;
    readonly correction: string | null;
  } | null;
  readonly time: { readonly until: string; readonly citation: string; readonly verified: boolean } | null;
}

export const objectionQuery = (tenant: string, id: string) => objectionOf('applications', tenant, id);
/** 异议 against the latest termination of a case. */
export const terminationObjectionQuery = (tenant: string, id: string) => objectionOf('cases', tenant, id);

const objectionOf = (room: 'applications' | 'cases', tenant: string, id: string) =>
  queryOptions({
    queryKey: [room, 'objection', tenant, id],
    queryFn: ({ signal }) => get<ObjectionPage>(`/api/${room}/${tenant}/${id}/objection`, undefined, signal),
  });

/** The path of each move of the life cycle. */
export const applicationMoves = {
  acknowledge: 'acknowledge',
  requestSupplement: 'request-supplement',
  answerSupplement: 'answer-supplement',
  propose: 'propose',
  returnProposal: 'return',
  grant: 'grant',
  refuse: 'refuse',
  withdraw: 'withdraw',
  transfer: 'transfer',
  requestCooperation: 'request-cooperation',
  endCooperation: 'end-cooperation',
  provideProvisionally: 'provide-provisionally',
  completePapers: 'complete-papers',
  confirmProvisional: 'confirm-provisional',
  endProvisional: 'end-provisional',
  raiseObjection: 'raise-objection',
  maintain: 'maintain',
  orderCorrection: 'order-correction',
  grantCorrected: 'grant-corrected',
} as const;
export type ApplicationMove = keyof typeof applicationMoves;

export function moveApplication(
  place: { readonly tenant: string; readonly id: string },
  move: ApplicationMove,
  body: object,
  idempotencyKey: string,
): Promise<unknown> {
  return post(`/api/applications/${place.tenant}/${place.id}/${applicationMoves[move]}`, body, idempotencyKey);
}

/** 出具申请表和经济困难状况说明表: each is issued once, a second asking gives the same papers. */
export function issueForms(place: { readonly tenant: string; readonly id: string }): Promise<unknown> {
  return post(`/api/applications/${place.tenant}/${place.id}/forms`, {});
}
