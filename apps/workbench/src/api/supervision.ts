import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import { firstPage, nextPage, type Page } from './page.ts';

/** 督促的方式 (法律援助法第五十九条). */
export const supervisionKinds = ['hearing', 'file', 'organ', 'followUp'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

export const supervisionFindings = ['good', 'ordinary', 'concern'] as const;
export type SupervisionFinding = (typeof supervisionFindings)[number];

interface Said {
  readonly on: string;
  readonly text: string;
}

/** 督促记录: what was seen of a case, what its handler was asked and answered. */
export interface Supervision {
  readonly tenant: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly handlerName: string | null;
  readonly kind: SupervisionKind;
  readonly happenedOn: string;
  readonly finding: SupervisionFinding;
  readonly state: string;
  readonly version: number;
  readonly dueOn: string | null;
  readonly recordedByName: string;
  readonly demonstration: boolean;
  readonly source: string;
  readonly text: string;
  readonly asked: readonly Said[];
  readonly replies: readonly Said[];
  readonly supervisionId: string;
  readonly allowedActions: readonly string[];
}

/** The part of a matter's page where its supervision stands; the address names it. */
export const supervisionPart = 'supervision';

export const supervisionAddress = ({
  tenant,
  matterId,
  caseId,
}: Pick<Supervision, 'tenant' | 'matterId' | 'caseId'>): string =>
  `/desk/matters/${tenant}/${matterId}?case=${caseId}#${supervisionPart}`;

export interface SupervisionFilter {
  readonly tenant?: string | undefined;
  readonly state?: string | undefined;
  readonly kind?: SupervisionKind | undefined;
  readonly finding?: SupervisionFinding | undefined;
  /** Seen in that month or year. */
  readonly span?: string | undefined;
}

/** The newest first. */
export const supervisionsQuery = (filter: SupervisionFilter) =>
  infiniteQueryOptions({
    queryKey: ['supervisions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Supervision>>('/api/supervisions', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

type Rows = { readonly rows: readonly Supervision[] };

export const supervisionsOfCaseQuery = (tenant: string, caseId: string) =>
  queryOptions({
    queryKey: ['supervisions', tenant, caseId],
    queryFn: ({ signal }) => get<Rows>(`/api/supervisions/${tenant}/${caseId}`, {}, signal),
  });

export const mySupervisionsQuery = () =>
  queryOptions({
    queryKey: ['supervisions', 'mine'],
    queryFn: ({ signal }) => get<Rows>('/api/supervisions/mine', {}, signal),
  });

export interface SupervisionInput {
  readonly tenant: string;
  readonly caseId: string;
  readonly kind: SupervisionKind;
  readonly happenedOn: string;
  readonly source: string;
  readonly finding: SupervisionFinding;
  readonly text: string;
  readonly asked?: string;
}

export function recordSupervision(input: SupervisionInput, idempotencyKey: string): Promise<unknown> {
  return post('/api/supervisions/record', input, idempotencyKey);
}

/** One step of a record; `text` where the step says something. */
export function moveSupervision(
  { tenant, supervisionId, version }: Pick<Supervision, 'tenant' | 'supervisionId' | 'version'>,
  step: string,
  text: string | undefined,
  idempotencyKey: string,
): Promise<unknown> {
  const at = { tenant, supervisionId, version };
  return post(`/api/supervisions/${step}`, text === undefined ? at : { ...at, text }, idempotencyKey);
}
