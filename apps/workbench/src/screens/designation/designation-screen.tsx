import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesQuery } from '../../api/cases.ts';
import { fromCase } from '../../api/work-item.ts';
import { useWords } from '../../locales/i18n.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { useWorkColumns } from '../today/use-work-columns.tsx';

/** 指派: granted cases that wait for a handler, by the day they must have one. */
export function DesignationScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant, tenants } = useScope();
  const query = useInfiniteQuery(casesQuery({ tenant, desk: 'designation' }));
  const items = query.data?.pages.flatMap((page) => page.rows.map(fromCase)) ?? [];
  const may = session.roles.includes('designator');
  const steps = new Map(
    items.map((item) => [
      item.id,
      // What is on offer or at a firm waits for others.
      may && item.state === 'AWAITING_DESIGNATION'
        ? ({ kind: 'action', event: 'designate' } as const)
        : ({ kind: 'none' } as const),
    ]),
  );
  const columns = useWorkColumns({ steps, manyPlaces: tenants.length > 1 && tenant === undefined });
  return (
    <>
      <ScreenHead
        title={t('nav.designation')}
        beside={t('designation.hint')}
        actions={may ? <Link to="/notices/new">{t('notice.title')}</Link> : undefined}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="designation"
        caption={t('nav.designation')}
        columns={columns}
        rows={items}
        keyOf={(item) => item.id}
        hrefOf={(item) => `/desk/designation/${item.tenant}/${item.id}`}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('designation.empty')} hint={t('designation.emptyHint')} />}
      />
    </>
  );
}
