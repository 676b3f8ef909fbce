import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { today } from '../../api/server-clock.ts';
import {
  type Supervision,
  supervisionAddress,
  supervisionFindings,
  supervisionKinds,
  supervisionsQuery,
} from '../../api/supervision.ts';
import { dayInWords, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { FindingTag } from '../../parts/finding-tag.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ListTools, Pick } from '../../parts/list-tools.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { CountedHead } from './counted-head.tsx';

const route = getRouteApi('/quality');

/** 督促检查: what was seen of cases, the newest first, by how far each record is. A count of the statistics opens here too. */
export function SupervisionsView({ chips }: { chips: ReactNode }): ReactNode {
  const { t, language, side } = useWords();
  const lifecycle = useLifecycleWords();
  const scope = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { span } = search;
  const tenant = search.tenant ?? scope.tenant;
  const states = useQuery(lifecyclesQuery).data?.find(({ name }) => name === 'supervision')?.states ?? {};
  const state = search.state !== undefined && Object.hasOwn(states, search.state) ? search.state : undefined;
  const kind = isOneOf(supervisionKinds, search.kind) ? search.kind : undefined;
  const finding = isOneOf(supervisionFindings, search.finding) ? search.finding : undefined;
  const query = useInfiniteQuery(supervisionsQuery({ tenant, state, kind, finding, span }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const day = (on: string): string => dayShort(on, language, today());
  const choose = (change: { readonly [K in 'state' | 'kind' | 'finding']?: string | undefined }): void =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
      replace: true,
    });

  const columns: readonly Column<Supervision>[] = [
    {
      key: 'clock',
      title: t('column.clock'),
      width: 120,
      cell: (row) => <ClockChip dueOn={row.dueOn} short />,
      text: (row) => (row.dueOn === null ? '' : dayInWords(row.dueOn, language, today())),
    },
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 220,
      cell: (row) => row.caseNumber,
      text: (row) => row.caseNumber,
    },
    {
      key: 'kind',
      title: t('supervision.kind'),
      narrow: 'first',
      cell: (row) => t(`supervision.kind.${row.kind}`),
      text: (row) => t(`supervision.kind.${row.kind}`),
    },
    {
      key: 'finding',
      title: t('supervision.finding'),
      width: 100,
      cell: (row) => <FindingTag finding={row.finding} />,
      text: (row) => t(`supervision.finding.${row.finding}`),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 140,
      cell: (row) => lifecycle.state('supervision', row.state),
      text: (row) => lifecycle.state('supervision', row.state),
    },
    {
      key: 'handler',
      title: t('column.handler'),
      width: 100,
      cell: (row) => row.handlerName ?? '',
      text: (row) => row.handlerName ?? '',
    },
    {
      key: 'by',
      title: t('supervision.recordedBy'),
      width: 100,
      narrow: 'hide',
      cell: (row) => row.recordedByName,
      text: (row) => row.recordedByName,
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 88,
      cell: (row) => scope.nameOf(row.tenant),
      text: (row) => scope.nameOf(row.tenant),
    },
    {
      key: 'on',
      title: t('supervision.on'),
      width: 110,
      cell: (row) => <span className="whole">{day(row.happenedOn)}</span>,
      text: (row) => row.happenedOn,
    },
  ];
  return (
    <>
      <CountedHead
        title={t('supervision.title')}
        view="supervision"
        spanWords={(seen) => t('supervision.seenIn', { span: seen })}
        chips={chips}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="supervisions"
        caption={t('supervision.title')}
        tools={
          <ListTools>
            <FilterChips
              label={t('column.state')}
              chosen={state ?? 'every'}
              onChoose={(key) => choose({ state: key === 'every' ? undefined : key })}
              chips={[
                { key: 'every', label: t('supervision.everyState') },
                ...Object.entries(states).map(([key, text]) => ({ key, label: side(text) })),
              ]}
            />
            <Pick
              label={t('supervision.kind')}
              every={t('supervision.everyKind')}
              chosen={kind}
              options={supervisionKinds.map((value) => ({ value, label: t(`supervision.kind.${value}`) }))}
              onChoose={(key) => choose({ kind: key })}
            />
            <Pick
              label={t('supervision.finding')}
              every={t('supervision.everyFinding')}
              chosen={finding}
              options={supervisionFindings.map((value) => ({ value, label: t(`supervision.finding.${value}`) }))}
              onChoose={(key) => choose({ finding: key })}
            />
          </ListTools>
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.supervisionId}
        hrefOf={supervisionAddress}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('supervision.none')} hint={t('supervision.noneHint')} />}
      />
    </>
  );
}
