import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import css from './move-form.module.css';
import type { ChangedFact } from './stale-values.ts';
import { TextButton } from './text-button.tsx';

interface ChangedFactsProps {
  readonly changed: readonly ChangedFact[];
  /** Put what is recorded now in the place of what was typed here. */
  readonly take?: (key: string) => void;
}

/** What changed since a form was opened: what stood there, what stands there now, and what was typed here. */
export function ChangedFacts({ changed, take }: ChangedFactsProps): ReactNode {
  const { t } = useWords();
  if (changed.length === 0) return null;
  return (
    <dl className={css.changed}>
      {changed.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>
            <span className="soft">{t('stale.before')}</span> {fact.before ?? t('fact.notGiven')}
          </dd>
          <dd>
            <span className="soft">{t('stale.theirs')}</span> <strong>{fact.theirs ?? t('fact.notGiven')}</strong>
          </dd>
          {fact.mine === undefined ? null : (
            <dd>
              <span className="soft">{t('stale.mine')}</span> <strong>{fact.mine ?? t('fact.notGiven')}</strong>
              {take === undefined || fact.mine === fact.theirs ? null : (
                <>
                  {' '}
                  <TextButton onClick={() => take(fact.key)} aria-label={`${fact.label} ${t('stale.take')}`}>
                    {t('stale.take')}
                  </TextButton>
                </>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
