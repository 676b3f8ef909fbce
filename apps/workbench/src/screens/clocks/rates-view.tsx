import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { clockRatesQuery, type PublishedRates } from '../../api/clocks.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useStepWords } from '../../parts/step-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './clocks.module.css';

type Rate = PublishedRates['rates'][number];

/** 按期办理率 of the last twelve finished months, as the public page shows it. */
export function RatesView(): ReactNode {
  const { t } = useWords();
  const { tenant, nameOf } = useScope();
  const step = useStepWords();
  const query = useQuery(clockRatesQuery(tenant));
  const rateWords = ({ rate }: Rate): string => (rate === null ? t('clocks.few') : t('clocks.percent', { rate }));
  const columns: readonly Column<Rate>[] = [
    {
      key: 'step',
      title: t('clocks.step'),
      rank: 'lead',
      cell: (row) => (
        <span className={css.step}>
          {step(row.step)}
          {row.promise ? <Tag>{t('clock.promise')}</Tag> : null}
        </span>
      ),
      text: (row) => step(row.step),
    },
    {
      key: 'place',
      title: t('column.place'),
      width: 130,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'due',
      title: t('clocks.due'),
      width: 120,
      figure: true,
      cell: (row) => row.inTime + row.late,
      text: (row) => String(row.inTime + row.late),
    },
    {
      key: 'late',
      title: t('clocks.late'),
      width: 120,
      figure: true,
      cell: (row) => row.late,
      text: (row) => String(row.late),
    },
    { key: 'rate', title: t('clocks.rates'), width: 160, figure: true, cell: rateWords, text: rateWords },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <p className={css.published}>
        {query.data === undefined ? '' : t('clocks.published', { from: query.data.from, to: query.data.to })}{' '}
        <a href="/rates" target="_blank" rel="noreferrer">
          {t('clocks.public')}
        </a>
      </p>
      <DataTable
        name="clock-rates"
        caption={t('clocks.rates')}
        columns={columns}
        rows={query.data?.rates ?? []}
        keyOf={(row) => `${row.tenant}${row.step}${row.promise}`}
        loading={query.isPending}
        empty={<Empty title={t('clocks.noRates')} hint={t('clocks.noRatesHint')} />}
      />
    </>
  );
}
