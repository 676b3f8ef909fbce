import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AssessmentPlanPage } from '../../api/assessments.ts';
import { type Assigned, assignReviews, reviewerBars } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './plan-panel.module.css';

/** 评审进度: how far the drawn cases have come, how far the reviewers agree, and reviewers for whatever waits. */
export function PlanReviews({ page }: { page: AssessmentPlanPage }): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const [short, setShort] = useState<Assigned['short']>([]);
  const move = useDeskMove(t('peer.assign'), 'assessments');
  const waiting = (page.progress.SAMPLED ?? 0) + (page.progress.REASSESSMENT ?? 0);
  const { pairs, sameGrade, meanGap, icc } = page.agreement;
  return (
    <>
      <h2 className={css.head}>{t('peer.progress.title')}</h2>
      <Facts>
        {Object.entries(page.progress).map(([state, count]) => (
          <Fact key={state} label={lifecycle.state('assessment', state)}>
            {t('qualityPlan.wanted.count', { amount: count })}
          </Fact>
        ))}
        {pairs === 0 ? null : (
          <>
            <Fact label={t('agreement.sameGrade')}>{t('agreement.of', { same: sameGrade, pairs })}</Fact>
            <Fact label={t('agreement.meanGap')}>{t('peer.totalPoints', { points: (meanGap / 10).toFixed(1) })}</Fact>
            <Fact label={t('agreement.icc')}>
              {icc === null ? t('agreement.few') : (icc / 100).toFixed(2)}
              <span className="soft"> {t('agreement.how')}</span>
            </Fact>
          </>
        )}
      </Facts>
      {waiting === 0 || page.state !== 'DRAWN' ? null : (
        <>
          <p className="soft">{t('peer.assignNote')}</p>
          {move.isError ? <ProblemNote error={move.error} /> : null}
          <Button
            type="primary"
            loading={move.isPending}
            onClick={() =>
              move.mutate(async (key) => {
                const at = { tenant: page.tenant, planId: page.id, version: page.version };
                setShort((await assignReviews(at, key)).short);
              })
            }
          >
            {t('peer.assign')}
          </Button>
        </>
      )}
      {short.length === 0 ? null : (
        <div role="status">
          <p>{t('peer.short', { count: short.length })}</p>
          <ul className={css.items}>
            {short.map(({ itemId, caseNumber, eligible, barred }) => (
              <li key={itemId}>
                <span>{caseNumber}</span>
                <span className="soft">
                  {t('peer.eligible', { count: eligible })}
                  {reviewerBars
                    .filter((bar) => (barred[bar] ?? 0) > 0)
                    .map((bar) => ` · ${t(`reviewerBar.${bar}`)} ${barred[bar] ?? 0}`)
                    .join('')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
