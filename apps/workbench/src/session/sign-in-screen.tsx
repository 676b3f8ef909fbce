import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Mark } from '../shell/mark.tsx';
import { SignInForm } from './sign-in-form.tsx';
import css from './sign-in-screen.module.css';

export function SignInScreen(): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  return (
    <div className={css.ground}>
      <header className={css.head}>
        <span className={css.brand}>
          <Mark />
          {t('desk.name')}
        </span>
        <LanguageSwitch />
      </header>
      <main className={css.sheet}>
        <h1>{t('session.title')}</h1>
        <p className="soft">{t('session.hint')}</p>
        <SignInForm
          onSignedIn={(session) => {
            client.clear();
            client.setQueryData(sessionQuery.queryKey, session);
          }}
        />
        <p className={css.help}>{t('session.help')}</p>
      </main>
    </div>
  );
}
