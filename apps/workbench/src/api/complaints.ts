import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AgainstKind, ComplaintMeasure, ComplaintOutcome, complaintDoors, complaintStandings } from './codes.ts';
import { get, post } from './http.ts';
import type { Bilingual, Deadline, MatterDocument, StoryEvent } from './matter.ts';
import { firstPage, nextPage, type Page } from './page.ts';

/** 投诉 on a list: no words, and nothing that tells who said them. */
export interface ComplaintItem {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly door: string;
  readonly standing: string;
  readonly anonymous: boolean;
  readonly grounds: readonly string[];
  readonly againstKind: AgainstKind;
  readonly againstName: string | null;
  readonly matterNumber: string | null;
  readonly receivedOn: string;
  readonly dueOn: string | null;
  readonly dueStep: string | null;
  readonly dueCitation: string | null;
  readonly investigatorName: string | null;
  readonly outcome: ComplaintOutcome | null;
  readonly decidedOn: string | null;
  readonly demonstration: boolean;
  /** What this very person may do with it now. */
  readonly allowedActions: readonly string[];
}

export type ComplaintBeside = ComplaintItem & { readonly samePerson: boolean };

export interface Complainant {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

interface Dated {
  readonly on: string;
}

/** One complaint and everything about it. */
export interface ComplaintPage {
  readonly complaint: {
    readonly tenant: string;
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly version: number;
    readonly door: string;
    readonly oral: boolean;
    readonly standing: string;
    readonly anonymous: boolean;
    readonly grounds: readonly string[];
    readonly againstKind: AgainstKind;
    readonly againstName: string | null;
    readonly matterNumber: string | null;
    readonly ruleSet: string;
    readonly receivedOn: string;
    readonly dueOn: string | null;
    readonly dueCitation: string | null;
    readonly askedOn: string | null;
    readonly answerBy: string | null;
    readonly acceptedOn: string | null;
    readonly refusedGround: string | null;
    readonly passedTo: { readonly name: string; readonly tenant?: string; readonly complaintId?: string } | null;
    readonly passedFrom: { readonly tenant: string; readonly complaintId: string } | null;
    readonly mergedInto: string | null;
    readonly entrustedTo: string | null;
    readonly entrustedUntil: string | null;
    readonly investigatorId: string | null;
    readonly investigatorName: string | null;
    readonly toldFederations: readonly string[];
    readonly decidedOn: string | null;
    readonly outcome: ComplaintOutcome | null;
    readonly measures: readonly ComplaintMeasure[];
    readonly repliedOn: string | null;
    readonly servedOn: string | null;
    readonly demonstration: boolean;
  };
  /** Masked; null for one who gave no name. */
  readonly complainant: Complainant | null;
  readonly words: {
    readonly statement: string;
    readonly wish: string;
    readonly recordedBy: string;
    readonly missing: readonly string[];
    readonly supplied: readonly (Dated & { readonly text: string })[];
    readonly withdrawal: string;
  };
  readonly findings: {
    readonly findings: string;
    readonly refusal: string;
    readonly refusalCitation: string;
    readonly passing: string;
    readonly merging: string;
    readonly entrusting: string;
    readonly returned: readonly (Dated & { readonly report: string })[];
    readonly sentBack: readonly (Dated & { readonly reason: string })[];
    readonly told: readonly (Dated & { readonly words: string })[];
    readonly reasons: readonly { readonly text: string; readonly citation: string }[];
    readonly measureNote: string;
    readonly followUp: string;
  };
  readonly suggestedFederations: readonly string[];
  readonly documents: readonly MatterDocument[];
  readonly attachments: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly receivedAt: string;
  }[];
  readonly deadlines: readonly Deadline[];
  readonly beside: readonly ComplaintBeside[];
  readonly story: readonly StoryEvent[];
  readonly allowedActions: readonly string[];
}

/** One that was found true, for whoever looks after a matter or a handler: not a word of what was said. */
export interface UpheldComplaint {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
  readonly outcome: ComplaintOutcome;
  readonly grounds: readonly string[];
  readonly againstKind: AgainstKind;
  readonly againstName: string | null;
  readonly measures: readonly ComplaintMeasure[];
  readonly decidedOn: string;
  readonly caseId: string | null;
  readonly matterId: string | null;
  readonly matterNumber: string | null;
}

export interface ComplaintGround {
  readonly text: Bilingual;
  readonly verified: boolean;
  readonly citation: string;
}

/** Grounds and federations, as the server has them. */
export interface ComplaintWords {
  readonly grounds: Readonly<Record<string, ComplaintGround>>;
  readonly federations: Readonly<Record<string, Bilingual>>;
}

