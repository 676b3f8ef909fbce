import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { type ParkedJob, parkedQuery, retryJob } from '../../api/system.ts';
import { dayOf, dayShort, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';

/** 搁置的发送任务: tried, failed, put aside; to be looked at and sent again. */
export function ParkedView(): ReactNode {
  const { t, language } = useWords();
  const { nameOf } = useScope();
  const client = useQueryClient();
  const query = useQuery(parkedQuery);
  const again = useMutation({
    mutationFn: retryJob,
    onSuccess: () => client.invalidateQueries({ queryKey: parkedQuery.queryKey }),
  });
  const columns: readonly Column<ParkedJob>[] = [
    { key: 'topic', title: t('parked.topic'), narrow: 'first', cell: (job) => job.topic, text: (job) => job.topic },
    { key: 'place', title: t('column.place'), cell: (job) => nameOf(job.tenant), text: (job) => nameOf(job.tenant) },
    {
      key: 'attempts',
      title: t('parked.attempts'),
      figure: true,
      width: 80,
      cell: (job) => job.attempts,
      text: (job) => String(job.attempts),
    },
    { key: 'error', title: t('parked.error'), cell: (job) => job.lastError ?? '', text: (job) => job.lastError ?? '' },
    {
      key: 'since',
      title: t('parked.since'),
      cell: (job) => (
        <span className="whole">
          {dayShort(dayOf(job.createdAt), language, today())} {timeOf(job.createdAt)}
        </span>
      ),
      text: (job) => job.createdAt,
    },
    {
      key: 'again',
      title: '',
      width: 110,
      cell: (job) => (
        <Button
          size="small"
          loading={again.isPending && again.variables?.id === job.id}
          onClick={() => again.mutate(job)}
        >
          {t('parked.again')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {again.isError ? <ProblemNote error={again.error} /> : null}
      <DataTable
        name="parked"
        caption={t('system.parked')}
        columns={columns}
        rows={query.data?.rows ?? []}
        keyOf={(job) => job.id}
        loading={query.isPending}
        empty={<Empty title={t('parked.empty')} hint={t('parked.emptyHint')} />}
      />
    </>
  );
}
