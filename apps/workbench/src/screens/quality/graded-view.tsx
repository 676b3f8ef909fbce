import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { gradedQuery, grades, type ResultLine } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { useResultColumns } from '../peer-review/result-columns.tsx';
import { CountedHead } from './counted-head.tsx';

const route = getRouteApi('/quality');

/** 评估结果: every case whose grade was told, the latest first. A count of the statistics opens here too. */
export function GradedView({ chips }: { chips: ReactNode }): ReactNode {
  const { t } = useWords();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const grade = isOneOf(grades, search.grade) ? search.grade : undefined;
  const query = useInfiniteQuery(gradedQuery({ tenant: search.tenant ?? scope.tenant, grade, span: search.span }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const shared = useResultColumns();
  return (
    <>
      <CountedHead
        title={t('peer.results')}
        view="graded"
        spanWords={(span) => t('result.toldIn', { span })}
        chips={chips}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="graded"
        caption={t('peer.results')}
        tools={
          <FilterChips
            label={t('result.grade')}
            chosen={grade ?? 'every'}
            onChoose={(key) =>
              void navigate({
                search: ({ grade: _grade, ...rest }) => (key === 'every' ? rest : { ...rest, grade: key }),
                replace: true,
              })
            }
            chips={[
              { key: 'every', label: t('result.everyGrade') },
              ...grades.map((key) => ({ key, label: t(`grade.${key}`) })),
            ]}
          />
        }
        columns={[
          ...shared,
          {
            key: 'place',
            title: t('column.place'),
            width: 88,
            cell: (row: ResultLine) => scope.nameOf(row.tenant),
            text: (row: ResultLine) => scope.nameOf(row.tenant),
          },
        ]}
        rows={rows}
        keyOf={(row) => row.itemId}
        hrefOf={(row) => `/desk/quality/${row.tenant}/${row.itemId}`}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('result.noneTold')} hint={t('result.noneToldHint')} />}
      />
    </>
  );
}
