import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Cause, CriminalRole, CriminalStage, Group, Impairment, MatterClass } from './codes.ts';
import { call } from './http.ts';
import type { Assessment } from './matter.ts';

/** What the outcome of an application may turn on. */
export interface PolicyFacts {
  readonly receivedOn: string;
  readonly region: string;
  readonly matter: {
    readonly class: MatterClass;
    readonly cause?: Cause;
    readonly limitationExpiresOn?: string;
    readonly needsPreservation?: boolean;
    readonly criminal?: {
      readonly stage: CriminalStage;
      readonly role: CriminalRole;
      readonly hasDefender: boolean;
      readonly lifeOrDeathPossible?: boolean;
      readonly inAbsentia?: boolean;
      readonly hearingOn?: string;
    };
  };
  readonly applicant: {
    readonly birthDate: string;
    readonly residence: 'urban' | 'rural';
    readonly groups?: readonly Group[];
    readonly noFixedLivelihood?: boolean;
    readonly impairments?: readonly Impairment[];
  };
  readonly household?: {
    readonly members: number;
    readonly annualIncome: number;
    readonly applicantAnnualIncome: number;
    readonly opponentInHousehold?: boolean;
  };
}

/** 预评: what the rules would say as things stand. Nothing is stored. */
export const assessQuery = (facts: PolicyFacts | undefined) =>
  queryOptions({
    queryKey: ['assess', facts],
    queryFn: ({ signal }) => call<Assessment>('POST', '/api/assess', { body: facts, signal }),
    enabled: facts !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
