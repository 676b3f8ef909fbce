import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../locales/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../session/gate.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './mark.tsx';
import { navigationFor } from './navigation.ts';
import { ScopeChip } from './scope-chip.tsx';
import { ScopeProvider } from './scope-provider.tsx';
import { Search } from './search.tsx';
import css from './shell.module.css';

/** The frame of the desk: the work on the left, search and place on top, one screen in the middle. */
export function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [menu, setMenu] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the menu
  useEffect(() => setMenu(false), [path]);

  return (
    <ScopeProvider>
      <a className={css.skip} href="#screen">
        {t('desk.skip')}
      </a>
      <div className={css.shell}>
        <header className={css.header}>
          <button
            type="button"
            className={css.menu}
            aria-expanded={menu}
            aria-controls="stations"
            onClick={() => setMenu(!menu)}
          >
            <Icon name={menu ? 'cross' : 'menu'} size={18} />
            <span className="unseen">{t('desk.menu')}</span>
          </button>
          <Link to="/" className={css.brand} aria-label={t('desk.name')}>
            <Mark />
            <span>{t('desk.short')}</span>
          </Link>
          <Search />
          <div className={css.right}>
            {session.demonstration ? <span className={css.demonstration}>{t('desk.demonstration')}</span> : null}
            <ScopeChip />
            <AccountMenu />
          </div>
        </header>
        <nav id="stations" className={menu ? `${css.nav} ${css.open}` : css.nav} aria-label={t('desk.stations')}>
          <ul>
            {navigationFor(session).map((item) => (
              <li key={item.path}>
                <Link
                  to={item.path}
                  className={css.station}
                  activeProps={{ className: `${css.station} ${css.here}`, 'aria-current': 'page' }}
                >
                  {t(item.label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <main id="screen" className={css.screen} tabIndex={-1}>
          {children}
        </main>
      </div>
    </ScopeProvider>
  );
}
