import { queryOptions } from '@tanstack/react-query';
import type { Conflict } from './cases.ts';
import type { MatchReasonCode } from './codes.ts';
import { get, post } from './http.ts';
import type { PersonView } from './matter.ts';
import type { PersonInput } from './person-input.ts';

/** Somebody on file who may be the person asked about, with what speaks for and against it. */
export interface FoundMatch {
  readonly score: number;
  readonly grade: 'sure' | 'likely' | 'possible';
  readonly reasons: readonly { readonly code: MatchReasonCode; readonly points: number }[];
  readonly person: PersonView;
  /** What somebody said of the two before; null when nobody did. */
  readonly said: boolean | null;
}

export interface EarlierApplication {
  readonly applicationId: string;
  readonly matterId: string;
  readonly number: string;
  readonly class: string;
  readonly cause: string | null;
  readonly state: string;
  readonly receivedOn: string;
  readonly sameMatter: boolean;
}

export interface ConflictedHandler {
  readonly handlerId: string;
  readonly name: string;
  readonly agencyName: string;
  readonly conflicts: readonly Conflict[];
}

export type MatchAsked = Omit<PersonInput, 'address' | 'ethnicity'>;

export function matchPerson(tenant: string, asked: MatchAsked): Promise<{ readonly matches: readonly FoundMatch[] }> {
  return post(`/api/people/${tenant}/matches`, asked);
}

export const knownMatchesQuery = (tenant: string, personId: string) =>
  queryOptions({
    queryKey: ['people', 'matches', tenant, personId],
    queryFn: ({ signal }) =>
      get<{ readonly matches: readonly FoundMatch[] }>(`/api/people/${tenant}/${personId}/matches`, undefined, signal),
  });

/** 认定是否同一人. */
export function linkPersons(tenant: string, personId: string, otherId: string, same: boolean): Promise<unknown> {
  return post(`/api/people/${tenant}/${personId}/link`, { otherId, same });
}

export function findRepeated(
  tenant: string,
  asked: { readonly personIds: readonly string[]; readonly class?: string; readonly cause?: string },
): Promise<{ readonly applications: readonly EarlierApplication[] }> {
  return post(`/api/applications/${tenant}/repeated`, asked);
}

interface AskedParty {
  readonly name: string;
  readonly documentNumber?: string;
}

export interface ConflictsAsked {
  readonly recipient: AskedParty;
  readonly opponents: readonly AskedParty[];
  readonly coDefendants: readonly AskedParty[];
  readonly organCaseNumber?: string;
}

export function checkConflicts(
  tenant: string,
  asked: ConflictsAsked,
): Promise<{ readonly handlers: readonly ConflictedHandler[] }> {
  return post(`/api/designation/${tenant}/conflict-check`, asked);
}
