import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { HelpsView } from './helps-view.tsx';
import { RotaView } from './rota-view.tsx';

const route = getRouteApi('/duty');

const views = ['rota', 'helps'] as const;

/** 值班: who sits where in a week, and what help was given. */
export function DutyScreen(): ReactNode {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const tenant = scope.tenant ?? scope.tenants[0]?.code ?? '';
  const view = search.view === 'helps' ? 'helps' : 'rota';
  return (
    <>
      <ScreenHead title={t('nav.duty')} beside={scope.tenants.length > 1 ? scope.nameOf(tenant) : undefined}>
        <FilterChips
          label={t('duty.views')}
          chosen={view}
          onChoose={(key) => void navigate({ search: key === 'rota' ? {} : { view: key } })}
          chips={views.map((key) => ({ key, label: t(`duty.${key}`) }))}
        />
      </ScreenHead>
      {view === 'rota' ? <RotaView tenant={tenant} /> : <HelpsView tenant={tenant} />}
    </>
  );
}
