import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileInput } from '../components/file-input.tsx';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import type { Frame, Say } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';
import type { UploadLimits } from './papers.tsx';

export interface SupplementProps {
  readonly frame: Frame;
  /** Where one comes from, and where the form goes. */
  readonly at: string;
  readonly action: string;
  readonly items: readonly string[];
  readonly note: string;
  /** Until when, and what happens otherwise. */
  readonly until: readonly Say[];
  readonly typed: string;
  readonly limits: UploadLimits;
  readonly faults: readonly Say[];
}

/** Answer a request for what is missing: files, words, or both. */
export function SupplementPage({
  frame,
  at,
  action,
  items,
  note,
  until,
  typed,
  limits,
  faults,
}: SupplementProps): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('supplement.title')} back={at} faulty={faults.length > 0}>
      <ErrorSummary
        words={words}
        faults={faults.map((fault, n) => ({
          key: String(n),
          target: 'files',
          text: rich(words, fault.key, fault.slots),
        }))}
      />
      <h1>{words.t('supplement.title')}</h1>
      <Note kind="warn" title={words.t('supplement.need')}>
        <ul>
          {items.map((item) => (
            <li key={item}>{typeset(item, words.language)}</li>
          ))}
        </ul>
        {note !== '' && <p>{typeset(note, words.language)}</p>}
        {until.map(({ key, slots }) => (
          <p key={key}>{rich(words, key, slots)}</p>
        ))}
      </Note>
      <Form frame={frame} action={action} upload>
        <FileInput words={words} limits={limits} />
        <div className="field">
          <label className="label" htmlFor="note">
            {words.t('f.answer')}
            <span className="opt">{words.t('form.optional')}</span>
          </label>
          <p className="hint" id="note-hint">
            {rich(words, 'f.answer.hint')}
          </p>
          <textarea
            className="in"
            id="note"
            name="note"
            rows={4}
            maxLength={1000}
            defaultValue={typed}
            aria-describedby="note-hint"
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit" name="do" value="send">
            {words.t('supplement.send')}
          </button>
        </div>
      </Form>
    </Shell>
  );
}
