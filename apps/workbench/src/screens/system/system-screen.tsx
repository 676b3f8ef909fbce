import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { AccountsView } from './accounts-view.tsx';
import { CalendarView } from './calendar-view.tsx';
import { ParkedView } from './parked-view.tsx';

const route = getRouteApi('/system');

/** Which of the three administrators sees what: their duties are kept apart. */
const views = {
  accounts: ['securityAdmin', 'auditAdmin'],
  parked: ['systemAdmin'],
  calendar: ['systemAdmin'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type View = keyof typeof views;

/** 系统: accounts, parked work, the calendar of working days. */
export function SystemScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const seen = (Object.keys(views) as View[]).filter((view) =>
    views[view].some((role) => session.roles.includes(role)),
  );
  const view = seen.find((one) => one === search.view) ?? seen[0];
  return (
    <>
      <ScreenHead title={t('nav.system')}>
        {seen.length < 2 || view === undefined ? null : (
          <FilterChips
            label={t('system.views')}
            chosen={view}
            onChoose={(key) => void navigate({ search: { view: key } })}
            chips={seen.map((key) => ({ key, label: t(`system.${key}`) }))}
          />
        )}
      </ScreenHead>
      {view === 'accounts' ? <AccountsView /> : null}
      {view === 'parked' ? <ParkedView /> : null}
      {view === 'calendar' ? <CalendarView /> : null}
    </>
  );
}
