import type { ReactNode } from 'react';
import { isOneOf, routes } from '../../api/codes.ts';
import type { Assessment } from '../../api/matter.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './assessment-view.module.css';

const favourable = ['eligible', 'mustDesignate', 'mayDesignate'];

/** 审查结论: what the rules of the day say, sentence by sentence, each with its article. */
export function AssessmentView({ assessment, title }: { assessment: Assessment; title?: string }): ReactNode {
  const { t, side } = useWords();
  const words = useCodeWords();
  const yes = favourable.includes(assessment.outcome);
  const open = assessment.outcome === 'needsInformation';
  const missingWords = (pointer: string): string =>
    pointer === '/household'
      ? t('missing.household')
      : pointer === '/applicant/noFixedLivelihood'
        ? t('missing.livelihood')
        : pointer.startsWith('/standards/')
          ? t('missing.standard')
          : pointer;
  return (
    <section className={css.assessment}>
      <h2>{title ?? t('assessment.title')}</h2>
      <p className={`${css.outcome} ${open ? css.open : yes ? css.yes : css.no}`}>
        <Icon name={open ? 'alert' : yes ? 'check' : 'cross'} size={15} />
        {words.outcome(assessment.outcome)}
      </p>
      {isOneOf(routes, assessment.route) ? <p className="soft">{t(`route.${assessment.route}`)}</p> : null}
      <ul className={css.reasons}>
        {assessment.reasons.map((reason) => (
          <li key={`${reason.rule}${reason.text.zh}`} className={reason.met ? css.met : yes ? css.aside : css.unmet}>
            <Icon name={reason.met ? 'check' : yes ? 'minus' : 'cross'} size={12} />
            <span>
              <span className="unseen">{reason.met ? t('assessment.met') : t('assessment.unmet')}</span>
              {side(reason.text)}
              <span className={css.citation}>{reason.citation}</span>
            </span>
          </li>
        ))}
      </ul>
      {assessment.missing === undefined ? null : (
        <div className={css.missing}>
          <p>{t('assessment.missing')}</p>
          <ul>
            {assessment.missing.map((pointer) => (
              <li key={pointer}>{missingWords(pointer)}</li>
            ))}
          </ul>
        </div>
      )}
      {assessment.standard === undefined ? null : (
        <p className={css.standard}>
          {t('assessment.standard', { threshold: money(assessment.standard.threshold) })}
          {assessment.standard.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
        </p>
      )}
      {assessment.provisionalAid.available ? (
        <p className={css.provisional}>
          <Icon name="urgent" size={13} />
          {t('assessment.provisional')}
        </p>
      ) : null}
      <p className={css.rules}>
        {t('assessment.rules', { rules: [assessment.ruleSet, ...assessment.layers].join(' + ') })}
      </p>
    </section>
  );
}
