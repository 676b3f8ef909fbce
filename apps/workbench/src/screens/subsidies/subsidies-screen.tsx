import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { BatchesView } from './batches-view.tsx';
import { CostsView } from './costs-view.tsx';
import { FundsView } from './funds-view.tsx';
import { SubsidiesView } from './subsidies-view.tsx';

const route = getRouteApi('/subsidies');

const views = ['subsidies', 'costs', 'batches', 'funds'] as const;
type View = (typeof views)[number];
const isView = (text: string | undefined): text is View => views.some((view) => view === text);

const screens = { subsidies: SubsidiesView, costs: CostsView, batches: BatchesView, funds: FundsView } as const;

/** 补贴: amounts worked out and approved, batches paid, funds to the fen. */
export function SubsidiesScreen(): ReactNode {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view: View = isView(search.view) ? search.view : 'subsidies';
  const View = screens[view];
  return (
    <>
      <ScreenHead title={t('nav.subsidies')}>
        <FilterChips
          label={t('subsidies.views')}
          chosen={view}
          onChoose={(key) => void navigate({ search: key === 'subsidies' ? {} : { view: key } })}
          chips={views.map((key) => ({ key, label: t(`subsidies.${key}`) }))}
        />
      </ScreenHead>
      <View />
    </>
  );
}
