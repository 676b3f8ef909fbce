import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import {
  type CountedCommitments,
  countedCommitmentsQuery,
  type ListedCommitment,
  pickedFor,
} from '../../api/commitments.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { CommitmentPanel } from './commitment-panel.tsx';

/** The list behind a count of commitments: those of a month or a year, whatever became of them. */
export function CountedView({ counted }: { counted: CountedCommitments }): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  const [open, setOpen] = useState<string>();
  const query = useInfiniteQuery(countedCommitmentsQuery(counted));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const chosen = rows.find((row) => row.applicationId === open);
  const { by, span } = counted;
  const amount = ({ costFen, fineFen }: ListedCommitment): string =>
    costFen === null ? '' : money(costFen + (fineFen ?? 0));
  const why = (row: ListedCommitment): string => (row.pickedFor === null ? '' : t(`commitment.for.${row.pickedFor}`));
  const columns: readonly Column<ListedCommitment>[] = [
    {
      key: 'who',
      title: t('column.recipient'),
      rank: 'lead',
      width: 120,
      cell: (row) => row.recipientName,
      text: (row) => row.recipientName,
    },
    {
      key: 'state',
      title: t('commitment.state'),
      width: 150,
      cell: (row) => lifecycle.state('commitment', row.state),
      text: (row) => lifecycle.state('commitment', row.state),
    },
    { key: 'why', title: t('commitment.why'), width: 130, cell: why, text: why },
    {
      key: 'granted',
      title: t('commitment.grantedOn'),
      width: 170,
      cell: (row) => dayInWords(row.grantedOn, language, today()),
      text: (row) => row.grantedOn,
    },
    ...(by === 'false' || by === 'recovered'
      ? [{ key: 'amount', title: t('commitment.cost'), width: 140, figure: true, cell: amount, text: amount }]
      : []),
    {
      key: 'place',
      title: t('fact.place'),
      width: 110,
      narrow: 'hide',
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'number',
      title: t('column.number'),
      narrow: 'hide',
      cell: (row) => row.applicationNumber,
      text: (row) => row.applicationNumber,
    },
  ];
  return (
    <>
      <ScreenHead
        title={t('nav.commitments')}
        beside={
          <>
            {[
              t(`commitment.${by}In`, { span }),
              ...(counted.tenant === undefined ? [] : [nameOf(counted.tenant)]),
              ...(isOneOf(pickedFor, counted.pickedFor) ? [t(`commitment.for.${counted.pickedFor}`)] : []),
            ].join(t('word.dot'))}{' '}
            <Link to="/commitments">{t('review.showAll')}</Link>
          </>
        }
      />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="commitments-counted"
        caption={t('nav.commitments')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.applicationId}
        onOpen={(row) => setOpen(row.applicationId)}
        openKey={open}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('commitment.empty')} />}
      />
      {chosen === undefined ? null : (
        <CommitmentPanel key={chosen.applicationId} commitment={chosen} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
