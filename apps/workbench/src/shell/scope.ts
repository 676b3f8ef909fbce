import { createContext, useContext } from 'react';

/** The place the desk works for at the moment: one tenant, or every tenant the person may see. */
export interface Scope {
  /** Undefined: all of the person's places. */
  readonly tenant: string | undefined;
  readonly tenants: readonly { readonly code: string; readonly name: string }[];
  readonly choose: (tenant: string | undefined) => void;
  readonly nameOf: (tenant: string) => string;
}

export const ScopeContext = createContext<Scope | null>(null);

export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (scope === null) throw new Error('useScope outside the shell');
  return scope;
}
