import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { useLifecycleWords } from './lifecycle-words.ts';
import type { Movable } from './movable.ts';
import css from './move-buttons.module.css';
import { TextButton } from './text-button.tsx';

export interface Move {
  readonly event: string;
  readonly record: Movable;
}

interface MoveButtonsProps {
  readonly moves: readonly Move[];
  /** Ways out: below, quiet, and never the first button. */
  readonly exits: readonly string[];
  /** The move that leads onward. */
  readonly first: string | undefined;
  readonly open: string | undefined;
  readonly onChoose: (event: string, record: Movable) => void;
  /** Why a move that one would look for is not here. */
  readonly children?: ReactNode;
}

/** What may be done now. The server's table says which moves there are; this only lays them out. */
export function MoveButtons({ moves, exits, first, open, onChoose, children }: MoveButtonsProps): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const words = ({ event, record }: Move): string => lifecycle.action(record.subject, record.state, event);
  const ways = moves
    .filter(({ event }) => !exits.includes(event))
    .sort((a, b) => Number(b.event === first) - Number(a.event === first));
  const out = moves.filter(({ event }) => exits.includes(event));
  return (
    <section className={css.actions} aria-label={t('matter.actions')}>
      {ways.map((move) => (
        <Button
          key={move.record.subject + move.event}
          type={move.event === first ? 'primary' : 'default'}
          block
          size="large"
          aria-expanded={open === move.event}
          onClick={() => onChoose(move.event, move.record)}
        >
          {words(move)}
        </Button>
      ))}
      {children}
      {ways.length === 0 && children == null ? <p className="soft">{t('matter.noActions')}</p> : null}
      {out.length === 0 ? null : (
        <div className={css.out}>
          {out.map((move) => (
            <TextButton
              key={move.record.subject + move.event}
              aria-expanded={open === move.event}
              onClick={() => onChoose(move.event, move.record)}
            >
              {words(move)}
            </TextButton>
          ))}
        </div>
      )}
    </section>
  );
}
