import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import css from './front.module.css';
import { Front } from './front.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInScreen(): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  return (
    <Front title={t('session.title')} hint={t('session.hint')}>
      <SignInForm
        onSignedIn={(session) => {
          // Nothing of an earlier person's screens may stay; the session's own query is watched by the gate and must.
          client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
          client.setQueryData(sessionQuery.queryKey, session);
        }}
      />
      <p className={css.help}>{t('session.help')}</p>
    </Front>
  );
}
