import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.ts';
import { useWords } from '../locales/i18n.ts';
import { Icon } from './icon.tsx';
import css from './problem-note.module.css';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Fills a page that could not be drawn at all. */
  readonly page?: boolean;
}

/** What went wrong and what to do, in the server's words where it gave some. */
export function ProblemNote({ error, onRetry, page = false }: ProblemNoteProps): ReactNode {
  const { t } = useWords();
  const text = wordsFor(error);
  return (
    <div role="alert" className={page ? `${css.note} ${css.page}` : css.note}>
      <Icon name="alert" />
      <div className={css.text}>
        <p>{typeof text === 'string' ? text : t(text.key)}</p>
        {isProblem(error) && error.body.errors !== undefined ? (
          <ul>
            {error.body.errors.map((fault) => (
              <li key={fault.pointer}>{fault.detail}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          {t('word.retry')}
        </Button>
      )}
    </div>
  );
}

function wordsFor(error: unknown): string | { readonly key: 'problem.unreachable' | 'problem.unknown' } {
  if (isProblem(error, 'network.unreachable')) return { key: 'problem.unreachable' };
  if (isProblem(error) && error.body.detail !== '') return error.body.detail;
  return { key: 'problem.unknown' };
}
