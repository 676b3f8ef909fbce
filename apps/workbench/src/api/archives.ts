import { queryOptions } from '@tanstack/react-query';
import { address, get, post } from './http.ts';

export const archiveViews = ['due', 'held', 'permanent', 'destroyed', 'all'] as const;
export type ArchiveView = (typeof archiveViews)[number];
export const retentionTerms = ['permanent', 'thirtyYears', 'tenYears'] as const;
export type RetentionTerm = (typeof retentionTerms)[number];
export const pieceFaults = ['paperOnly', 'missing', 'damaged', 'encrypted', 'format', 'tooLarge'] as const;

/** 档案: one line of the register. */
export interface ArchiveLine {
  readonly tenant: string;
  readonly id: string;
  readonly matterId: string;
  readonly caseId: string;
  readonly number: string;
  readonly caseNumber: string;
  readonly recipientName: string;
  readonly causeText: string;
  readonly handlerName: string;
  readonly handlerUnit: string;
  readonly closedOn: string | null;
  readonly archivedOn: string;
  readonly term: RetentionTerm;
  readonly citation: string;
  readonly verified: boolean;
  readonly dueOn: string | null;
  readonly due: boolean;
  readonly holds: number;
  readonly destructionId: string | null;
  readonly state: 'kept' | 'destroyed';
  readonly destroyedOn: string | null;
  readonly version: number;
  readonly binding: 'none' | 'waiting' | 'binding' | 'bound' | 'failed';
  readonly pdfHash: string | null;
  readonly pdfSm3: string | null;
  readonly pdfBytes: number | null;
  readonly pdfPages: number | null;
  readonly pieceCount: number | null;
  readonly unreadable: number | null;
}

export interface ArchivePiece {
  readonly part: string;
  readonly name: string;
  readonly on?: string;
  readonly firstPage?: number;
  readonly lastPage?: number;
  readonly sha256?: string;
  readonly fault?: string;
  readonly embedded?: boolean;
}

export interface ArchiveHold {
  readonly holdId: string;
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
}

export interface ArchiveFile extends ArchiveLine {
  readonly pieces: readonly ArchivePiece[];
  readonly holdList: readonly ArchiveHold[];
  readonly mayKeep: boolean;
}

export interface ArchiveRegister {
  readonly rows: readonly ArchiveLine[];
  readonly next: string | null;
  readonly counts: { readonly due: number; readonly held: number; readonly kept: number; readonly destroyed: number };
}

/** 销毁清册. */
export interface Destruction {
  readonly tenant: string;
  readonly id: string;
  readonly state: 'PROPOSED' | 'APPRAISED' | 'DESTROYED' | 'REJECTED' | 'WITHDRAWN';
  readonly version: number;
  readonly reason: string;
  readonly files: number;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly appraisedByName: string | null;
  readonly appraisedAt: string | null;
  readonly settledByName: string | null;
  readonly settledAt: string | null;
  readonly note: string | null;
  readonly allowedActions: readonly string[];
}

export const archivesQuery = (filter: {
  readonly tenant: string | undefined;
  readonly view: ArchiveView;
  readonly search?: string | undefined;
  readonly limit: number;
}) =>
  queryOptions({
    queryKey: ['archives', filter],
    queryFn: ({ signal }) => get<ArchiveRegister>('/api/archives', { ...filter }, signal),
  });

export const archiveQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['archive', tenant, id],
    queryFn: ({ signal }) => get<ArchiveFile>(`/api/archives/${tenant}/${id}`, {}, signal),
  });

export const destructionsQuery = (tenant: string | undefined) =>
  queryOptions({
    queryKey: ['destructions', tenant],
    queryFn: ({ signal }) =>
      get<{ readonly rows: readonly Destruction[] }>('/api/archive-destructions', { tenant }, signal),
  });

export const destructionQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['destruction', tenant, id],
    queryFn: ({ signal }) =>
      get<Destruction & { readonly lines: readonly ArchiveLine[] }>(
        `/api/archive-destructions/${tenant}/${id}`,
        {},
        signal,
      ),
  });

/** Where the one PDF of a file is. */
export function archiveFileAddress({ tenant, id }: Pick<ArchiveLine, 'tenant' | 'id'>): string {
  return address(`/api/archives/${tenant}/${id}/file`);
}

export type ArchiveMove = 'bind' | 'hold' | 'lift-hold' | 'lengthen';

export function moveArchive(
  { tenant, id, version }: ArchiveLine,
  move: ArchiveMove,
  body: object,
  key: string,
): Promise<unknown> {
  return post(`/api/archives/${move}`, { tenant, archiveId: id, version, ...body }, key);
}

export function proposeDestruction(
  tenant: string,
  archiveIds: readonly string[],
  reason: string,
  key: string,
): Promise<unknown> {
  return post('/api/archive-destructions', { tenant, archiveIds, reason }, key);
}

export function moveDestruction(
  { tenant, id }: Destruction,
  move: string,
  version: number,
  note: string | undefined,
  key: string,
): Promise<unknown> {
  const said = note === undefined || note.trim() === '' ? {} : { note: note.trim() };
  return post(`/api/archive-destructions/${move}`, { tenant, destructionId: id, version, ...said }, key);
}
