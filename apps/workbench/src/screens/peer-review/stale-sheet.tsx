import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ScoreSheet } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { ChangedFacts } from '../../parts/changed-facts.tsx';
import note from '../../parts/move-form.module.css';
import { changedFacts } from '../../parts/stale-values.ts';
import { factsOf, type SheetWords, taken, type Values } from './sheet-values.ts';

interface StaleSheetProps {
  readonly sheet: ScoreSheet;
  /** What this form knew, what is kept now, and what is typed here. */
  readonly known: Values;
  readonly now: Values;
  readonly mine: Values;
  readonly onTake: (taken: Partial<Values>) => void;
  readonly onGoOn: () => void;
}

/** The sheet was kept in another window: what differs, line by line; each may be taken over, nothing typed here is lost. */
export function StaleSheet({ sheet, known, now, mine, onTake, onGoOn }: StaleSheetProps): ReactNode {
  const { t, side } = useWords();
  const words: SheetWords = {
    side,
    points: (points) => t('peer.totalPoints', { points }),
    notApplicable: t('peer.notApplicable'),
    vetoes: t('peer.vetoes'),
    opinion: t('peer.opinion'),
    dot: t('word.dot'),
    list: t('word.list'),
  };
  const typed = Object.fromEntries(factsOf(sheet, mine, words).map(({ key, text }) => [key, text]));
  return (
    <div role="alert" className={note.stale}>
      <p>
        <strong>{t('peer.keptElsewhere')}</strong>
      </p>
      <ChangedFacts
        changed={changedFacts(factsOf(sheet, known, words), factsOf(sheet, now, words), typed)}
        take={(key) => onTake(taken(now, key))}
      />
      <Button onClick={onGoOn}>{t('peer.goOn')}</Button>
    </div>
  );
}
