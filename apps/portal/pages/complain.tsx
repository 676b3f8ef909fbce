import type { ReactElement } from 'react';
import type { ComplaintForCitizen } from '../../../modules/complaints/index.ts';
import { citationText } from '../citations.ts';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { dayText } from '../dates.ts';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';
import { codeText } from './later.tsx';
import { ReceiptActions } from './receipt-actions.tsx';
import type { Limit } from './start.tsx';

export interface ComplainProps {
  readonly frame: Frame;
  /** Number of the matter being looked at, as it is shown. */
  readonly number: string | undefined;
  readonly limits: { readonly accept: Limit; readonly decide: Limit; readonly reply: Limit };
}

/** Before the first question: who hears it, who learns of it, how long. Nothing is stored until a button is pressed. */
export function ComplainPage({ frame, number, limits }: ComplainProps): ReactElement {
  const { words } = frame;
  return (
    <Shell
      frame={frame}
      title={words.t('complain.title')}
      back={number !== undefined ? '/progress/matter' : frame.kiosk ? '/kiosk' : '/'}
    >
      <h1>{words.t('complain.title')}</h1>
      <p className="lead">{rich(words, 'complain.lead')}</p>
      <Note title={words.t('complain.safe')}>
        <p>{rich(words, 'complain.safe.text')}</p>
      </Note>
      <h2>{words.t('start.how')}</h2>
      <ol>
        <li>{rich(words, 'complain.how.accept', { days: limits.accept.days })}</li>
        <li>{rich(words, 'complain.how.decide', { days: limits.decide.days })}</li>
        <li>{rich(words, 'complain.how.reply', { days: limits.reply.days })}</li>
      </ol>
      <Basis frame={frame} limits={Object.values(limits)} />
      <Begin frame={frame} about={number === undefined ? '' : 'matter'} id="begin">
        {number === undefined ? words.t('complain.do') : words.t('complain.do.matter', { number })}
      </Begin>
      {number !== undefined && (
        <Begin frame={frame} about="" id="begin-other" second>
          {words.t('complain.do.other')}
        </Begin>
      )}
      <h2>{words.t('complain.instead')}</h2>
      <ul>
        <li>{rich(words, 'complain.instead.decision')}</li>
        <li>{rich(words, 'complain.instead.replace')}</li>
      </ul>
      <h2>{words.t('start.other')}</h2>
      <p>{rich(words, 'complain.other.text')}</p>
    </Shell>
  );
}

/** By which measures: once, where all limits follow the same. */
function Basis({ frame: { words }, limits }: { frame: Frame; limits: readonly Limit[] }): ReactElement {
  const cited = [...new Set(limits.map(({ citation }) => citationText(words, citation)))];
  return (
    <p className="hint">
      {rich(words, 'complain.how.basis', { citation: cited.join(words.language === 'zh' ? '；' : '; ') })}
    </p>
  );
}

function Begin({
  frame,
  about,
  id,
  second = false,
  children,
}: {
  frame: Frame;
  about: string;
  id: string;
  second?: boolean;
  children: string;
}): ReactElement {
  return (
    <Form frame={frame} action="/complain/start" hidden={{ about }} id={id}>
      <div className="actions">
        <button className={second ? 'btn second' : 'btn'} type="submit">
          {typeset(children, frame.words.language)}
        </button>
      </div>
    </Form>
  );
}

export interface ComplaintReceiptProps {
  readonly frame: Frame;
  readonly complaint: Pick<ComplaintForCitizen, 'number' | 'receivedOn' | 'due' | 'bureau'>;
  readonly code: string;
  readonly limits: { readonly decide: Limit; readonly reply: Limit };
}

/** The receipt: number, code, what happens next, by when and by which article. Made to be printed and photographed. */
export function ComplaintReceiptPage({ frame, complaint, code, limits }: ComplaintReceiptProps): ReactElement {
  const { words } = frame;
  const { number, receivedOn, due, bureau } = complaint;
  const name = bureau?.name ?? '';
  return (
    <Shell frame={frame} title={words.t('complain.receipt.title')}>
      <h1>{words.t('complain.receipt.title')}</h1>
      <p className="lead">{rich(words, 'receipt.lead')}</p>
      <dl className="receipt">
        <dt>{words.t('complaint.number')}</dt>
        <dd className="number">{number}</dd>
        <dt>{words.t('receipt.code')}</dt>
        <dd className="code">{codeText(code)}</dd>
        <dt>{words.t('receipt.on')}</dt>
        <dd>{typeset(dayText(words, receivedOn, frame.today), words.language)}</dd>
        <dt>{words.t('receipt.centre')}</dt>
        <dd>{name}</dd>
      </dl>
      <ReceiptActions frame={frame} number={number} code={code} progress="/complaint" />
      <h2>{words.t('receipt.next')}</h2>
      <ol>
        {due?.step === 'acceptComplaint' && (
          <li>
            {rich(words, 'complain.receipt.accept', {
              bureau: name,
              date: dayText(words, due.on, frame.today),
            })}
          </li>
        )}
        <li>{rich(words, 'complain.how.decide', { days: limits.decide.days })}</li>
        <li>{rich(words, 'complain.how.reply', { days: limits.reply.days })}</li>
      </ol>
      <Basis frame={frame} limits={Object.values(limits)} />
      <p>
        {bureau?.phone == null
          ? rich(words, 'receipt.ask.plain')
          : rich(words, 'receipt.ask', { phone: bureau.phone, centre: name })}
      </p>
      <p className="soft">{rich(words, 'complain.safe.text')}</p>
    </Shell>
  );
}
