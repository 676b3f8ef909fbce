import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isOneOf } from '../../api/codes.ts';
import { type Commitment, type CommitmentState, commitmentCounts, commitmentsQuery } from '../../api/commitments.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { CommitmentPanel } from './commitment-panel.tsx';
import { CountedView } from './counted-view.tsx';

const route = getRouteApi('/commitments');

/** What the centre works through; the bureau sees only what is for it to order. */
const ofCentre = ['TO_CHECK', 'DOUBTED', 'FALSE', 'CONFIRMED', 'STANDING'] as const;
const ofBureau = ['FALSE', 'RECOVERY_ORDERED', 'REPAID'] as const;

/** 诚信承诺: those drawn are checked by their last day; what follows from a false one. A count of the statistics opens here too. */
export function CommitmentsScreen(): ReactNode {
  const { by, span, tenant, pickedFor } = route.useSearch();
  const scope = useScope();
  if (isOneOf(commitmentCounts, by) && span !== undefined)
    return <CountedView counted={{ by, span, tenant: tenant ?? scope.tenant, pickedFor }} />;
  return <ByState />;
}

function ByState(): ReactNode {
  const { t, language } = useWords();
  const lifecycle = useLifecycleWords();
  const session = useSession();
  const { tenant, nameOf } = useScope();
  const states: readonly CommitmentState[] = session.roles.includes('bureauReviewer') ? ofBureau : ofCentre;
  // The day's list leads to one of them.
  const search = route.useSearch();
  const [state, setState] = useState<CommitmentState>(
    states.find((one) => one === search.state) ?? states[0] ?? 'TO_CHECK',
  );
  const [open, setOpen] = useState(search.open);
  const query = useQuery(commitmentsQuery({ tenant, state }));
  const rows = query.data?.rows ?? [];
  const chosen = rows.find((row) => row.applicationId === open);
  const day = (on: string): string => dayInWords(on, language, today());
  const why = (row: Commitment): string => (row.pickedFor === null ? '' : t(`commitment.for.${row.pickedFor}`));
  const columns: readonly Column<Commitment>[] = [
    ...(state === 'TO_CHECK'
      ? [
          {
            key: 'clock',
            title: t('column.clock'),
            width: 196,
            cell: (row: Commitment) => (row.dueOn === null ? null : <ClockChip dueOn={row.dueOn} citation={null} />),
            text: (row: Commitment) => (row.dueOn === null ? '' : day(row.dueOn)),
          },
        ]
      : []),
    {
      key: 'who',
      title: t('column.recipient'),
      rank: 'lead',
      width: 120,
      cell: (row) => row.recipientName,
      text: (row) => row.recipientName,
    },
    { key: 'why', title: t('commitment.why'), width: 150, cell: why, text: why },
    {
      key: 'granted',
      title: t('commitment.grantedOn'),
      width: 170,
      narrow: 'hide',
      cell: (row) => day(row.grantedOn),
      text: (row) => day(row.grantedOn),
    },
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
      <ScreenHead title={t('nav.commitments')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="commitments"
        caption={t('nav.commitments')}
        tools={
          <FilterChips
            label={t('today.filter')}
            chosen={state}
            onChoose={setState}
            chips={states.map((key) => ({ key, label: lifecycle.state('commitment', key) }))}
          />
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.applicationId}
        onOpen={(row) => setOpen(row.applicationId)}
        openKey={open}
        loading={query.isPending}
        empty={<Empty title={t('commitment.empty')} />}
      />
      {chosen === undefined ? null : (
        <CommitmentPanel key={chosen.applicationId} commitment={chosen} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
