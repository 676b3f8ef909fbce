import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { reviewQuery } from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { FileBeside } from './file-beside.tsx';
import { points } from './points.ts';
import css from './review.module.css';
import { DeclineForm, SheetForm } from './sheet-form.tsx';
import { SheetTable } from './sheet-table.tsx';

const route = getRouteApi('/reviews/$tenant/$reviewId');

/** 评审页: the file on the left, the sheet on the right; once handed in, what was handed in. */
export function ReviewScreen(): ReactNode {
  const { t, language } = useWords();
  const { tenant, reviewId } = route.useParams();
  const navigate = route.useNavigate();
  const query = useQuery(reviewQuery(tenant, reviewId));
  const review = query.data;
  if (query.isError) return <ProblemNote page error={query.error} onRetry={() => void query.refetch()} />;
  if (review === undefined) return null;
  const filling = review.allowedActions.includes('handIn');
  return (
    <>
      <ScreenHead
        title={review.caseNumber}
        beside={`${review.planTitle} · ${t('peer.dueBy', { day: dayInWords(review.dueOn, language, today()) })}`}
      />
      <div className={review.file === null ? css.one : css.beside}>
        {review.file === null ? null : <FileBeside review={review} file={review.file} />}
        {filling ? (
          <div>
            <SheetForm key={review.id} review={review} />
            <DeclineForm review={review} onDone={() => void navigate({ to: '/reviews' })} />
          </div>
        ) : (
          <section className={css.part} aria-label={t('peer.sheets')}>
            <h2>{t('peer.handedIn')}</h2>
            <p>
              {t('peer.total')}
              {t('word.dot')}
              {t('peer.totalPoints', { points: points(review.tenths ?? 0) })}
            </p>
            <p>{review.opinion}</p>
            {review.others.length === 0 ? (
              <p className="soft">{t('peer.othersLater')}</p>
            ) : (
              <>
                <h2>{t('peer.others')}</h2>
                <SheetTable sheet={review.sheet} sheets={review.others} />
              </>
            )}
          </section>
        )}
      </div>
    </>
  );
}
