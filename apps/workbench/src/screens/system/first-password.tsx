import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import css from './system.module.css';

/** A first password, shown this once: to be told to the holder, who replaces it on signing in. */
export function FirstPassword({ name, password }: { name: string; password: string }): ReactNode {
  const { t } = useWords();
  return (
    <div role="status" className={css.password}>
      <p>{t('accounts.firstPassword', { name })}</p>
      <p className={css.secret}>{password}</p>
      <p className="soft">{t('accounts.firstPasswordHint')}</p>
    </div>
  );
}
