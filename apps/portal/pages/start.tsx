import type { ReactElement } from 'react';
import { citationText } from '../citations.ts';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import type { Need } from '../steps/fields-matter.ts';
import { rich } from '../typography.tsx';

/** A statutory time limit in words: so many days, by this article. */
export interface Limit {
  readonly days: number;
  readonly citation: string;
}

export interface StartProps {
  readonly frame: Frame;
  readonly need: Need | undefined;
  readonly decide: Limit;
  readonly designate: Limit;
}

/** Before the first question: how long, what to have at hand, what follows, who sees it. Nothing is stored until the button is pressed. */
export function StartPage({ frame, need, decide, designate }: StartProps): ReactElement {
  const { words } = frame;
  return (
    <Shell
      frame={frame}
      title={words.t('start.title')}
      back={frame.kiosk ? '/kiosk' : '/'}
      guarded={need === 'violence'}
    >
      <h1>{words.t('start.title')}</h1>
      <p className="lead">{rich(words, 'start.lead')}</p>
      {need === 'violence' && (
        <Note title={rich(words, 'note.violence.title')}>
          <p>{rich(words, 'note.violence.text')}</p>
          <p>{rich(words, 'start.code.safe')}</p>
        </Note>
      )}
      <h2>{words.t('start.have')}</h2>
      <ul>
        <li>{rich(words, 'start.have.id')}</li>
        <li>{rich(words, 'start.have.papers')}</li>
        <li>{rich(words, 'start.have.income')}</li>
      </ul>
      <h2>{words.t('start.how')}</h2>
      <ol>
        <li>{rich(words, 'start.how.1')}</li>
        <li>{rich(words, 'start.how.2', { days: decide.days, citation: citationText(words, decide.citation) })}</li>
        <li>
          {rich(words, 'start.how.3', { days: designate.days, citation: citationText(words, designate.citation) })}
        </li>
      </ol>
      <p className="hint">{rich(words, 'start.privacy')}</p>
      <Form frame={frame} action="/start" hidden={need === undefined ? {} : { need }}>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('start.do')}
          </button>
        </div>
      </Form>
      <h2>{words.t('start.other')}</h2>
      <p>{rich(words, 'start.other.text')}</p>
    </Shell>
  );
}
