import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { changesQuery, type ListedChange } from '../../api/law.ts';
import { today } from '../../api/server-clock.ts';
import { dayOf, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ChangePanel } from './change-panel.tsx';
import css from './law.module.css';
import { useLawWords } from './law-words.ts';

const route = getRouteApi('/law');

/** 变更记录: what waits for a second person first, then everything that was ever proposed. */
export function ChangesView(): ReactNode {
  const { t, side, language } = useWords();
  const words = useLawWords();
  const lifecycle = useLifecycleWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(changesQuery);
  const rows = query.data?.changes ?? [];
  const opened = rows.find(({ id }) => id === search.open);
  const place = (row: ListedChange): string => words.place(row.change.region ?? row.office);
  const columns: readonly Column<ListedChange>[] = [
    {
      key: 'figure',
      title: t('law.figure'),
      rank: 'lead',
      cell: (row) => side(row.label),
      text: (row) => side(row.label),
    },
    {
      key: 'pack',
      title: t('law.pack'),
      narrow: 'hide',
      cell: (row) => side(row.title),
      text: (row) => side(row.title),
    },
    { key: 'place', title: t('column.place'), width: 90, cell: place, text: place },
    {
      key: 'old',
      title: t('law.old'),
      cell: (row) =>
        row.before === null ? '—' : <Marked verified={row.before.verified}>{words.value(row.before.value)}</Marked>,
      text: (row) => (row.before === null ? '' : words.value(row.before.value)),
    },
    {
      key: 'new',
      title: t('law.new'),
      cell: (row) => (
        <Marked verified={row.change.verified}>{words.value({ ...row.before?.value, ...row.change.value })}</Marked>
      ),
      text: (row) => words.value({ ...row.before?.value, ...row.change.value }),
    },
    {
      key: 'from',
      title: t('law.field.effectiveFrom'),
      width: 130,
      cell: (row) => dayShort(row.effectiveFrom, language, today()),
      text: (row) => row.effectiveFrom,
    },
    {
      key: 'by',
      title: t('law.proposedBy'),
      width: 150,
      cell: (row) => `${row.proposedByName} ${dayShort(dayOf(row.proposedAt), language, today())}`,
      text: (row) => row.proposedByName,
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 150,
      cell: (row) => (
        <span className={css.marks}>
          <Tag tone={row.state === 'PROPOSED' ? 'amber' : row.state === 'APPROVED' ? 'green' : 'quiet'}>
            {lifecycle.state('policyChange', row.state)}
          </Tag>
          {row.correction ? <Tag tone="zhu">{t('law.correctionMark')}</Tag> : null}
        </span>
      ),
      text: (row) => lifecycle.state('policyChange', row.state),
    },
  ];
  const open = (row: ListedChange | undefined): void =>
    void navigate({
      search: row === undefined ? { view: 'changes' } : { view: 'changes', open: row.id },
      replace: true,
    });
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="law-changes"
        caption={t('law.changes')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={open}
        openKey={search.open}
        loading={query.isPending}
        empty={<Empty title={t('law.noChanges')} hint={t('law.noChangesHint')} />}
      />
      {opened === undefined ? null : <ChangePanel key={opened.id} change={opened} onClose={() => open(undefined)} />}
    </>
  );
}

/** A figure, with 待核实 where nobody has confirmed it. */
function Marked({ verified, children }: { verified: boolean; children: string }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {children} {verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
    </>
  );
}
