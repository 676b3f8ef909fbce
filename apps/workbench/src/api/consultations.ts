import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Cause, Door, Group, MatterClass } from './codes.ts';
import { get, post } from './http.ts';
import { firstPage, nextPage, type Page } from './page.ts';
import type { PersonInput } from './person-input.ts';

export const consultationChannels = ['window', 'hotline', 'web', 'letter', 'liaison', 'kiosk', 'outreach'] as const;
export type ConsultationChannel = (typeof consultationChannels)[number];

export interface ConsultationInput {
  readonly tenant: string;
  readonly agencyId?: string;
  readonly channel: ConsultationChannel;
  /** Absent: the caller stays anonymous. */
  readonly person?: PersonInput;
  readonly groups: readonly Group[];
  readonly topic: Cause;
  readonly class: MatterClass;
  readonly region?: string;
  readonly question: string;
  readonly answer: string;
  readonly callBack: boolean;
}

export interface ConsultationItem {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly personName: string | null;
  readonly groups: readonly string[];
  readonly topic: string;
  readonly class: string;
  readonly region: string | null;
  readonly answered: boolean;
  readonly callBack: boolean;
  readonly registeredAt: string;
  readonly applicationId: string | null;
  readonly applicationNumber: string | null;
  readonly question: string;
  readonly answer: string;
  readonly demonstration: boolean;
}

export interface ApplicationSeed {
  readonly consultationId: string;
  readonly door: Door;
  readonly recipient: PersonInput | null;
  readonly groups: readonly string[];
  readonly matter: {
    readonly class: string;
    readonly cause: string;
    readonly narrative: string;
    readonly occurrenceRegion: string;
  };
}

export interface ConsultationFilter {
  readonly tenant?: string | undefined;
  readonly channel?: ConsultationChannel | undefined;
  readonly topic?: string | undefined;
  readonly group?: string | undefined;
  /** `YYYY-MM`, or a year. */
  readonly span?: string | undefined;
}

/** 咨询台账, newest first. */
export const consultationsQuery = (filter: ConsultationFilter) =>
  infiniteQueryOptions({
    queryKey: ['consultations', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ConsultationItem>>('/api/consultations', { ...filter, after: pageParam, limit: 30 }, signal),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export function registerConsultation(
  input: ConsultationInput,
  idempotencyKey: string,
): Promise<{ readonly consultationId: string; readonly version: number }> {
  return post('/api/consultations', input, idempotencyKey);
}

export function answerConsultation(
  item: Pick<ConsultationItem, 'tenant' | 'id' | 'version'>,
  answer: string,
): Promise<{ readonly version: number }> {
  return post(`/api/consultations/${item.tenant}/${item.id}/answer`, { version: item.version, answer });
}

/** 转为申请: what an application can start from. */
export function seedApplication(tenant: string, id: string): Promise<ApplicationSeed> {
  return post(`/api/consultations/${tenant}/${id}/application-seed`, {});
}
