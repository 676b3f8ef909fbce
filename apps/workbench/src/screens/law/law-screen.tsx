import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { changesQuery } from '../../api/law.ts';
import { useWords } from '../../locales/i18n.ts';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { ChangesView } from './changes-view.tsx';
import { CompareView } from './compare-view.tsx';
import { PackView } from './pack-view.tsx';
import { PacksView } from './packs-view.tsx';

const route = getRouteApi('/law');

const views = ['packs', 'compare', 'changes'] as const;
type View = (typeof views)[number];

/** 法规与标准: what the rules say, what differs between two days, and who changed which figure. */
export function LawScreen(): ReactNode {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view: View = views.find((one) => one === search.view) ?? 'packs';
  const waiting = useQuery(changesQuery).data?.changes.filter(({ allowedActions }) =>
    allowedActions.includes('approve'),
  );
  return (
    <>
      <ScreenHead title={t('law.title')}>
        <FilterChips
          label={t('law.views')}
          chosen={view}
          onChoose={(key) => void navigate({ search: key === 'packs' ? {} : { view: key } })}
          chips={views.map((key) => ({
            key,
            label: t(`law.${key}`),
            ...(key === 'changes' && waiting !== undefined && waiting.length > 0
              ? { count: waiting.length, tone: 'amber' as const }
              : {}),
          }))}
        />
      </ScreenHead>
      {view === 'compare' ? <CompareView /> : null}
      {view === 'changes' ? <ChangesView /> : null}
      {view === 'packs' ? search.pack === undefined ? <PacksView /> : <PackView packKey={search.pack} /> : null}
    </>
  );
}