export interface ComplaintInput {
  readonly tenant: string;
  readonly door: (typeof complaintDoors)[number];
  readonly receivedOn?: string;
  readonly standing: (typeof complaintStandings)[number];
  readonly complainant?: { readonly name: string; readonly phone: string; readonly address: string };
  readonly sameAsRecipient?: true;
  readonly grounds: readonly string[];
  readonly statement: string;
  readonly wish: string;
  readonly against: { readonly kind: AgainstKind; readonly name: string };
  readonly matterNumber?: string;
  readonly consultationId?: string;
  readonly oral?: { readonly recordedBy: string; readonly readBack: true; readonly signed: true };
}

export interface RegisteredComplaint {
  readonly tenant: string;
  readonly complaintId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly version: number;
  readonly acceptBy: { readonly on: string; readonly citation: string };
}

/** What a complaint can start from. */
export interface ComplaintSeed {
  readonly consultationId: string;
  readonly door: string;
  readonly complainant: Complainant | null;
  readonly statement: string;
}

/** What every list of complaints can be narrowed by. */
export interface UpheldFilter {
  readonly tenant?: string | undefined;
  readonly ground?: string | undefined;
  readonly againstKind?: string | undefined;
  readonly handlerId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly matterId?: string | undefined;
  /** Decided in that month or year. */
  readonly decided?: string | undefined;
}

export interface ComplaintFilter extends UpheldFilter {
  readonly state?: string | undefined;
  readonly all?: true | undefined;
  /** `true` stands for found true, wholly or in part. */
  readonly outcome?: string | undefined;
  /** Received in that month or year. */
  readonly span?: string | undefined;
}

/** By last day, soonest first. */
export const complaintsQuery = (filter: ComplaintFilter) =>
  infiniteQueryOptions({
    queryKey: ['complaints', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ComplaintItem>>('/api/complaints', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

/** Those found true, the latest decision first. */
export const upheldQuery = (filter: UpheldFilter) =>
  infiniteQueryOptions({
    queryKey: ['complaints', 'upheld', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<UpheldComplaint>>('/api/complaints/upheld', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const complaintQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['complaints', 'one', tenant, id],
    queryFn: ({ signal }) => get<ComplaintPage>(`/api/complaints/${tenant}/${id}`, {}, signal),
  });

export const complaintWordsQuery = queryOptions({
  queryKey: ['complaints', 'words'],
  queryFn: ({ signal }) => get<ComplaintWords>('/api/complaints/grounds', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** 重复投诉: asked of the bureau's own people only, once there is something to look for. */
export const besideQuery = (asked: {
  readonly tenant: string;
  readonly phone?: string;
  readonly matterNumber?: string;
}) =>
  queryOptions({
    queryKey: ['complaints', 'beside', asked],
    queryFn: () => post<{ readonly rows: readonly ComplaintBeside[] }>('/api/complaints/beside', asked),
    enabled: asked.phone !== undefined || asked.matterNumber !== undefined,
    retry: false,
  });

export function registerComplaint(input: ComplaintInput, idempotencyKey: string): Promise<RegisteredComplaint> {
  return post('/api/complaints', input, idempotencyKey);
}

/** 转为投诉: what is already known from the consultation. */
export function seedComplaint(tenant: string, consultationId: string): Promise<ComplaintSeed> {
  return post(`/api/consultations/${tenant}/${consultationId}/complaint-seed`, {});
}

export async function revealComplainant(tenant: string, id: string, reason: string): Promise<Complainant | null> {
  const answer = await post<{ readonly complainant: Complainant | null }>(`/api/complaints/${tenant}/${id}/reveal`, {
    reason,
  });
  return answer.complainant;
}

export function complaintFileAddress(tenant: string, id: string, attachmentId: string): string {
  return `/api/complaints/${tenant}/${id}/files/${attachmentId}`;
}

/** The path of each move of the life cycle. */
const paths = {
  requestInformation: 'request-information',
  supplyInformation: 'supply-information',
  accept: 'accept',
  declineToAccept: 'decline',
  passOn: 'pass-on',
  merge: 'merge',
  withdraw: 'withdraw',
  investigate: 'investigate',
  entrust: 'entrust',
  takeReturn: 'take-return',
  tellFederation: 'tell-federation',
  reportFindings: 'report',
  decide: 'decide',
  sendBack: 'send-back',
  reply: 'reply',
  recordService: 'record-service',
  close: 'close',
} as const;
export type ComplaintMove = keyof typeof paths;

export function moveComplaint(
  { tenant, id }: { readonly tenant: string; readonly id: string },
  move: ComplaintMove,
  body: object,
  idempotencyKey: string,
): Promise<unknown> {
  return post(`/api/complaints/${tenant}/${id}/${paths[move]}`, body, idempotencyKey);
}
