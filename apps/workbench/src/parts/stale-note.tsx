import type { ReactNode } from 'react';
import type { StoryEvent } from '../api/matter.ts';
import { timeOf } from '../format/day.ts';
import { useWords } from '../locales/i18n.ts';
import { useEventWords } from './event-words.ts';
import { useLifecycleWords } from './lifecycle-words.ts';
import type { Movable } from './movable.ts';
import css from './move-form.module.css';

interface StaleNoteProps {
  readonly movable: Movable;
  readonly story: readonly StoryEvent[];
  /** The last event that the person had seen. */
  readonly since: number;
  readonly name: string;
  readonly allowed: boolean;
}

/** Somebody was faster: what they did, where the matter stands now, and that nothing typed is lost. */
export function StaleNote({ movable, story, since, name, allowed }: StaleNoteProps): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const words = useEventWords();
  const state = lifecycle.state(movable.subject, movable.state);
  return (
    <div role="alert" className={css.stale}>
      <p>
        <strong>{t('stale.title')}</strong>
      </p>
      <ul>
        {story
          .filter((event) => event.seq > since)
          .map((event) => (
            <li key={event.seq}>
              {timeOf(event.at)} {event.actorName} {words.headline(event)}
            </li>
          ))}
      </ul>
      <p>{allowed ? t('stale.allowed', { state }) : t('stale.notAllowed', { state, action: name })}</p>
    </div>
  );
}
