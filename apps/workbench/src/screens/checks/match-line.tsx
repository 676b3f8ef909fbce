import type { ReactNode } from 'react';
import type { FoundMatch } from '../../api/matching.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './checks.module.css';

const tones = { sure: 'zhu', likely: 'amber', possible: 'quiet' } as const;

/** One who may be the same: how likely, who, and what speaks for and against it. */
export function MatchLine({ match, children }: { match: FoundMatch; children?: ReactNode }): ReactNode {
  const { t } = useWords();
  const { person } = match;
  return (
    <li>
      <p className={css.who}>
        <strong>{person.name}</strong>
        <Tag tone={tones[match.grade]}>{t(`match.${match.grade}`, { score: match.score })}</Tag>
        <span className="soft">{[person.birthDate, person.document?.masked].filter(Boolean).join(t('word.dot'))}</span>
      </p>
      <p className="soft">
        {match.reasons
          .map(({ code, points }) => `${t(`matchReason.${code}`)} ${points > 0 ? '+' : '−'}${Math.abs(points)}`)
          .join(t('word.list'))}
      </p>
      {children}
    </li>
  );
}
