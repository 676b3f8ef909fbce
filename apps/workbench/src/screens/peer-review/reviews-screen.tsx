import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isOneOf, matterClasses } from '../../api/codes.ts';
import { type MyReview, myReviewsQuery, ownResultsQuery } from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useResultColumns } from './result-columns.tsx';

const route = getRouteApi('/reviews');

/** 同行评估 for whoever handles cases: what I am asked to review, and how my own cases were assessed. */
export function ReviewsScreen(): ReactNode {
  const { t } = useWords();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const results = view === 'results';
  return (
    <>
      <ScreenHead title={t('nav.reviews')}>
        <FilterChips
          label={t('today.filter')}
          chosen={results ? 'results' : 'mine'}
          onChoose={(next) => void navigate({ search: next === 'results' ? { view: next } : {} })}
          chips={[
            { key: 'mine', label: t('peer.mine') },
            { key: 'results', label: t('peer.results') },
          ]}
        />
      </ScreenHead>
      {results ? <Results /> : <Mine />}
    </>
  );
}

function Mine(): ReactNode {
  const { t, language } = useWords();
  const query = useQuery(myReviewsQuery);
  const day = (on: string): string => dayShort(on, language, today());
  const done = (row: MyReview): string =>
    row.handedInOn === null ? t('peer.toDo') : t('peer.handedInOn', { day: day(row.handedInOn) });
  const columns: readonly Column<MyReview>[] = [
    {
      key: 'due',
      title: t('peer.dueOn'),
      width: 130,
      narrow: 'first',
      cell: (row) => <span className="whole">{day(row.dueOn)}</span>,
      text: (row) => row.dueOn,
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      cell: (row) => row.caseNumber,
      text: (row) => row.caseNumber,
    },
    {
      key: 'class',
      title: t('column.class'),
      width: 110,
      cell: (row) => (isOneOf(matterClasses, row.class) ? t(`class.${row.class}`) : row.class),
      text: (row) => row.class,
    },
    {
      key: 'round',
      title: t('peer.round'),
      width: 110,
      cell: (row) => t(row.round === 1 ? 'peer.round.first' : 'peer.round.again'),
      text: (row) => String(row.round),
    },
    { key: 'state', title: t('column.state'), width: 160, cell: done, text: done },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="my-reviews"
        caption={t('peer.mine')}
        columns={columns}
        rows={query.data?.rows ?? []}
        keyOf={(row) => row.id}
        hrefOf={(row) => `/desk/reviews/${row.tenant}/${row.id}`}
        loading={query.isPending}
        empty={<Empty title={t('peer.none')} hint={t('peer.noneHint')} />}
      />
    </>
  );
}

function Results(): ReactNode {
  const { t } = useWords();
  const query = useQuery(ownResultsQuery);
  const columns = useResultColumns();
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="assessment-results"
        caption={t('peer.results')}
        columns={columns}
        rows={query.data?.rows ?? []}
        keyOf={(row) => row.itemId}
        hrefOf={(row) => `/desk/results/${row.tenant}/${row.itemId}`}
        loading={query.isPending}
        empty={<Empty title={t('result.none')} hint={t('result.noneHint')} />}
      />
    </>
  );
}
