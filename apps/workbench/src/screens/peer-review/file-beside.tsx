import type { ReactNode } from 'react';
import { caseOutcomes, isOneOf, progressKinds } from '../../api/codes.ts';
import { pieceUnderReview, type ReviewedFile, type ReviewPage } from '../../api/reviews.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import css from './review.module.css';

/** 卷宗: what a reviewer reads of the case, the parties' names masked. */
export function FileBeside({ review, file }: { review: ReviewPage; file: ReviewedFile }): ReactNode {
  const { t, side, language } = useWords();
  const codes = useCodeWords();
  const day = (on: string | null): string => (on === null ? '—' : dayInWords(on, language, today()));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard has to reach it
    <section className={`${css.part} ${css.file}`} aria-label={t('peer.file')} tabIndex={0}>
      <h2>{t('peer.file')}</h2>
      <p className="soft">{t('peer.masked')}</p>
      <Facts>
        <Fact label={t('column.recipient')}>{file.recipient}</Fact>
        <Fact label={t('column.subject')}>{codes.subject(file)}</Fact>
        <Fact label={t('peer.designatedOn')}>{day(file.designatedOn)}</Fact>
        <Fact label={t('peer.agreementOn')}>{day(file.agreementOn)}</Fact>
        <Fact label={t('peer.closedOn')}>{day(file.closedOn)}</Fact>
        <Fact label={t('peer.archivedOn')}>{day(file.archivedOn)}</Fact>
        {isOneOf(caseOutcomes, file.outcome) ? (
          <Fact label={t('peer.outcome')}>{t(`caseOutcome.${file.outcome}`)}</Fact>
        ) : null}
        {file.hearings.length === 0 ? null : (
          <Fact label={t('peer.hearings')}>{file.hearings.map(({ on }) => day(on)).join(t('word.list'))}</Fact>
        )}
      </Facts>
      <h2>{t('peer.pieces')}</h2>
      <ul className={css.list}>
        {file.pieces.map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a closed file never changes
          <li key={i}>
            {piece.attachmentId === null ? (
              <span>
                {side(piece.title)} {piece.name}
              </span>
            ) : (
              <a href={pieceUnderReview(review.tenant, review.id, piece.attachmentId)} target="_blank" rel="noreferrer">
                {side(piece.title)} {piece.name}
              </a>
            )}{' '}
            <span className="soft">
              {t('peer.pages', { count: piece.pages })}
              {piece.attachmentId === null ? ` · ${t('peer.onPaper')}` : ''}
            </span>
          </li>
        ))}
        {file.without.map(({ title, reason }) => (
          <li key={title.zh} className="soft">
            {t('peer.without', { piece: side(title), reason })}
          </li>
        ))}
      </ul>
      <h2>{t('peer.notes')}</h2>
      <ul className={css.list}>
        {file.progress.map((note, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a closed case never change
          <li key={i}>
            <strong>{isOneOf(progressKinds, note.kind) ? t(`progressKind.${note.kind}`) : note.kind}</strong>{' '}
            <span className="soft">{day(note.on)}</span>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      {file.closing === null ? null : (
        <>
          <h2>{t('peer.closing')}</h2>
          <p>{file.closing.summary}</p>
          <p>{file.closing.result}</p>
        </>
      )}
    </section>
  );
}
