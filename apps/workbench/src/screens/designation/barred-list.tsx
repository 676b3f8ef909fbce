import type { ReactNode } from 'react';
import type { Barred } from '../../api/cases.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './candidates-screen.module.css';

/** Those who may not act in this case: in sight, with the rule behind it, and not to be chosen. */
export function BarredList({ barred }: { barred: readonly Barred[] }): ReactNode {
  const { t, side } = useWords();
  if (barred.length === 0) return null;
  return (
    <details className={css.barred}>
      <summary>{t('candidates.barred', { count: barred.length })}</summary>
      <ul>
        {barred.map((one) => (
          <li key={one.handlerId}>
            <span className={css.who}>
              <strong>{one.handler.name}</strong>
              <span className="soft">{one.handler.agencyName}</span>
            </span>
            <ul>
              {one.reasons.map((reason) => (
                <li key={reason.code}>
                  {side(reason.text)} <span className="soft">{reason.citation}</span>{' '}
                  {reason.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
