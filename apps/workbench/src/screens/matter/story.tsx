import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseProgress } from '../../api/cases.ts';
import { isOneOf, progressKinds } from '../../api/codes.ts';
import { documentAddress, signatureAddress } from '../../api/documents.ts';
import type { DocumentService, MatterDocument, StoryEvent } from '../../api/matter.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useEventWords } from '../../parts/event-words.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { MatterView } from './matter-view.ts';
import css from './story.module.css';

type Entry = { readonly at: string; readonly key: string } & (
  | { readonly event: StoryEvent }
  | { readonly document: MatterDocument }
  | { readonly progress: CaseProgress }
);

/** Told by the paper or the note itself, which stand in the story with their words. */
const toldOtherwise = ['document.issued', 'case.progressNoted'];

/** 经过: events and papers in one line, newest on top, day by day. */
export function Story({
  matter,
  citizen,
  onServe,
}: {
  matter: Pick<MatterView, 'tenant' | 'story' | 'documents' | 'aidCase'>;
  /** Who a citizen is here, where it is not whoever applied. */
  citizen?: string;
  /** Begins to write down how a paper was served; absent where this is not for whoever looks. */
  onServe?: (document: MatterDocument) => void;
}): ReactNode {
  const { t, language } = useWords();
  const entries: Entry[] = [
    ...matter.story
      .filter((event) => !toldOtherwise.includes(event.kind))
      .map((event) => ({ at: event.at, key: `e${event.seq}`, event })),
    ...matter.documents.map((document) => ({ at: document.issuedAt, key: document.documentId, document })),
    ...(matter.aidCase?.progress ?? []).map((progress) => ({ at: progress.notedAt, key: progress.id, progress })),
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
                  {'event' in entry ? <EventLine event={entry.event} citizen={citizen ?? t('story.citizen')} /> : null}
                  {'document' in entry ? (
                    <PaperLine document={entry.document} tenant={matter.tenant} onServe={onServe} />
                  ) : null}
                  {'progress' in entry ? <ProgressLine progress={entry.progress} /> : null}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function EventLine({ event, citizen }: { event: StoryEvent; citizen: string }): ReactNode {
  const { t } = useWords();
  const words = useEventWords();
  const detail = words.detail(event);
  const who =
    event.actorKind === 'citizen' ? citizen : event.actorKind === 'system' ? t('story.system') : event.actorName;
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

/** 办理进展, in the handler's words. */
function ProgressLine({ progress }: { progress: CaseProgress }): ReactNode {
  const { t, language } = useWords();
  return (
    <div className={css.event}>
      <p>
        <strong>{isOneOf(progressKinds, progress.kind) ? t(`progressKind.${progress.kind}`) : progress.kind}</strong>
        {progress.happenedOn === dayOf(progress.notedAt) ? null : (
          <span className={css.who}>
            {t('story.happenedOn', { day: dayInWords(progress.happenedOn, language, today()) })}
          </span>
        )}
        {progress.visibleToCitizen ? null : <Tag>{t('story.internal')}</Tag>}
      </p>
      <p className={css.words}>{progress.text}</p>
    </div>
  );
}

function PaperLine({
  document,
  tenant,
  onServe,
}: {
  document: MatterDocument;
  tenant: string;
  onServe: ((document: MatterDocument) => void) | undefined;
}): ReactNode {
  const { t, side } = useWords();
  const title = side({ zh: document.title, en: document.titleEn });
  return (
    <div className={css.paper}>
      <Icon name="paper" />
      <p className={css.title}>
        {title}
        {document.number === null ? null : <span className={css.number}>{document.number}</span>}
      </p>
      <span className={css.files}>
        <a
          href={documentAddress(tenant, document.documentId, 'pdf')}
          target="_blank"
          rel="noreferrer"
          aria-label={t('story.openPdf', { title })}
        >
          PDF
        </a>
        <a
          href={documentAddress(tenant, document.documentId, 'docx')}
          download
          aria-label={t('story.loadDocx', { title })}
        >
          Word
        </a>
      </span>
      {document.services.length === 0 && (onServe === undefined || document.number === null) ? null : (
        <div className={css.services}>
          <Services services={document.services} tenant={tenant} title={title} />
          {onServe === undefined || document.number === null ? null : (
            <Button size="small" aria-label={`${t('service.record')} ${title}`} onClick={() => onServe(document)}>
              {t('service.record')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Services({
  services,
  tenant,
  title,
}: {
  services: readonly DocumentService[];
  tenant: string;
  title: string;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <ul>
      {services.map(({ serviceId, receiptId, method, servedOn, signing, signed }) => (
        <li key={serviceId}>
          {t('service.line', {
            day: dayInWords(servedOn, language, today()),
            method: t(`service.method.${method}`),
          })}
          {signing === null ? null : `${t('word.dot')}${t(`service.signing.${signing}`)}`}{' '}
          <a href={documentAddress(tenant, receiptId, 'pdf')} target="_blank" rel="noreferrer">
            <span className="unseen">{title}</span>
            {t('service.receipt')}
          </a>
          {signed ? (
            <>
              {' '}
              <a href={signatureAddress(tenant, serviceId)} target="_blank" rel="noreferrer">
                <span className="unseen">{title}</span>
                {t('service.signature')}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
