import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Icon, type IconName } from '../components/icons.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

/** Drawn in the order of the faces: from the happiest to the unhappiest. */
const icons: readonly IconName[] = ['face5', 'face4', 'face3', 'face2', 'face1'];

export interface FaceChoice {
  readonly value: string;
  readonly text: string;
}

/** 表情晴雨表: five faces, each with its word, and room for more. */
export function RatePage({
  frame,
  faces,
  missing,
  typed,
}: {
  frame: Frame;
  faces: readonly FaceChoice[];
  missing: boolean;
  typed: string;
}): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t('rate.title')} back="/progress/matter" faulty={missing}>
      <ErrorSummary words={words} faults={missing ? [{ target: 'face-0', text: words.t('rate.missing') }] : []} />
      <Form frame={frame} action="/progress/rate">
        <fieldset aria-describedby="face-hint">
          <legend>
            <h1>{rich(words, 'rate.title')}</h1>
          </legend>
          <p className="hint" id="face-hint">
            {rich(words, 'rate.hint')}
          </p>
          <div className="faces">
            {faces.map((face, at) => (
              <label className="face" key={face.value}>
                <Icon name={icons[at] ?? 'face3'} />
                <span>{face.text}</span>
                <input type="radio" id={`face-${at}`} name="face" value={face.value} />
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label className="label" htmlFor="words">
            {words.t('rate.words')}
            <span className="opt">{words.t('form.optional')}</span>
          </label>
          <p className="hint" id="words-hint">
            {rich(words, 'rate.words.hint')}
          </p>
          <textarea
            className="in"
            id="words"
            name="words"
            rows={4}
            maxLength={1000}
            defaultValue={typed}
            aria-describedby="words-hint"
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('rate.send')}
          </button>
        </div>
      </Form>
    </Shell>
  );
}
