import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CriminalStage,
  DutyMode,
  DutyOutcome,
  DutyPeriod,
  DutyService,
  DutySignature,
  PleaMatter,
  PleaTold,
  PleaView,
  UnsignedReason,
} from './codes.ts';
import { get, post } from './http.ts';
import type { PersonInput } from './person-input.ts';

/** 值班班次, with what this person may do with it. */
export interface Shift {
  readonly tenant: string;
  readonly id: string;
  readonly agencyId: string;
  readonly onDay: string;
  readonly period: DutyPeriod;
  readonly mode: DutyMode;
  readonly handlerId: string;
  readonly handlerName: string;
  readonly state: string;
  readonly version: number;
  readonly offeredTo: string | null;
  readonly offeredToName: string | null;
  readonly reason: string | null;
  readonly actions: readonly string[];
}

export interface Rota {
  readonly places: readonly { readonly agencyId: string; readonly name: string; readonly shortName: string }[];
  readonly lawyers: readonly { readonly handlerId: string; readonly name: string; readonly agencyName: string }[];
  readonly shifts: readonly Shift[];
  readonly mayPlan: boolean;
  readonly daysOff: readonly string[];
  readonly ownHandlerId: string | null;
}

/** 法律帮助, as recorded. */
export interface DutyHelp {
  readonly id: string;
  readonly agencyId: string;
  readonly handlerName: string;
  readonly helpedOn: string;
  readonly mode: DutyMode;
  readonly personName: string;
  readonly stage: CriminalStage;
  readonly services: readonly DutyService[];
  readonly outcome: DutyOutcome;
  readonly signature: DutySignature;
  readonly note: string | null;
  readonly plea: { readonly documentId: string; readonly charge: string; readonly organ: string } | null;
}

/** 认罪认罚具结见证, as it is handed in. */
export interface PleaInput {
  readonly organ: string;
  readonly place: string;
  readonly charge: string;
  readonly sentence: string;
  readonly told: PleaTold[];
  readonly advice: string;
  readonly views: Readonly<Record<PleaMatter, PleaView>>;
  readonly dissent?: string;
  readonly voluntary: boolean;
  readonly unsigned?: UnsignedReason;
  readonly lawyerSigned: boolean;
}

export interface PlanInput {
  readonly agencyId: string;
  readonly handlerId: string;
  readonly period: DutyPeriod;
  readonly mode: DutyMode;
  readonly days: string[];
}

export interface HelpInput {
  readonly shiftId?: string;
  readonly agencyId: string;
  readonly handlerId: string;
  readonly helpedOn: string;
  readonly mode: DutyMode;
  readonly person: PersonInput;
  readonly stage: CriminalStage;
  readonly organCaseNumber?: string;
  readonly services: DutyService[];
  readonly outcome: DutyOutcome;
  readonly signature: DutySignature;
  readonly plea?: PleaInput;
  readonly note?: string;
}

export const rotaQuery = (tenant: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['duty', 'rota', tenant, from, to],
    queryFn: ({ signal }) => get<Rota>(`/api/duty/${tenant}/rota`, { from, to }, signal),
  });

export const helpsQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['duty', 'helps', tenant],
    queryFn: ({ pageParam, signal }) =>
      get<{ readonly rows: readonly DutyHelp[]; readonly next: string | null }>(
        `/api/duty/${tenant}/helps`,
        { after: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export function planShifts(tenant: string, input: PlanInput, key: string): Promise<unknown> {
  return post(`/api/duty/${tenant}/shifts`, input, key);
}

export function recordHelp(tenant: string, input: HelpInput, key: string): Promise<unknown> {
  return post(`/api/duty/${tenant}/helps`, input, key);
}

/** The path of each move of a shift. */
export const shiftMoves = {
  offerSwap: 'offer-swap',
  takeSwap: 'take-swap',
  leaveSwap: 'leave-swap',
  cancel: 'cancel',
} as const;
export type ShiftMove = keyof typeof shiftMoves;

export function moveShift(shift: Pick<Shift, 'tenant' | 'id'>, move: ShiftMove, body: object): Promise<unknown> {
  return post(`/api/duty/${shift.tenant}/shifts/${shift.id}/${shiftMoves[move]}`, body);
}
