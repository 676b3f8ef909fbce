import type { ReactElement } from 'react';
import type { Bilingual } from '../../../kernel/i18n/index.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import { rich, typeset } from '../typography.tsx';

export interface ReplaceProps {
  readonly frame: Frame;
  readonly handler: string;
  readonly version: number;
  readonly grounds: readonly { readonly value: string; readonly text: Bilingual }[];
  readonly typed: { readonly ground: string; readonly facts: string };
  readonly faults: readonly { readonly target: string; readonly text: LocaleKey }[];
}

/** Asking for another handler (art. 55): why, and what happened, in the person's own words. */
export function ReplacePage({ frame, handler, version, grounds, typed, faults }: ReplaceProps): ReactElement {
  const { words } = frame;
  const wrong = (target: string) => faults.some((fault) => fault.target === target);
  return (
    <Shell frame={frame} title={words.t('replace.title')} back="/progress/matter" faulty={faults.length > 0}>
      <ErrorSummary
        words={words}
        faults={faults.map(({ target, text }) => ({ key: target, target, text: rich(words, text) }))}
      />
      <h1>{words.t('replace.title')}</h1>
      <p className="lead">{rich(words, 'replace.text', { handler })}</p>
      <Form frame={frame} action="/progress/replace" hidden={{ version: String(version) }}>
        <fieldset className={wrong('ground-0') ? 'field bad' : 'field'}>
          <legend className="label">{words.t('replace.why')}</legend>
          <div className="choices">
            {grounds.map(({ value, text }, at) => (
              <label className="choice" key={value}>
                <input
                  type="radio"
                  id={`ground-${at}`}
                  name="ground"
                  value={value}
                  defaultChecked={typed.ground === value}
                />
                <span>{typeset(text[words.language], words.language)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className={wrong('facts') ? 'field bad' : 'field'}>
          <label className="label" htmlFor="facts">
            {words.t('replace.facts')}
          </label>
          <p className="hint" id="facts-hint">
            {rich(words, 'replace.facts.hint')}
          </p>
          <textarea
            className="in"
            id="facts"
            name="facts"
            rows={5}
            maxLength={2000}
            defaultValue={typed.facts}
            aria-describedby="facts-hint"
            aria-invalid={wrong('facts') || undefined}
          />
        </div>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('replace.send')}
          </button>
          <a className="link" href="/progress/matter">
            {words.t('replace.keep')}
          </a>
        </div>
      </Form>
    </Shell>
  );
}
