import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { type Session, sessionQuery } from '../api/session.ts';
import { isSessionExpired, onSessionChange, sessionRenewed } from '../api/session-state.ts';
import { useWords } from '../locales/i18n.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { DueScreen } from './due-screen.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

const SessionContext = createContext<Session | null>(null);

/** Who is at the desk. Only inside the gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside the gate');
  return session;
}

/** Nothing of the desk is drawn for somebody who has not signed in. */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const query = useQuery(sessionQuery);
  if (query.isPending) return null;
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} page />;
  if (query.data === null) return <SignInScreen />;
  if (query.data.due !== null) return <DueScreen due={query.data.due} />;
  return (
    <SessionContext.Provider value={query.data}>
      {children}
      <SignInAgain held={query.data} />
    </SessionContext.Provider>
  );
}

/** The session ran out under an open screen: sign in over it, and what was typed is still there. */
function SignInAgain({ held }: { held: Session }): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const expired = useSyncExternalStore(onSessionChange, isSessionExpired);
  if (!expired) return null;
  return (
    <Dialog title={t('session.expired')} width={400} required>
      <p className="soft">{t('session.expiredHint', { name: held.account.name })}</p>
      <SignInForm
        onSignedIn={(session) => {
          if (session.account.id !== held.account.id) {
            // Somebody else: nothing of the first person's screens may stay behind.
            window.location.assign('/desk/');
            return;
          }
          client.setQueryData(sessionQuery.queryKey, session);
          sessionRenewed();
        }}
      />
    </Dialog>
  );
}
