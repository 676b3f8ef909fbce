import { queryOptions } from '@tanstack/react-query';
import { call } from './http.ts';
import { isProblem } from './problem.ts';
import { keepCsrfToken } from './session-state.ts';

export type Role =
  | 'clerk'
  | 'reviewer'
  | 'approver'
  | 'designator'
  | 'handler'
  | 'finance'
  | 'quality'
  | 'manager'
  | 'hotlineAgent'
  | 'liaison'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin';

export interface Grant {
  readonly role: string;
  readonly tenant: string;
  readonly subtree: boolean;
  readonly agency?: string;
}

export interface Session {
  readonly account: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly grants: readonly Grant[];
  readonly csrfToken: string;
}

export interface SignIn {
  readonly userName: string;
  readonly password: string;
  readonly code?: string;
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return keep(await call<Session>('GET', '/api/session', { anonymous: true }));
    } catch (error) {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: 1,
});

export async function signIn(input: SignIn): Promise<Session> {
  await call<unknown>('POST', '/api/session', { body: input, anonymous: true });
  return keep(await call<Session>('GET', '/api/session', { anonymous: true }));
}

export async function signOut(): Promise<void> {
  await call<unknown>('DELETE', '/api/session', { anonymous: true });
  keepCsrfToken(undefined);
}

function keep(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}
