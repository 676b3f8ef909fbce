import { type ReactNode, useEffect } from 'react';
import { useWords } from '../locales/i18n.ts';
import css from './screen-head.module.css';

interface ScreenHeadProps {
  readonly title: string;
  /** Beside the title: a count, a day. */
  readonly beside?: ReactNode;
  /** On the right: what can be begun here. */
  readonly actions?: ReactNode;
  /** Below: filters. */
  readonly children?: ReactNode;
}

/** The head of a screen; its title is the window's title too. */
export function ScreenHead({ title, beside, actions, children }: ScreenHeadProps): ReactNode {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('desk.name')}`;
  }, [title, t]);
  return (
    <header className={css.head}>
      <div className={css.line}>
        <h1>{title}</h1>
        {beside === undefined ? null : <div className={`${css.beside} beside`}>{beside}</div>}
        {actions === undefined ? null : <div className={css.actions}>{actions}</div>}
      </div>
      {children === undefined ? null : <div className={css.below}>{children}</div>}
    </header>
  );
}
