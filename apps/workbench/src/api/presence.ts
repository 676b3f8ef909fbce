import { post } from './http.ts';

/** Somebody else at the same matter; `doing` names the form they have open, `subject.event`. */
export interface Present {
  readonly name: string;
  readonly doing: string | null;
  readonly since: string;
}

export function notePresence(
  tenant: string,
  matterId: string,
  doing: string | undefined,
): Promise<{ readonly others: readonly Present[] }> {
  return post(`/api/presence/${tenant}/${matterId}`, doing === undefined ? {} : { doing });
}

export function leaveMatter(tenant: string, matterId: string): Promise<unknown> {
  return post(`/api/presence/${tenant}/${matterId}/leave`, {});
}
