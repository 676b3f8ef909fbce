import type { ReactElement } from 'react';
import type { ComplaintForCitizen } from '../../../modules/complaints/index.ts';
import { Path, type PathStep } from '../components/path.tsx';
import { type Row, Rows } from '../components/rows.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';

export interface ComplaintProps {
  readonly frame: Frame;
  /** As it stands at the bureau that has it now. */
  readonly complaint: Pick<ComplaintForCitizen, 'number' | 'bureau' | 'moves'>;
  /** Numbers it had at bureaus that passed it on. */
  readonly earlier: readonly string[];
  readonly steps: readonly PathStep[];
  readonly papers: readonly (ComplaintForCitizen['papers'][number] & { readonly tenant: string })[];
}

/** The way of one complaint: done, now, next; its papers, and what the person may do. */
export function ComplaintPage({ frame, complaint, earlier, steps, papers }: ComplaintProps): ReactElement {
  const { words } = frame;
  const { number, bureau, moves } = complaint;
  const rows: readonly Row[] = [
    { label: words.t('complaint.number'), value: <span className="nw">{number}</span> },
    ...earlier.map((old) => ({ label: words.t('progress.number.earlier'), value: <span className="nw">{old}</span> })),
    ...(bureau === null ? [] : [{ label: words.t('receipt.centre'), value: bureau.name }]),
    ...(bureau?.phone == null
      ? []
      : [
          {
            label: words.t('progress.contact'),
            value: frame.kiosk ? (
              bureau.phone
            ) : (
              <a href={`tel:${bureau.phone.replace(/[^\d+]/g, '')}`}>{bureau.phone}</a>
            ),
          },
        ]),
  ];
  return (
    <Shell frame={frame} title={words.t('complaint.title')} back="/progress/leave">
      <h1>{words.t('complaint.title')}</h1>
      <Path frame={frame} steps={steps} />
      {papers.length > 0 && (
        <>
          <h2>{words.t('complaint.papers')}</h2>
          {!frame.kiosk && <p className="hint">{rich(words, 'complaint.papers.hint')}</p>}
          <ul className="files">
            {papers.map((paper) => (
              <li key={paper.documentId}>
                <Paper frame={frame} paper={paper} />
                <span className="soft small nw">
                  {typeset(dayText(words, paper.issuedOn, frame.today), words.language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.t('complaint.about')}</h2>
      <Rows rows={rows} />
      <div className="actions">
        <a className="btn second" href="/progress/leave">
          {words.t('progress.again')}
        </a>
        {moves.includes('withdraw') && (
          <a className="link" href="/complaint/withdraw">
            {words.t('complaint.withdraw.link')}
          </a>
        )}
      </div>
    </Shell>
  );
}

/** A paper opens as PDF; at a kiosk, which prints nothing, only its title stands. */
function Paper({ frame, paper }: { frame: Frame; paper: ComplaintProps['papers'][number] }): ReactElement {
  const { language } = frame.words;
  const title = typeset(language === 'zh' ? paper.title : paper.titleEn, language);
  return frame.kiosk ? (
    <span className="fname">{title}</span>
  ) : (
    <a className="fname" href={`/complaint/papers/${paper.tenant}/${paper.documentId}`}>
      {title}
    </a>
  );
}
