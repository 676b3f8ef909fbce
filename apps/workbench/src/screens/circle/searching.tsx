import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import css from './circle.module.css';
import type { Search } from './use-search.ts';

interface SearchingProps {
  readonly search: Search;
  readonly onRetry: () => void;
  /** What is being looked for, and how far it is. */
  readonly words: ReactNode;
  /** What came of it. */
  readonly children: ReactNode;
}

/** A search while it goes on, what went wrong with it, and what came of it: told aloud as it changes. */
export function Searching({ search, onRetry, words, children }: SearchingProps): ReactNode {
  const { t } = useWords();
  return (
    <div aria-live="polite">
      {search.running ? (
        <div className={css.running}>
          <Spin size="small" /> {words}
          <Button size="small" onClick={search.giveUp}>
            {t('circle.stopWaiting')}
          </Button>
        </div>
      ) : null}
      {search.error === undefined ? null : <ProblemNote error={search.error} onRetry={onRetry} />}
      {children}
    </div>
  );
}
