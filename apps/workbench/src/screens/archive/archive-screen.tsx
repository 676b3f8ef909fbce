import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ArchiveLine, type ArchiveView, archivesQuery, archiveViews } from '../../api/archives.ts';
import { isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './archive.module.css';
import { ArchivePanel } from './archive-panel.tsx';
import { DestructionsView } from './destructions-view.tsx';
import { ProposePanel } from './propose-panel.tsx';

const route = getRouteApi('/archive');
const pageSize = 200;

/** 档案: what falls due, what is held, what is proposed for destruction; and the one PDF of every file. */
export function ArchiveScreen(): ReactNode {
  const { t } = useWords();
  const { view: asked, open } = route.useSearch();
  const navigate = useNavigate();
  const session = useSession();
  const { tenant } = useScope();
  const [search, setSearch] = useState('');
  const view = asked === 'proposals' || isOneOf(archiveViews, asked) ? asked : 'due';
  const register: ArchiveView = view === 'proposals' ? 'due' : view;
  const query = useQuery(
    archivesQuery({ tenant, view: register, search: search === '' ? undefined : search, limit: pageSize }),
  );
  const counts = query.data?.counts;
  const go = (next: string, row?: string) =>
    void navigate({ to: '/archive', search: { view: next, ...(row === undefined ? {} : { open: row }) } });
  const mayPropose = ['archivist', 'manager'].some((role) => session.roles.includes(role));
  return (
    <>
      <ScreenHead title={t('nav.archive')}>
        <FilterChips
          label={t('today.filter')}
          chosen={view}
          onChoose={(next) => go(next)}
          chips={[
            { key: 'due', label: t('archive.view.due'), count: counts?.due, tone: 'amber' },
            { key: 'held', label: t('archive.view.held'), count: counts?.held },
            { key: 'proposals', label: t('archive.view.proposals') },
            { key: 'permanent', label: t('archive.view.permanent') },
            { key: 'destroyed', label: t('archive.view.destroyed'), count: counts?.destroyed },
            { key: 'all', label: t('archive.view.all') },
          ]}
        />
      </ScreenHead>
      {view === 'proposals' ? (
        <DestructionsView tenant={tenant} open={open} onOpen={(row) => go('proposals', row)} />
      ) : (
        <>
          {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
          <Register
            view={view}
            rows={query.data?.rows ?? []}
            loading={query.isPending}
            open={open}
            onOpen={(row) => go(view, row)}
            tools={
              <Input.Search
                className={css.search ?? ''}
                aria-label={t('archive.search')}
                placeholder={t('archive.search')}
                allowClear
                onSearch={(typed) => setSearch(typed.trim())}
              />
            }
          />
          {view === 'due' && mayPropose ? <ProposePanel rows={query.data?.rows ?? []} /> : null}
        </>
      )}
    </>
  );
}

interface RegisterProps {
  readonly view: ArchiveView;
  readonly rows: readonly ArchiveLine[];
  readonly loading: boolean;
  readonly open: string | undefined;
  readonly onOpen: (row: string | undefined) => void;
  readonly tools: ReactNode;
}

function Register({ view, rows, loading, open, onOpen, tools }: RegisterProps): ReactNode {
  const { t, language } = useWords();
  const { nameOf } = useScope();
  const day = (on: string): string => dayShort(on, language, today());
  const due = (row: ArchiveLine): string => (row.dueOn === null ? t('archive.forEver') : day(row.dueOn));
  const keyOf = (row: ArchiveLine): string => `${row.tenant}.${row.id}`;
  // A link may open a file that is on no page of the list.
  const [openTenant, openId] = open?.split('.') ?? [];
  const columns: readonly Column<ArchiveLine>[] = [
    {
      key: 'number',
      title: t('archive.number'),
      rank: 'lead',
      width: 290,
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'who',
      title: t('column.recipient'),
      width: 120,
      cell: (row) => row.recipientName,
      text: (row) => row.recipientName,
    },
    {
      key: 'cause',
      title: t('archive.cause'),
      narrow: 'hide',
      cell: (row) => row.causeText,
      text: (row) => row.causeText,
    },
    {
      key: 'archivedOn',
      title: t('archive.archivedOn'),
      width: 130,
      narrow: 'hide',
      cell: (row) => day(row.archivedOn),
      text: (row) => row.archivedOn,
    },
    {
      key: 'term',
      title: t('archive.term'),
      width: 110,
      cell: (row) => t(`archive.term.${row.term}`),
      text: (row) => t(`archive.term.${row.term}`),
    },
    { key: 'due', title: t('archive.dueOn'), width: 130, cell: due, text: due },
    {
      key: 'state',
      title: t('archive.state'),
      width: 150,
      cell: (row) => <StateTags row={row} />,
      text: (row) => row.state,
    },
    {
      key: 'place',
      title: t('fact.place'),
      width: 110,
      narrow: 'hide',
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
  ];
  return (
    <>
      <DataTable
        name="archives"
        caption={t('nav.archive')}
        tools={tools}
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        onOpen={(row) => onOpen(keyOf(row))}
        openKey={open}
        loading={loading}
        empty={<Empty title={t(view === 'due' ? 'archive.noneDue' : 'archive.none')} />}
      />
      {openTenant === undefined || openId === undefined ? null : (
        <ArchivePanel key={open} tenant={openTenant} id={openId} onClose={() => onOpen(undefined)} />
      )}
    </>
  );
}

/** What stands about a file besides its term: a hold, a proposal, its end. */
function StateTags({ row }: { row: ArchiveLine }): ReactNode {
  const { t } = useWords();
  if (row.state === 'destroyed') return <Tag>{t('archive.destroyed')}</Tag>;
  return (
    <span className={css.tags}>
      {row.holds > 0 ? <Tag tone="zhu">{t('archive.held')}</Tag> : null}
      {row.destructionId === null ? null : <Tag tone="amber">{t('archive.proposed')}</Tag>}
      {row.due ? <Tag tone="amber">{t('archive.due')}</Tag> : null}
      {row.binding === 'failed' ? <Tag tone="zhu">{t('archive.bindFailed')}</Tag> : null}
    </span>
  );
}
