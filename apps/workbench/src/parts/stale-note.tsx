import type { ReactNode } from 'react';
import { timeOf } from '../../../format/day.ts';
import { useWords } from '../../../locales/i18n.ts';
import { useLifecycleWords } from '../../../parts/lifecycle-words.ts';
import { useEventWords } from '../event-words.ts';
import type { MatterView } from '../matter-view.ts';
import css from './action-form.module.css';

/** Somebody was faster: what they did, where the matter stands now, and that nothing typed is lost. */
export function StaleNote({
  matter,
  since,
  name,
  allowed,
}: {
  matter: MatterView;
  since: number;
  name: string;
  allowed: boolean;
}): ReactNode {
  const { t } = useWords();
  const lifecycle = useLifecycleWords();
  const words = useEventWords();
  const news = matter.story.filter((event) => event.seq > since);
  const state = lifecycle.state(matter.current.subject, matter.current.state);
  return (
    <div role="alert" className={css.stale}>
      <p>
        <strong>{t('stale.title')}</strong>
      </p>
      <ul>
        {news.map((event) => (
          <li key={event.seq}>
            {timeOf(event.at)} {event.actorName} {words.headline(event)}
          </li>
        ))}
      </ul>
      <p>{allowed ? t('stale.allowed', { state }) : t('stale.notAllowed', { state, action: name })}</p>
    </div>
  );
}
