import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type UpheldFilter, upheldQuery } from '../../api/complaints.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useComplaintWords } from '../../parts/complaint-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import css from './complaints.module.css';

/** 谁可以看成立的投诉: whoever looks after cases and handlers. */
export const seesUpheld: readonly string[] = ['bureauReviewer', 'approver', 'designator', 'quality', 'manager'];

/** 成立的投诉 of a matter or of a handler: how many, and each with its ground, outcome and measure. Who complained is nowhere in it. */
export function UpheldList({ filter, none }: { filter: UpheldFilter; none?: string }): ReactNode {
  const { t, language } = useWords();
  const words = useComplaintWords();
  const query = useInfiniteQuery(upheldQuery(filter));
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return none === undefined ? null : <p className="soft">{none}</p>;
  return (
    <>
      <p>{t(query.hasNextPage ? 'complaint.upheldAtLeast' : 'complaint.upheldCount', { count: rows.length })}</p>
      <ul className={css.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              {words.groundsOf(row)} {t('word.dot')} {t(`complaint.outcome.${row.outcome}`)}
            </span>
            <span className="soft">
              {[
                row.number,
                dayShort(row.decidedOn, language, today()),
                words.against(row),
                row.measures.map((measure) => t(`complaint.measure.${measure}`)).join(t('word.list')),
              ].join(t('word.dot'))}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage ? <TextButton onClick={() => void query.fetchNextPage()}>{t('table.more')}</TextButton> : null}
    </>
  );
}
