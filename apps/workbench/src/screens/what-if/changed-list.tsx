import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { today } from '../../api/server-clock.ts';
import { type ChangedRow, changedQuery, type ListOf, type Question } from '../../api/what-if.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './what-if.module.css';

interface ChangedListProps {
  readonly question: Question;
  readonly of: ListOf;
  readonly onClose: () => void;
}

/** The list behind one count: who, what the answer was and would be, and by which rule. */
export function ChangedList({ question, of, onClose }: ChangedListProps): ReactNode {
  const { t, language, side } = useWords();
  const words = useCodeWords();
  const { nameOf } = useScope();
  const query = useInfiniteQuery(changedQuery(question, of));
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const what = [
    of.direction === undefined ? undefined : t(`whatIf.direction.${of.direction}`),
    of.before === undefined || of.after === undefined
      ? undefined
      : `${words.outcome(of.before)} → ${words.outcome(of.after)}`,
    of.group === undefined ? undefined : words.group(of.group),
    of.tenant === undefined ? undefined : nameOf(of.tenant),
    of.cause === undefined
      ? undefined
      : words.subject({ class: of.cause, cause: of.cause === 'criminal' ? null : of.cause }),
  ].filter((part) => part !== undefined);
  const columns: readonly Column<ChangedRow>[] = [
    {
      key: 'number',
      title: t('column.number'),
      rank: 'lead',
      narrow: 'first',
      width: 160,
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    { key: 'name', title: t('column.recipient'), width: 72, cell: (row) => row.name, text: (row) => row.name },
    {
      key: 'place',
      title: t('column.place'),
      width: 80,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'received',
      title: t('whatIf.received'),
      width: 96,
      cell: (row) => dayShort(row.receivedOn, language, today()),
      text: (row) => row.receivedOn,
    },
    {
      key: 'subject',
      title: t('column.subject'),
      clamp: true,
      cell: (row) => words.subject(row),
      text: (row) => words.subject(row),
    },
    {
      key: 'outcome',
      title: t('whatIf.change'),
      width: 180,
      cell: (row) => `${words.outcome(row.before.outcome)} → ${words.outcome(row.after.outcome)}`,
      text: (row) => `${words.outcome(row.before.outcome)} → ${words.outcome(row.after.outcome)}`,
    },
    {
      key: 'reason',
      title: t('whatIf.reason'),
      width: 380,
      cell: (row) => side(row.reason.text),
      text: (row) => side(row.reason.text),
    },
    {
      key: 'citation',
      title: t('whatIf.citation'),
      rank: 'extra',
      narrow: 'hide',
      cell: (row) => row.reason.citation,
      text: (row) => row.reason.citation,
    },
  ];
  return (
    <section className={css.list}>
      <header className={css.listHead}>
        <h2>
          {what.join(t('word.dot'))}{' '}
          {pages[0] === undefined ? '' : t('whatIf.rows', { count: pages[0].total.toLocaleString('en-US') })}
        </h2>
        <TextButton onClick={onClose}>{t('whatIf.backToReport')}</TextButton>
      </header>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="what-if"
        caption={what.join(t('word.dot'))}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.applicationId}
        hrefOf={(row) => `/desk/matters/${row.tenant}/${row.matterId}`}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('whatIf.listEmpty')} hint={t('whatIf.listEmptyHint')} />}
      />
    </section>
  );
}
