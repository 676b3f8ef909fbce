import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { lifecyclesQuery } from '../../api/lifecycles.ts';
import { today } from '../../api/server-clock.ts';
import { type SubsidyRow, type SubsidyState, subsidiesQuery, subsidyStates } from '../../api/subsidies.ts';
import { daysBetween } from '../../format/day.ts';
import { money, yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { statesOf } from '../today/next-step.ts';
import { NewBatchPanel } from './new-batch-panel.tsx';
import { SubsidyPanel } from './subsidy-panel.tsx';

const route = getRouteApi('/subsidies');
const isState = (text: string | undefined): text is SubsidyState => subsidyStates.some((state) => state === text);

/** 补贴清单: the longest waiting first; approved ones can be gathered into a batch. */
export function SubsidiesView(): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const session = useSession();
  const { tenant, tenants, nameOf } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // One begins with what waits for one's own hand.
  const lifecycles = useQuery(lifecyclesQuery).data ?? [];
  const own = statesOf('subsidy', session.roles, lifecycles)[0];
  const asked = search.state ?? own;
  const state = isState(asked) ? asked : undefined;
  const query = useInfiniteQuery({ ...subsidiesQuery({ tenant, state }), enabled: lifecycles.length > 0 });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [batching, setBatching] = useState(false);
  const gathers = session.roles.includes('finance');
  const gathered = rows.filter((row) => picked.includes(row.id));
  const flip = (id: string): void =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  const open = (row: SubsidyRow | undefined): void =>
    void navigate({
      search: ({ open: _open, ...rest }) => (row === undefined ? rest : { ...rest, open: `${row.tenant}.${row.id}` }),
      replace: true,
    });

  const columns: readonly Column<SubsidyRow>[] = [
    ...(gathers
      ? [
          {
            key: 'pick',
            title: '',
            width: 36,
            cell: (row: SubsidyRow) =>
              row.actions.includes('batch') ? (
                <Checkbox
                  checked={picked.includes(row.id)}
                  // Money of one centre goes into one batch.
                  disabled={gathered.length > 0 && gathered[0]?.tenant !== row.tenant}
                  aria-label={t('subsidies.pick', { number: row.caseNumber })}
                  onChange={() => flip(row.id)}
                />
              ) : null,
          },
        ]
      : []),
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 210,
      cell: (row) => row.caseNumber,
      text: (row) => row.caseNumber,
    },
    {
      key: 'handler',
      title: t('column.handler'),
      narrow: 'first',
      cell: (row) => row.handlerName,
      text: (row) => row.handlerName,
    },
    {
      key: 'unit',
      title: t('fact.unit'),
      rank: 'extra',
      narrow: 'hide',
      cell: (row) => row.handlerUnit,
      text: (row) => row.handlerUnit,
    },
    {
      key: 'recipient',
      title: t('column.recipient'),
      cell: (row) => row.recipientName,
      text: (row) => row.recipientName,
    },
    {
      key: 'subject',
      title: t('column.subject'),
      narrow: 'hide',
      cell: (row) => row.causeText,
      text: (row) => row.causeText,
    },
    ...(tenants.length > 1 && tenant === undefined
      ? [
          {
            key: 'place',
            title: t('column.place'),
            width: 80,
            cell: (row: SubsidyRow) => nameOf(row.tenant),
            text: (row: SubsidyRow) => nameOf(row.tenant),
          },
        ]
      : []),
    {
      key: 'waits',
      title: t('subsidies.waits'),
      figure: true,
      width: 80,
      cell: (row) => (row.paidOn === null ? t('subsidies.days', { days: daysBetween(row.archivedOn, today()) }) : ''),
      text: (row) => (row.paidOn === null ? String(daysBetween(row.archivedOn, today())) : ''),
    },
    {
      key: 'amount',
      title: t('subsidies.amount'),
      figure: true,
      width: 110,
      cell: (row) => (row.amount === null ? '—' : yuan(row.amount)),
      text: (row) => (row.amount === null ? '' : yuan(row.amount)),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 150,
      cell: (row) => lifecycle.state('subsidy', row.state),
      text: (row) => lifecycle.state('subsidy', row.state),
    },
  ];

  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="subsidies"
        caption={t('subsidies.subsidies')}
        tools={
          <>
            <FilterChips
              label={t('today.filter')}
              chosen={state ?? 'every'}
              onChoose={(key) => void navigate({ search: { state: key }, replace: true })}
              chips={[
                { key: 'every', label: t('today.all') },
                ...subsidyStates.map((key) => ({ key, label: lifecycle.state('subsidy', key) })),
              ]}
            />
            {gathered.length === 0 ? null : (
              <Button type="primary" size="small" onClick={() => setBatching(true)}>
                {t('subsidies.batch', {
                  count: gathered.length,
                  total: money(gathered.reduce((sum, row) => sum + (row.amount ?? 0), 0)),
                })}
              </Button>
            )}
          </>
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={open}
        openKey={search.open?.split('.')[1]}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('subsidies.empty')} hint={t('subsidies.emptyHint')} />}
      />
      {search.open === undefined || batching ? null : (
        <SubsidyPanel key={search.open} address={search.open} onClose={() => open(undefined)} />
      )}
      {batching ? (
        <NewBatchPanel
          of="subsidyIds"
          rows={gathered}
          onClose={() => setBatching(false)}
          onMade={() => {
            setBatching(false);
            setPicked([]);
          }}
        />
      ) : null}
    </>
  );
}
