import type { ReactNode } from 'react';
import type { AssessmentResult, ScoreSheet } from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { GradeTag } from './grade-tag.tsx';
import { points } from './points.ts';
import css from './review.module.css';

/** 评估结果 of each round, and what followed from it. */
export function ResultFacts({
  tenant,
  sheet,
  results,
}: {
  tenant: string;
  sheet: ScoreSheet;
  results: readonly AssessmentResult[];
}): ReactNode {
  const { t, side, language } = useWords();
  const day = (on: string): string => dayInWords(on, language, today());
  return results.map((result) => (
    <section key={result.id} className={css.part} aria-label={t('result.title')}>
      <h2>{t(result.round === 1 ? 'result.title' : 'result.again')}</h2>
      <Facts>
        <Fact label={t('result.grade')}>
          <GradeTag grade={result.grade} /> {t('peer.totalPoints', { points: points(result.tenths) })}
        </Fact>
        <Fact label={t('result.rule')}>{t(`result.rule.${result.rule}`)}</Fact>
        {result.vetoes.length === 0 ? null : (
          <Fact label={t('peer.vetoes')}>
            {sheet.vetoes
              .filter(({ key }) => result.vetoes.includes(key))
              .map(({ name }) => side(name))
              .join(t('word.list'))}
          </Fact>
        )}
        {result.toldOn === null ? null : <Fact label={t('result.toldOn')}>{day(result.toldOn)}</Fact>}
        {result.askBy === null ? null : <Fact label={t('result.askBy')}>{day(result.askBy)}</Fact>}
        {result.askedOn === null ? null : (
          <Fact label={t('result.askedOn')}>
            {day(result.askedOn)} · {result.asked}
          </Fact>
        )}
        {result.replyBy === null ? null : (
          <Fact label={t('result.required')}>
            {result.required} · {t('result.replyBy', { day: day(result.replyBy) })}
          </Fact>
        )}
        {result.replies.map(({ on, text }) => (
          <Fact key={`a${on}${text}`} label={t('result.reply')}>
            {day(on)} · {text}
          </Fact>
        ))}
        {result.returned.map(({ on, text }) => (
          <Fact key={`b${on}${text}`} label={t('result.returned')}>
            {day(on)} · {text}
          </Fact>
        ))}
        {result.documentId === null ? null : (
          <Fact label={t('result.paper')}>
            <a href={`/api/documents/${tenant}/${result.documentId}/pdf`} target="_blank" rel="noreferrer">
              {t('result.openPaper')}
            </a>
          </Fact>
        )}
      </Facts>
    </section>
  ));
}
