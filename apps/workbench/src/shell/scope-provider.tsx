import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { regionByCode } from '../api/regions.ts';
import { useSession } from '../session/gate.tsx';
import { type Scope, ScopeContext } from './scope.ts';

const kept = 'fayuan.scope';

/** Works out from the person's grants at which places they may work, and remembers the one they chose. */
export function ScopeProvider({ children }: { children: ReactNode }): ReactNode {
  const session = useSession();
  const roots = useMemo(() => [...new Set(session.grants.map((grant) => grant.tenant))], [session]);
  const answers = useQueries({ queries: roots.map((code) => regionByCode(code)) });
  const ready = answers.every((answer) => !answer.isPending);
  const [chosen, setChosen] = useState<string | undefined>(() => window.localStorage.getItem(kept) ?? undefined);

  const places = new Map<string, string>();
  for (const answer of answers) {
    if (answer.data === undefined) continue;
    places.set(answer.data.code, answer.data.name);
    if (!session.grants.some((grant) => grant.tenant === answer.data.code && grant.subtree)) continue;
    for (const child of answer.data.children) {
      if (child.level === 'city' || child.level === 'county') places.set(child.code, child.name);
    }
  }
  // Names come from the register, what is in sight from the session.
  const tenants = [...places]
    .filter(([code]) => session.tenants.includes(code))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.code.localeCompare(b.code));
  const tenant =
    tenants.length === 1 ? tenants[0]?.code : tenants.some((place) => place.code === chosen) ? chosen : undefined;

  const scope: Scope = {
    tenant,
    tenants,
    choose: (next) => {
      setChosen(next);
      if (next === undefined) window.localStorage.removeItem(kept);
      else window.localStorage.setItem(kept, next);
    },
    nameOf: (code) => places.get(code) ?? code,
  };
  return ready ? <ScopeContext.Provider value={scope}>{children}</ScopeContext.Provider> : null;
}
