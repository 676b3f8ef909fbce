import type { ReactNode } from 'react';
import { type CaseFile, type CasePage, type FilePiece, pieceAddress } from '../../api/cases.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import css from './file-view.module.css';

const tones = { submitted: 'amber', returned: 'zhu', accepted: 'green' } as const;

/** 卷宗 against its checklist: what is there, what is not and why, what must still come. */
export function FileView({ file, page }: { file: CaseFile; page: CasePage }): ReactNode {
  const { t, side, language } = useWords();
  const { catalogue } = page;
  const scansOf = (pieces: readonly FilePiece[]) =>
    page.pieces.filter((scan) => pieces.some((piece) => piece.fileHash === scan.fileHash));
  return (
    <>
      <p className={css.head}>
        {t('file.round', { round: file.round, day: dayShort(file.submittedOn, language, today()) })}
        <Tag tone={tones[file.state]}>{t(`file.${file.state}`)}</Tag>
      </p>
      {file.returnReasons === null ? null : (
        <ol className={css.reasons}>
          {file.returnReasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      )}
      <ul className={css.pieces}>
        {catalogue.pieces.map((piece) => {
          const held = file.pieces.filter((candidate) => candidate.key === piece.key);
          const without = file.without.find((candidate) => candidate.key === piece.key);
          if (held.length === 0 && without === undefined && !piece.required) return null;
          const issued = piece.form !== undefined;
          return (
            <li
              key={piece.key}
              className={held.length > 0 || issued ? css.there : without === undefined ? css.missing : css.excused}
            >
              <Icon name={held.length > 0 || issued ? 'check' : 'cross'} size={12} />
              <span>
                {held[0]?.name ?? side(piece.name)}
                {without === undefined ? null : (
                  <span className="soft"> {t('file.without', { reason: without.reason })}</span>
                )}
                {held.length === 0 && issued ? <span className="soft"> {t('file.issued')}</span> : null}
                {scansOf(held).map((scan) => (
                  <a
                    key={scan.attachmentId}
                    className={css.scan}
                    href={pieceAddress(page.case, scan.attachmentId)}
                    download={scan.fileName}
                  >
                    {scan.fileName}
                  </a>
                ))}
              </span>
              <span className="soft whole">
                {held.length === 0
                  ? ''
                  : t('file.pages', { pages: held.reduce((sum, candidate) => sum + candidate.pages, 0) })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
