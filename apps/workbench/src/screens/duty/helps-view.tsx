import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { documentAddress } from '../../api/documents.ts';
import { type DutyHelp, helpsQuery } from '../../api/duty.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

/** 法律帮助台账. */
export function HelpsView({ tenant }: { tenant: string }): ReactNode {
  const { t, language } = useWords();
  const query = useInfiniteQuery(helpsQuery(tenant));
  const services = (row: DutyHelp): string =>
    row.services.map((service) => t(`dutyService.${service}`)).join(t('word.list'));
  const text = (key: string, title: string, of: (row: DutyHelp) => string, more: object = {}): Column<DutyHelp> => ({
    key,
    title,
    cell: of,
    text: of,
    ...more,
  });
  const columns: readonly Column<DutyHelp>[] = [
    text('on', t('duty.days'), (row) => dayShort(row.helpedOn, language, today()), { width: 100 }),
    text('person', t('duty.person'), (row) => row.personName, { width: 150, narrow: 'first' }),
    text('stage', t('entry.stage'), (row) => t(`stage.${row.stage}`), { width: 100 }),
    text('services', t('duty.services'), services),
    text('outcome', t('duty.outcome'), (row) => t(`dutyOutcome.${row.outcome}`), { width: 150 }),
    text('signature', t('duty.signature'), (row) => t(`dutySignature.${row.signature}`), { width: 120 }),
    text('lawyer', t('duty.lawyer'), (row) => row.handlerName, { width: 150 }),
    {
      key: 'paper',
      title: t('duty.paper'),
      width: 110,
      cell: (row) =>
        row.plea === null ? null : (
          <a href={documentAddress(tenant, row.plea.documentId, 'pdf')} target="_blank" rel="noreferrer">
            {t('duty.pleaPaper')}
          </a>
        ),
      text: (row) => row.plea?.charge ?? '',
    },
    text('mode', t('duty.mode'), (row) => t(`dutyMode.${row.mode}`), { width: 96 }),
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="duty-helps"
        caption={t('duty.helps')}
        columns={columns}
        rows={query.data?.pages.flatMap((page) => page.rows) ?? []}
        keyOf={(row) => row.id}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('duty.noHelps')} hint={t('duty.noHelpsHint')} />}
      />
    </>
  );
}
