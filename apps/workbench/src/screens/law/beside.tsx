import type { ReactNode } from 'react';
import type { StandingFigure } from '../../api/law.ts';
import { useWords } from '../../locales/i18n.ts';
import { Tag } from '../../parts/tag.tsx';
import css from './law.module.css';
import { useLawWords } from './law-words.ts';

interface BesideProps {
  readonly before: StandingFigure | null | undefined;
  readonly after: StandingFigure | null | undefined;
  readonly note: string;
  readonly children?: ReactNode;
}

/** The old figure and the new one, side by side, with the day between them. */
export function Beside({ before, after, note, children }: BesideProps): ReactNode {
  const { t } = useWords();
  return (
    <section className={css.beside} aria-label={t('law.beside')}>
      <div className={css.sides}>
        <Side title={t('law.old')} figure={before} />
        <Side title={t('law.new')} figure={after} />
      </div>
      <p>{note}</p>
      {children === undefined ? null : <div className={css.foot}>{children}</div>}
    </section>
  );
}

function Side({ title, figure }: { title: string; figure: StandingFigure | null | undefined }): ReactNode {
  const { t } = useWords();
  const words = useLawWords();
  return (
    <div className={css.side}>
      <h4>{title}</h4>
      {figure === null || figure === undefined ? (
        <p className="soft">{t('law.nothingBefore')}</p>
      ) : (
        <>
          <p className={css.big}>{words.value(figure.value)}</p>
          {figure.region === undefined ? null : <p>{words.place(figure.region)}</p>}
          <p className="soft">{figure.source}</p>
          <p className="soft">{words.span(figure.from, figure.to)}</p>
          {figure.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
        </>
      )}
    </div>
  );
}
