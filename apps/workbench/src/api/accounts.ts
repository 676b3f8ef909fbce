import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, post } from './http.ts';
import type { Page } from './page.ts';
import type { Role } from './session.ts';

export interface AccountGrant {
  readonly grantId: string;
  readonly role: string;
  readonly tenant: string;
  readonly subtree: boolean;
  readonly agency: string | null;
  readonly grantedAt: string;
}

export interface Account {
  readonly accountId: string;
  readonly tenant: string;
  readonly userName: string;
  readonly displayName: string;
  readonly state: 'active' | 'disabled';
  readonly passwordDue: boolean;
  readonly passwordChangedAt: string;
  readonly totp: boolean;
  readonly grants: readonly AccountGrant[];
  readonly createdAt: string;
  readonly demonstration: boolean;
  readonly version: number;
}

export interface GrantInput {
  readonly role: Role;
  readonly tenant: string;
  readonly subtree: boolean;
}

/** By home centre and user name. */
export const accountsQuery = (filter: { readonly tenant?: string | undefined; readonly text?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Account>>('/api/accounts', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The first password is told this once; null when the request was a repetition. */
export const createAccount = (
  input: {
    readonly tenant: string;
    readonly userName: string;
    readonly displayName: string;
    readonly grants: readonly GrantInput[];
  },
  key: string,
): Promise<{ readonly accountId: string; readonly password: string | null }> => post('/api/accounts', input, key);

const at = (account: Account): string => `/api/accounts/${account.tenant}/${account.accountId}`;

export const grantRole = (account: Account, grant: GrantInput): Promise<unknown> =>
  post(`${at(account)}/grants`, { version: account.version, grant });

export const revokeRole = (account: Account, grantId: string): Promise<unknown> =>
  post(`${at(account)}/grants/${grantId}/revoke`, { version: account.version });

/** A new first password, told this once; all sessions end. */
export const resetPassword = (account: Account): Promise<{ readonly password: string }> =>
  post(`${at(account)}/reset-password`, { version: account.version });

export const accountSteps = ['disable', 'enable', 'unlock', 'reset-totp'] as const;
export type AccountStep = (typeof accountSteps)[number];

export const stepAccount = (account: Account, step: AccountStep): Promise<unknown> =>
  post(`${at(account)}/${step}`, { version: account.version });
