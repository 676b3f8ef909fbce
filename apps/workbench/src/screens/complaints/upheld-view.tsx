import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type UpheldComplaint, type UpheldFilter, upheldQuery } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';

/** 成立的投诉 for whoever looks after cases and handlers: whom, on what ground, with what measure. Who complained is nowhere in it. */
export function UpheldView({ filter }: { filter: UpheldFilter }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const { nameOf } = useScope();
  const { tenant, ground, againstKind, handlerId, agencyId, matterId, decided } = filter;
  const query = useInfiniteQuery(upheldQuery({ tenant, ground, againstKind, handlerId, agencyId, matterId, decided }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const measures = (row: UpheldComplaint): string =>
    row.measures.map((measure) => t(`complaint.measure.${measure}`)).join(t('word.list'));
  const columns: readonly Column<UpheldComplaint>[] = [
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      width: 190,
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    { key: 'grounds', title: t('complaint.grounds'), narrow: 'first', cell: words.groundsOf, text: words.groundsOf },
    { key: 'against', title: t('complaint.against'), width: 150, cell: words.against, text: words.against },
    {
      key: 'outcome',
      title: t('complaint.outcome'),
      width: 120,
      cell: (row) => t(`complaint.outcome.${row.outcome}`),
      text: (row) => t(`complaint.outcome.${row.outcome}`),
    },
    { key: 'measures', title: t('complaint.measures'), cell: measures, text: measures },
    {
      key: 'matter',
      title: t('complaint.matter'),
      width: 200,
      narrow: 'hide',
      cell: (row) => row.matterNumber ?? '',
      text: (row) => row.matterNumber ?? '',
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 88,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'decided',
      title: t('complaint.decidedOn'),
      width: 110,
      cell: (row) => <span className="whole">{dayShort(row.decidedOn, language, today())}</span>,
      text: (row) => row.decidedOn,
    },
  ];
  return (
    <>
      <ScreenHead
        title={t('complaint.upheldTitle')}
        beside={decided === undefined ? undefined : t('complaint.decidedIn', { span: decided })}
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="upheld"
        caption={t('complaint.upheldTitle')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        hrefOf={({ tenant: at, matterId: about, caseId }) =>
          about === null ? undefined : `/desk/matters/${at}/${about}${caseId === null ? '' : `?case=${caseId}`}`
        }
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('complaint.noneUpheld')} />}
      />
    </>
  );
}
