import type { ReactElement, ReactNode } from 'react';
import type { Bilingual } from '../../../kernel/i18n/index.ts';
import { daysBetween } from '../../../kernel/time/index.ts';
import { citationText } from '../citations.ts';
import { dayText } from '../dates.ts';
import type { Frame, Say } from '../frame.ts';
import { rich, typeset } from '../typography.tsx';
import { Icon } from './icons.tsx';

/** One step of a matter's way in plain words. */
export interface PathStep {
  readonly state: 'done' | 'now' | 'next' | 'stopped';
  readonly title: Say | Bilingual;
  /** The day it happened. */
  readonly on?: string | undefined;
  readonly texts?: readonly (Say | Bilingual)[] | undefined;
  readonly items?: readonly string[] | undefined;
  /** Its latest day and the article that says so. */
  readonly due?: { readonly by: string; readonly citation: string } | undefined;
  readonly paused?: boolean | undefined;
  readonly action?: { readonly href: string; readonly text: Say } | undefined;
}

/** The vertical path: done, now, next. The state stands in words as well as in the mark. */
export function Path({ frame, steps }: { frame: Frame; steps: readonly PathStep[] }): ReactElement {
  const { words } = frame;
  return (
    <ol className="path">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes order
        <li key={at} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="dot" aria-hidden="true">
            {step.state === 'done' && <Icon name="tick" />}
            {step.state === 'stopped' && <Icon name="cross" />}
          </span>
          <h2>
            {said(frame, step.title)} <span className="state">{words.t(`progress.state.${step.state}`)}</span>
          </h2>
          {step.on !== undefined && (
            <p className="soft">{typeset(dayText(words, step.on, frame.today), words.language)}</p>
          )}
          {step.texts?.map((text) => (
            <p key={'key' in text ? text.key : text.zh}>{said(frame, text)}</p>
          ))}
          {step.items !== undefined && (
            <ul>
              {step.items.map((item) => (
                <li key={item}>{typeset(item, words.language)}</li>
              ))}
            </ul>
          )}
          {step.due !== undefined && <Due frame={frame} due={step.due} done={step.state === 'done'} />}
          {step.paused === true && <p className="soft">{rich(words, 'progress.paused')}</p>}
          {step.action !== undefined && (
            <p>
              <a className="btn" href={step.action.href}>
                {words.t(step.action.text.key, step.action.text.slots)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function said(frame: Frame, text: Say | Bilingual): ReactNode {
  return 'key' in text
    ? rich(frame.words, text.key, text.slots)
    : typeset(text[frame.words.language], frame.words.language);
}

function Due({
  frame,
  due,
  done,
}: {
  frame: Frame;
  due: { readonly by: string; readonly citation: string };
  done: boolean;
}): ReactElement {
  const { words, today } = frame;
  const late = daysBetween(due.by, today);
  const date = dayText(words, due.by, today);
  if (late > 0 && !done) {
    return (
      <p>
        <span className="tag late">
          <Icon name="alert" />
          {rich(words, 'date.over', { n: late })}
        </span>{' '}
        {rich(words, 'progress.overdue', { date, citation: citationText(words, due.citation), n: late })}
      </p>
    );
  }
  return <p>{rich(words, 'progress.due', { date, citation: citationText(words, due.citation) })}</p>;
}
