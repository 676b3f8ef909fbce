import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ownResultQuery } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { ResultFacts } from './result-facts.tsx';
import css from './review.module.css';
import { SheetTable } from './sheet-table.tsx';
import { StepForms } from './step-forms.tsx';

const route = getRouteApi('/results/$tenant/$itemId');

/** 评估结果 of one's own case: what was given and why, and what may be done about it. */
export function ResultScreen(): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const { tenant, itemId } = route.useParams();
  const query = useQuery(ownResultQuery(tenant, itemId));
  const own = query.data;
  if (query.isError) return <ProblemNote page error={query.error} onRetry={() => void query.refetch()} />;
  if (own === undefined) return null;
  return (
    <>
      <ScreenHead title={own.caseNumber} beside={lifecycle.state('assessment', own.state)} />
      <div className={css.one}>
        <ResultFacts tenant={tenant} sheet={own.sheet} results={own.results} />
        <StepForms
          at={{ tenant, itemId, version: own.version }}
          state={own.state}
          steps={own.allowedActions}
          readAnew="assessment-results"
        />
        <section className={css.part} aria-label={t('peer.sheets')}>
          <h2>{t('peer.sheets')}</h2>
          <SheetTable sheet={own.sheet} sheets={own.sheets} />
        </section>
      </div>
    </>
  );
}
