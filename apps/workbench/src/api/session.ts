import { queryOptions } from '@tanstack/react-query';
import { setWarningDays } from '../format/clock.ts';
import { call, post } from './http.ts';
import { isProblem } from './problem.ts';
import { keepCsrfToken } from './session-state.ts';

export const roles = [
  'clerk',
  'hotlineAgent',
  'liaison',
  'reviewer',
  'approver',
  'designator',
  'handler',
  'firmHead',
  'archivist',
  'finance',
  'quality',
  'manager',
  'bureauReviewer',
  'policyAdmin',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof roles)[number];

export interface Grant {
  readonly role: string;
  readonly tenant: string;
  readonly subtree: boolean;
  readonly agency?: string;
}

/** What the server tells of the one who signed in. */
export interface SessionView {
  readonly accountId: string;
  readonly tenant: string;
  readonly userName: string;
  readonly displayName: string;
  readonly grants: readonly Grant[];
  /** Every centre whose matters are in sight. */
  readonly tenants: readonly string[];
  readonly totp: boolean;
  /** What must be done before anything else may be. */
  readonly due: 'password' | 'totp' | null;
  readonly csrfToken: string;
  readonly idleUntil: string;
  readonly expiresAt: string;
  readonly warningDays: number;
  readonly demonstration: boolean;
}

export interface Session {
  readonly account: { readonly id: string; readonly tenant: string; readonly userName: string; readonly name: string };
  /** Roles held at a whole centre. */
  readonly roles: readonly string[];
  /** Roles held at one counter only: a station, a village point. They see what that counter took in. */
  readonly counterRoles: readonly string[];
  readonly grants: readonly Grant[];
  readonly tenants: readonly string[];
  readonly totp: boolean;
  readonly due: 'password' | 'totp' | null;
  readonly demonstration: boolean;
}

export interface SignIn {
  readonly userName: string;
  readonly password: string;
  readonly code?: string;
  readonly recoveryCode?: string;
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return keep(await call<SessionView>('GET', '/api/session', { anonymous: true }));
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: 1,
});

export async function signIn(input: SignIn): Promise<Session> {
  return keep(await call<SessionView>('POST', '/api/session', { body: input, anonymous: true }));
}

export async function signOut(): Promise<void> {
  await call<unknown>('DELETE', '/api/session', { anonymous: true });
  keepCsrfToken(undefined);
}

/** All other sessions of the account end. */
export const changePassword = (input: { readonly current: string; readonly next: string }): Promise<void> =>
  post('/api/session/password', input);

export interface TotpEnrolment {
  readonly secret: string;
  readonly uri: string;
  /** The same as a picture: an SVG in a data URI. */
  readonly picture: string;
}

export const enrolTotp = (): Promise<TotpEnrolment> => post('/api/session/totp', undefined);

/** The recovery codes are told this once. */
export const confirmTotp = (code: string): Promise<{ readonly recoveryCodes: readonly string[] }> =>
  post('/api/session/totp/confirm', { code });

export const removeTotp = (code: string): Promise<void> => post('/api/session/totp/remove', { code });

function keep(view: SessionView): Session {
  keepCsrfToken(view.csrfToken);
  setWarningDays(view.warningDays);
  return {
    account: { id: view.accountId, tenant: view.tenant, userName: view.userName, name: view.displayName },
    roles: rolesOf(view.grants.filter((grant) => grant.agency === undefined)),
    counterRoles: rolesOf(view.grants.filter((grant) => grant.agency !== undefined)),
    grants: view.grants,
    tenants: view.tenants,
    totp: view.totp,
    due: view.due,
    demonstration: view.demonstration,
  };
}

function rolesOf(grants: readonly Grant[]): readonly string[] {
  return [...new Set(grants.map((grant) => grant.role))];
}
