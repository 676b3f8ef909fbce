import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { type Batch, batchesQuery } from '../../api/subsidies.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { yuan } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { BatchPanel } from './batch-panel.tsx';

const route = getRouteApi('/subsidies');

/** 支付批次, newest first. */
export function BatchesView(): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const { tenant, nameOf } = useScope();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(batchesQuery(tenant));
  const open = (batch: Batch | undefined): void =>
    void navigate({
      search: ({ open: _open, ...rest }) =>
        batch === undefined ? rest : { ...rest, open: `${batch.tenant}.${batch.id}` },
      replace: true,
    });
  const columns: readonly Column<Batch>[] = [
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      cell: (batch) => batch.number,
      text: (batch) => batch.number,
    },
    {
      key: 'place',
      title: t('column.place'),
      cell: (batch) => nameOf(batch.tenant),
      text: (batch) => nameOf(batch.tenant),
    },
    {
      key: 'made',
      title: t('batch.madeOn'),
      cell: (batch) => dayShort(dayOf(batch.createdAt), language, today()),
      text: (batch) => dayOf(batch.createdAt),
    },
    {
      key: 'payments',
      title: t('batch.payments'),
      figure: true,
      cell: (batch) => batch.payments,
      text: (batch) => String(batch.payments),
    },
    {
      key: 'total',
      title: t('batch.total'),
      figure: true,
      cell: (batch) => yuan(batch.total),
      text: (batch) => yuan(batch.total),
    },
    {
      key: 'paidOn',
      title: t('subsidies.paidOn'),
      cell: (batch) => (batch.paidOn === null ? '' : dayShort(batch.paidOn, language, today())),
      text: (batch) => batch.paidOn ?? '',
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (batch) => lifecycle.state('paymentBatch', batch.state),
      text: (batch) => lifecycle.state('paymentBatch', batch.state),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="batches"
        caption={t('subsidies.batches')}
        columns={columns}
        rows={query.data?.batches ?? []}
        keyOf={(batch) => batch.id}
        onOpen={open}
        openKey={search.open?.split('.')[1]}
        loading={query.isPending}
        empty={<Empty title={t('batch.empty')} hint={t('batch.emptyHint')} />}
      />
      {search.open === undefined ? null : (
        <BatchPanel key={search.open} address={search.open} onClose={() => open(undefined)} />
      )}
    </>
  );
}
