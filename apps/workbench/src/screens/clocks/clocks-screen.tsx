import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  type ClockCount,
  type ClockState,
  clockStates,
  clockSummaryQuery,
  clocksQuery,
  type OpenClock,
} from '../../api/clocks.ts';
import { addressOf } from '../../api/work-item.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useStepWords } from '../../parts/step-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './clocks.module.css';
import { RatesView } from './rates-view.tsx';

const route = getRouteApi('/clocks');

const isState = (value: string | undefined): value is ClockState =>
  value !== undefined && (clockStates as readonly string[]).includes(value);

/** 时限: every limit that has not been met, by its last day; which have climbed; and how many were kept. */
export function ClocksScreen(): ReactNode {
  const { t } = useWords();
  const { tenant, nameOf } = useScope();
  const session = useSession();
  const step = useStepWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = isState(search.state) ? search.state : undefined;
  const rates = search.view === 'rates';
  const query = useInfiniteQuery({ ...clocksQuery({ tenant, state }), enabled: !rates });
  const summary = useQuery(clockSummaryQuery(tenant));
  const counts = summary.data?.counts ?? [];
  const count = (of: (one: ClockCount) => boolean): number => counts.filter(of).reduce((sum, { n }) => sum + n, 0);
  const climbed = counts.reduce((sum, one) => sum + one.climbed, 0);
  // The bureau sees that a limit has passed, and no matter that no objection has brought before it (art. 49).
  const opens = session.roles.some((role) => role !== 'bureauReviewer');
  const bureau = session.roles.includes('bureauReviewer');

  const columns: readonly Column<OpenClock>[] = [
    {
      key: 'clock',
      title: t('column.clock'),
      width: 220,
      cell: (row) => (
        <ClockChip
          dueOn={row.dueOn}
          citation={row.citation}
          paused={row.state === 'paused'}
          short={row.subject === 'complaint'}
        />
      ),
      text: (row) => row.dueOn,
    },
    {
      key: 'step',
      title: t('clocks.step'),
      rank: 'lead',
      cell: (row) => (
        <span className={css.step}>
          {step(row.step)}
          {row.promise ? <Tag>{t('clock.promise')}</Tag> : null}
          {row.level === 'climbed' ? (
            <Tag tone="zhu" icon="alert">
              {t('clocks.climbed')}
            </Tag>
          ) : null}
        </span>
      ),
      text: (row) => step(row.step),
    },
    {
      key: 'number',
      title: t('column.number'),
      width: 270,
      cell: (row) => row.number ?? '',
      text: (row) => row.number ?? '',
    },
    {
      key: 'handler',
      title: t('column.handler'),
      width: 110,
      narrow: 'hide',
      cell: (row) => row.handlerName ?? '',
      text: (row) => row.handlerName ?? '',
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 110,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
  ];

  return (
    <>
      <ScreenHead
        title={t('nav.clocks')}
        beside={
          climbed === 0 ? undefined : (
            <Tag tone="zhu" icon="alert">
              {t('clocks.climbedCount', { count: climbed })}
            </Tag>
          )
        }
      >
        <FilterChips
          label={t('clocks.view')}
          chosen={rates ? 'rates' : 'open'}
          onChoose={(view) => void navigate({ search: view === 'rates' ? { view } : {}, replace: true })}
          chips={[
            { key: 'open', label: t('clocks.open') },
            { key: 'rates', label: t('clocks.rates') },
          ]}
        />
      </ScreenHead>
      {rates ? (
        <RatesView />
      ) : (
        <>
          {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
          <DataTable
            name="clocks"
            caption={t('nav.clocks')}
            tools={
              <FilterChips
                label={t('today.filter')}
                chosen={state ?? 'all'}
                onChoose={(key) => void navigate({ search: key === 'all' ? {} : { state: key }, replace: true })}
                chips={[
                  { key: 'all' as const, label: t('today.all'), count: count(() => true) },
                  ...clockStates.map((key) => ({
                    key,
                    label: t(`clocks.state.${key}`),
                    count: count((one) => one.state === key),
                    ...(key === 'overdue'
                      ? { tone: 'zhu' as const }
                      : key === 'soon'
                        ? { tone: 'amber' as const }
                        : {}),
                  })),
                ]}
              />
            }
            columns={columns}
            rows={query.data?.pages.flatMap((page) => page.rows) ?? []}
            keyOf={(row) => row.id}
            hrefOf={(row) => (opens || row.subject === 'complaint' ? pageOf(row, bureau) : undefined)}
            loading={query.isPending}
            more={{
              has: query.hasNextPage,
              loading: query.isFetchingNextPage,
              load: () => void query.fetchNextPage(),
            }}
            empty={<Empty title={t('clocks.empty')} />}
          />
        </>
      )}
    </>
  );
}

/** A limit of a case leads to the case, one of an assessment to the quality officer's page, one of a complaint to the complaint where the bureau asks, any other to the matter. */
export function pageOf(
  { tenant, matterId, subject, subjectId }: Pick<OpenClock, 'tenant' | 'matterId' | 'subject' | 'subjectId'>,
  bureau: boolean,
): string | undefined {
  // Nobody of a centre opens a complaint: it may be about them (art. 56).
  if (subject === 'complaint') return bureau ? addressOf({ subject, tenant, matterId, id: subjectId }) : undefined;
  if (subject === 'assessmentItem') return `/desk/quality/${tenant}/${subjectId}`;
  // A review belongs to its plan.
  if (subject === 'assessmentReview') return `/desk/quality?view=plans&open=${tenant}.${matterId}`;
  return addressOf({ subject: subject === 'case' ? 'case' : 'application', tenant, matterId, id: subjectId });
}
