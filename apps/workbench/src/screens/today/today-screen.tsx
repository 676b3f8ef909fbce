import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { today } from '../../api/server-clock.ts';
import { addressOf, type WorkItem } from '../../api/work-item.ts';
import { clockOf, soonWithin } from '../../format/clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { type NextStep, nextStep, statesOf } from './next-step.ts';
import { Reminders } from './reminders.tsx';
import { useWorkColumns } from './use-work-columns.tsx';
import { useWorklist } from './use-worklist.ts';

const route = getRouteApi('/today');

type Filter = 'all' | 'mine' | 'overdue' | 'soon' | 'awaiting' | 'complaints';

interface Judged {
  readonly item: WorkItem;
  readonly step: NextStep;
}

const keeps: Readonly<Record<Filter, (row: Judged, now: string) => boolean>> = {
  all: () => true,
  mine: ({ step }) => step.kind === 'action' || step.kind === 'approve',
  overdue: ({ item }, now) => clockOf(item.dueOn, now).kind === 'overdue',
  soon: ({ item }, now) => ['today', 'soon'].includes(clockOf(item.dueOn, now).kind),
  awaiting: ({ item }) => item.state === 'AWAITING_SUPPLEMENT',
  complaints: ({ item }) => item.subject === 'complaint',
};

const isFilter = (value: string | undefined): value is Filter => value !== undefined && Object.hasOwn(keeps, value);

/** 今天: everything that waits, by its last day. */
export function TodayScreen(): ReactNode {
  const { t, language } = useWords();
  const session = useSession();
  const { tenant, tenants } = useScope();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const filter: Filter = isFilter(search.filter) ? search.filter : 'all';
  const lifecycles = useQuery(lifecyclesQuery).data ?? [];
  const worklist = useWorklist(tenant, session.roles, lifecycles);
  const now = today();

  const judged = worklist.items.map(
    (item): Judged => ({ item, step: nextStep(item, session.roles, session.account.id, lifecycles) }),
  );
  const rows = judged.filter((row) => keeps[filter](row, now));
  const steps = new Map(judged.map(({ item, step }) => [item.id, step]));
  const columns = useWorkColumns({ steps, manyPlaces: tenants.length > 1 && tenant === undefined });
  const count = (key: Filter): number => judged.filter((row) => keeps[key](row, now)).length;
  const choose = (key: Filter): void => void navigate({ search: key === 'all' ? {} : { filter: key }, replace: true });
  const total = worklist.complete ? String(judged.length) : t('today.atLeast', { count: judged.length });

  return (
    <>
      <ScreenHead
        title={t('today.title')}
        beside={
          <span className="whole">
            {worklist.loading ? '' : [total, dayInWords(now, language, now)].join(t('word.dot'))}
          </span>
        }
      />
      {worklist.error === null ? null : <ProblemNote error={worklist.error} onRetry={worklist.reload} />}
      <Reminders />
      <DataTable
        name="today"
        caption={t('today.title')}
        tools={
          <FilterChips
            label={t('today.filter')}
            chosen={filter}
            onChoose={choose}
            chips={[
              { key: 'all', label: t('today.all') },
              { key: 'mine', label: t('today.mine'), count: count('mine') },
              { key: 'overdue', label: t('today.overdue'), count: count('overdue'), tone: 'zhu' },
              { key: 'soon', label: t('today.soon', { days: soonWithin() }), count: count('soon'), tone: 'amber' },
              ...(statesOf('application', session.roles, lifecycles).length === 0
                ? []
                : [{ key: 'awaiting' as const, label: t('today.awaiting'), count: count('awaiting') }]),
              ...(session.roles.includes('bureauReviewer')
                ? [{ key: 'complaints' as const, label: t('nav.complaints'), count: count('complaints') }]
                : []),
            ]}
          />
        }
        columns={columns}
        rows={rows.map(({ item }) => item)}
        keyOf={(item) => item.id}
        hrefOf={addressOf}
        loading={worklist.loading}
        more={{ has: !worklist.complete && !worklist.loading, loading: worklist.loadingMore, load: worklist.loadMore }}
        empty={
          filter === 'all' ? (
            <Empty title={t('today.empty')} hint={t('today.emptyHint')} />
          ) : (
            <Empty title={t('today.emptyFilter')}>
              <TextButton onClick={() => choose('all')}>{t('today.showAll')}</TextButton>
            </Empty>
          )
        }
      />
    </>
  );
}
