import type { ReactNode } from 'react';
import { documentAddress } from '../../api/documents.ts';
import type { MatterDocument, StoryEvent } from '../../api/matter.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { useEventWords } from './event-words.ts';
import type { MatterView } from './matter-view.ts';
import css from './story.module.css';

type Entry = { readonly at: string; readonly key: string } & (
  | { readonly event: StoryEvent }
  | { readonly document: MatterDocument }
);

/** 经过: events and papers in one line, newest on top, day by day. */
export function Story({ matter }: { matter: MatterView }): ReactNode {
  const { t, language } = useWords();
  const entries: Entry[] = [
    ...matter.story.map((event) => ({ at: event.at, key: `e${event.seq}`, event })),
    ...matter.documents.map((document) => ({ at: document.issuedAt, key: document.documentId, document })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  const days = [...new Set(entries.map((entry) => dayOf(entry.at)))];
  return (
    <section className={css.story}>
      <h2>{t('matter.story')}</h2>
      {days.map((day) => (
        <div key={day} className={css.day}>
          <h3>{dayInWords(day, language, today())}</h3>
          <ol>
            {entries
              .filter((entry) => dayOf(entry.at) === day)
              .map((entry) => (
                <li key={entry.key} className={css.entry}>
                  <time dateTime={entry.at} className={css.time}>
                    {timeOf(entry.at)}
                  </time>
                  {'event' in entry ? (
                    <EventLine event={entry.event} />
                  ) : (
                    <PaperLine document={entry.document} tenant={matter.tenant} />
                  )}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function EventLine({ event }: { event: StoryEvent }): ReactNode {
  const { t } = useWords();
  const words = useEventWords();
  const detail = words.detail(event);
  const who =
    event.actorKind === 'citizen'
      ? t('story.citizen')
      : event.actorKind === 'system'
        ? t('story.system')
        : event.actorName;
  return (
    <div className={css.event}>
      <p>
        <strong>{words.headline(event)}</strong>
        <span className={css.who}>{who}</span>
      </p>
      {detail === undefined ? null : <p className={css.detail}>{detail}</p>}
    </div>
  );
}

function PaperLine({ document, tenant }: { document: MatterDocument; tenant: string }): ReactNode {
  const { t } = useWords();
  return (
    <div className={css.paper}>
      <Icon name="paper" />
      <p className={css.title}>
        {document.title}
        {document.number === null ? null : <span className={css.number}>{document.number}</span>}
      </p>
      <span className={css.files}>
        <a
          href={documentAddress(tenant, document.documentId, 'pdf')}
          target="_blank"
          rel="noreferrer"
          aria-label={t('story.openPdf', { title: document.title })}
        >
          PDF
        </a>
        <a
          href={documentAddress(tenant, document.documentId, 'docx')}
          download
          aria-label={t('story.loadDocx', { title: document.title })}
        >
          Word
        </a>
      </span>
    </div>
  );
}
