import type { ReactNode } from 'react';
import type { StoryEvent } from '../api/matter.ts';
import { timeOf } from '../format/day.ts';
import { useWords } from '../locales/i18n.ts';
import { ChangedFacts } from './changed-facts.tsx';
import { useEventWords } from './event-words.ts';
import { useLifecycleWords } from './lifecycle-words.ts';
import type { Movable } from './movable.ts';
import css from './move-form.module.css';
import type { ChangedFact } from './stale-values.ts';

interface StaleNoteProps {
  readonly movable: Movable;
  readonly story: readonly StoryEvent[];
  /** The last event that the person had seen. */
  readonly since: number;
  /** What changed in the record since the form was opened. */
  readonly changed: readonly ChangedFact[];
  readonly name: string;
  readonly allowed: boolean;
}

/** Somebody was faster: what they did, which values they changed beside what was typed here, where the matter stands now, and that nothing typed is lost. */
export function StaleNote({ movable, story, since, changed, name, allowed }: StaleNoteProps): ReactNode {
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
      <ChangedFacts changed={changed} />
      <p>{allowed ? t('stale.allowed', { state }) : t('stale.notAllowed', { state, action: name })}</p>
    </div>
  );
}
