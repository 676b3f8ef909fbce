import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type PackRow, packsQuery } from '../../api/law.ts';
import { today } from '../../api/server-clock.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './law.module.css';
import { useLawWords } from './law-words.ts';

const route = getRouteApi('/law');
const order = ['national', 'nationalSupplement', 'provincial', 'local', 'figures'] as const;

/** Every rule pack: what it is, where and when it holds, and what in it nobody has confirmed. */
export function PacksView(): ReactNode {
  const { t, side } = useWords();
  const words = useLawWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(packsQuery);
  const inForce = (row: PackRow): boolean =>
    !row.draft && row.effectiveFrom <= today() && (row.effectiveTo === undefined || row.effectiveTo >= today());
  const every = search.all === '1';
  const rows = [...(query.data?.packs ?? [])]
    .filter((row) => every || inForce(row))
    .sort((a, b) => order.indexOf(a.layer) - order.indexOf(b.layer) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const columns: readonly Column<PackRow>[] = [
    {
      key: 'title',
      title: t('law.pack'),
      rank: 'lead',
      cell: (row) => side(row.title),
      text: (row) => side(row.title),
    },
    {
      key: 'layer',
      title: t('law.layer'),
      width: 120,
      cell: (row) => side(row.layerLabel),
      text: (row) => side(row.layerLabel),
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 90,
      cell: (row) => words.place(row.jurisdiction),
      text: (row) => words.place(row.jurisdiction),
    },
    {
      key: 'span',
      title: t('law.days'),
      width: 250,
      cell: (row) => words.span(row.effectiveFrom, row.effectiveTo),
      text: (row) => `${row.effectiveFrom}..${row.effectiveTo ?? ''}`,
    },
    {
      key: 'rules',
      title: t('law.rules'),
      figure: true,
      width: 70,
      cell: (row) => (row.ruleCount === 0 ? '—' : row.ruleCount),
      text: (row) => String(row.ruleCount),
    },
    {
      key: 'figures',
      title: t('law.figures'),
      figure: true,
      width: 70,
      cell: (row) => (row.figureCount === 0 ? '—' : row.figureCount),
      text: (row) => String(row.figureCount),
    },
    {
      key: 'marks',
      title: t('law.marks'),
      width: 150,
      cell: (row) => (
        <span className={css.marks}>
          {row.draft ? <Tag>{t('law.draft')}</Tag> : null}
          {row.unverifiedCount > 0 ? (
            <Tag tone="amber">{t('law.unverified', { count: row.unverifiedCount })}</Tag>
          ) : row.verified ? (
            <Tag tone="green">{t('law.verified')}</Tag>
          ) : (
            <Tag tone="amber">{t('mark.unverified')}</Tag>
          )}
        </span>
      ),
      text: (row) => String(row.unverifiedCount),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="law-packs"
        caption={t('law.packs')}
        tools={
          <FilterChips
            label={t('law.which')}
            chosen={every ? 'every' : 'inForce'}
            onChoose={(key) => void navigate({ search: key === 'every' ? { all: '1' } : {}, replace: true })}
            chips={[
              { key: 'inForce', label: t('law.inForce') },
              { key: 'every', label: t('law.every') },
            ]}
          />
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.key}
        onOpen={(row) => void navigate({ search: { pack: row.key } })}
        loading={query.isPending}
        empty={<Empty title={t('law.none')} />}
      />
    </>
  );
}
