import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { findings, isOneOf } from '../../api/codes.ts';
import { type CooperationRequest, requestsQuery } from '../../api/cooperation.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';
import { RequestPanel } from './request-panel.tsx';

/** 协助核查: what other centres ask this one to check, by its last day. */
export function CooperationScreen(): ReactNode {
  const { t, language } = useWords();
  const { tenant, nameOf } = useScope();
  const [state, setState] = useState<'ASKED' | 'ANSWERED'>('ASKED');
  const [open, setOpen] = useState<CooperationRequest>();
  const query = useQuery(requestsQuery({ tenant, state }));
  const due = (row: CooperationRequest): string => dayInWords(row.dueOn, language, today());
  const finding = (row: CooperationRequest): string =>
    isOneOf(findings, row.finding) ? t(`finding.${row.finding}`) : '';
  const columns: readonly Column<CooperationRequest>[] = [
    state === 'ASKED'
      ? {
          key: 'clock',
          title: t('column.clock'),
          width: 196,
          cell: (row) => <ClockChip dueOn={row.dueOn} citation={null} />,
          text: due,
        }
      : { key: 'finding', title: t('cooperation.finding'), width: 120, cell: finding, text: finding },
    {
      key: 'by',
      title: t('cooperation.by'),
      rank: 'lead',
      width: 110,
      cell: (row) => nameOf(row.peerTenant),
      text: (row) => nameOf(row.peerTenant),
    },
    {
      key: 'who',
      title: t('column.recipient'),
      width: 110,
      narrow: 'first',
      cell: (row) => row.applicantName,
      text: (row) => row.applicantName,
    },
    {
      key: 'question',
      title: t('cooperation.question'),
      clamp: true,
      cell: (row) => row.question,
      text: (row) => row.question,
    },
    {
      key: 'number',
      title: t('column.number'),
      width: 190,
      narrow: 'hide',
      cell: (row) => row.applicationNumber,
      text: (row) => row.applicationNumber,
    },
  ];
  return (
    <>
      <ScreenHead title={t('nav.cooperation')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="cooperation"
        caption={t('nav.cooperation')}
        tools={
          <FilterChips
            label={t('today.filter')}
            chosen={state}
            onChoose={setState}
            chips={[
              { key: 'ASKED', label: t('cooperation.open') },
              { key: 'ANSWERED', label: t('cooperation.done') },
            ]}
          />
        }
        columns={columns}
        rows={query.data?.rows ?? []}
        keyOf={(row) => row.id}
        onOpen={setOpen}
        openKey={open?.id}
        loading={query.isPending}
        empty={<Empty title={t('cooperation.empty')} />}
      />
      {open === undefined ? null : <RequestPanel key={open.id} request={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
