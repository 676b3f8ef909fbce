import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Mark } from '../shell/mark.tsx';
import css from './front.module.css';

/** A page before the desk: signing in, and what must be done before anything else. */
export function Front({ title, hint, children }: { title: string; hint: string; children: ReactNode }): ReactNode {
  const { t } = useWords();
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
        <h1>{title}</h1>
        <p className="soft">{hint}</p>
        {children}
      </main>
    </div>
  );
}
