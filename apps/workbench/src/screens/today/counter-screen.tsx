import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ownIntakeQuery } from '../../api/applications.ts';
import { today } from '../../api/server-clock.ts';
import { fromApplication } from '../../api/work-item.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useWorkColumns } from './use-work-columns.tsx';

/** 本站接收: what a station or village point took in itself, followed to wherever it is decided. */
export function CounterScreen(): ReactNode {
  const { t, language } = useWords();
  const query = useQuery(ownIntakeQuery);
  const items = query.data?.rows.map(fromApplication) ?? [];
  const columns = useWorkColumns({ steps: new Map(), manyPlaces: true }).filter((column) => column.key !== 'next');
  const now = today();
  return (
    <>
      <ScreenHead
        title={t('counter.title')}
        beside={query.isSuccess ? [items.length, dayInWords(now, language, now)].join(t('word.dot')) : undefined}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="counter"
        caption={t('counter.title')}
        columns={columns}
        rows={items}
        keyOf={(item) => item.id}
        loading={query.isPending}
        empty={
          <Empty title={t('counter.empty')} hint={t('counter.emptyHint')}>
            <Link to="/applications/new">{t('consultation.direct')}</Link>
          </Empty>
        }
      />
    </>
  );
}
