import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { Front } from './front.tsx';
import { PasswordForm } from './password-form.tsx';
import { TotpSetup } from './totp-setup.tsx';

/** What must be done before anything else: a password of one's own, and where the role asks for it a one-time code. */
export function DueScreen({ due }: { due: NonNullable<Session['due']> }): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const onDone = (): void => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return due === 'password' ? (
    <Front title={t('password.first')} hint={t('password.firstHint')}>
      <PasswordForm onDone={onDone} />
    </Front>
  ) : (
    <Front title={t('totp.first')} hint={t('totp.firstHint')}>
      <TotpSetup onDone={onDone} />
    </Front>
  );
}
