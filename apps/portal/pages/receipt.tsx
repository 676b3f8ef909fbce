import type { ReactElement } from 'react';
import { citationText } from '../citations.ts';
import { Note } from '../components/note.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, thinSpaced, typeset } from '../typography.tsx';
import { codeText } from './later.tsx';
import { ReceiptActions } from './receipt-actions.tsx';
import type { Limit } from './start.tsx';

export interface ReceiptProps {
  readonly frame: Frame;
  /** As it is shown: `530521 2611 000042 7`. */
  readonly number: string;
  readonly code: string;
  readonly submittedOn: string;
  readonly centre: { readonly name: string; readonly phone: string | null; readonly address: string | null } | null;
  /** `by` is null once the application has moved on: the progress page tells the rest. */
  readonly decide: Limit & { readonly by: string | null };
  readonly designate: Limit;
  readonly urgent: boolean;
  readonly guarded: boolean;
}

/** The receipt: number, code, what happens next, by when and by which article, whom to call. Made to be printed and photographed. */
export function ReceiptPage({
  frame,
  number,
  code,
  submittedOn,
  centre,
  decide,
  designate,
  urgent,
  guarded,
}: ReceiptProps): ReactElement {
  const { words } = frame;
  const name = centre?.name ?? '';
  return (
    <Shell frame={frame} title={words.t('receipt.title')} guarded={guarded}>
      <h1>{words.t('receipt.title')}</h1>
      <p className="lead">{rich(words, 'receipt.lead')}</p>
      {urgent && (
        <Note kind="warn" title={rich(words, 'receipt.next.urgent', { phone: centre?.phone ?? '12348' })}>
          <p>{rich(words, 'note.urgent.text')}</p>
        </Note>
      )}
      <dl className="receipt">
        <dt>{words.t('receipt.number')}</dt>
        <dd className="number">{number}</dd>
        <dt>{words.t('receipt.code')}</dt>
        <dd className="code">{codeText(code)}</dd>
        <dt>{words.t('receipt.on')}</dt>
        <dd>{typeset(dayText(words, submittedOn, frame.today), words.language)}</dd>
        {centre !== null && (
          <>
            <dt>{words.t('receipt.centre')}</dt>
            <dd>
              {name}
              {centre.address !== null && (
                <>
                  <br />
                  <span className="soft">{words.language === 'zh' ? thinSpaced(centre.address) : centre.address}</span>
                </>
              )}
            </dd>
          </>
        )}
      </dl>
      <ReceiptActions frame={frame} number={number} code={code} progress="/progress" />
      <h2>{words.t('receipt.next')}</h2>
      <ol>
        <li>{rich(words, 'receipt.next.1', { centre: name })}</li>
        {decide.by !== null && (
          <li>
            {rich(words, 'receipt.next.2', {
              date: dayText(words, decide.by, frame.today),
              citation: citationText(words, decide.citation),
              days: decide.days,
            })}
          </li>
        )}
        <li>
          {rich(words, 'receipt.next.3', { days: designate.days, citation: citationText(words, designate.citation) })}
        </li>
      </ol>
      <p>
        {centre?.phone == null
          ? rich(words, 'receipt.ask.plain')
          : rich(words, 'receipt.ask', { phone: centre.phone, centre: name })}
      </p>
      <p className="soft">{rich(words, 'receipt.free')}</p>
    </Shell>
  );
}
