import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { errorText, FieldBlock, targetOf } from '../components/field.tsx';
import { Form, mainForm } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { Way } from '../components/way.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import type { JourneyContext } from '../steps/context.ts';
import { before, type Journey } from '../steps/journey.ts';
import { isGuarded, notesFor } from '../steps/notes.ts';
import { optionsOf } from '../steps/options.ts';
import { type FieldError, fields, type Typed } from '../steps/values.ts';
import type { Step } from '../steps.ts';
import { rich, typeset } from '../typography.tsx';

export interface QuestionProps {
  readonly frame: Frame;
  readonly context: JourneyContext;
  readonly journey: Journey;
  readonly step: Step;
  /** What stands in the fields. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The code with which the draft is found again. */
  readonly code: string;
  /** What the page's answers were when it was drawn: sent along, so that a change made elsewhere meanwhile is noticed. */
  readonly was: string;
  /** The form had outlived its browser session: nothing was saved yet. */
  readonly expired?: boolean;
  /** The page was changed elsewhere meanwhile, and holds this now. */
  readonly changedElsewhere?: string | undefined;
}

/** One question a page. */
export function QuestionPage({
  frame,
  context,
  journey,
  step,
  typed,
  errors,
  code,
  was,
  expired = false,
  changedElsewhere,
}: QuestionProps): ReactElement {
  const { words } = frame;
  const { form, values } = journey;
  const titleKey = values.forWhom === 'other' && step.titleForOther !== undefined ? step.titleForOther : step.title;
  const leadField = step.fields.find((name) => fields[name].label === step.title);
  const back = before(journey, step.id);
  const hint = step.hint === undefined ? undefined : rich(words, step.hint);
  const notes = (
    <>
      {notesFor(step.id, values, context).map((note) => (
        <Note key={note.title} kind={note.kind} title={rich(words, note.title)}>
          <p>{rich(words, note.text)}</p>
        </Note>
      ))}
      {step.id === 'proof' && (
        <Note title={words.t('commit.title')}>
          <ul>
            {(['commit.1', 'commit.2', 'commit.3', 'commit.4', 'commit.5'] as const).map((key) => (
              <li key={key}>{rich(words, key)}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
  return (
    <Shell
      frame={frame}
      title={words.t(titleKey)}
      back={back === undefined ? form.start : `${form.base}/${back}`}
      form={mainForm}
      guarded={isGuarded(values)}
      faulty={errors.length > 0}
    >
      <ErrorSummary words={words} faults={errors.map((e) => ({ target: targetOf(e), text: errorText(words, e) }))} />
      {changedElsewhere !== undefined && (
        <Note kind="warn" title={words.t('form.stale.title')}>
          <p>
            {rich(words, 'form.stale.text', {
              other: changedElsewhere === '' ? words.t('form.stale.empty') : changedElsewhere,
            })}
          </p>
        </Note>
      )}
      {expired && <Note kind="warn" title={rich(words, 'form.expired', { do: words.t('form.continue') })} />}
      <Way words={words} section={step.section} sections={form.sections} />
      {leadField === undefined && (
        <>
          <h1>{rich(words, titleKey)}</h1>
          {hint !== undefined && <p className="hint">{hint}</p>}
        </>
      )}
      {leadField === undefined && notes}
      <Form frame={frame} action={`${form.base}/${step.id}`} hidden={{ was }}>
        {step.fields.map((name) => (
          <FieldBlock
            key={name}
            words={words}
            name={name}
            typed={typed}
            error={errors.find((e) => e.field === name)}
            options={optionsOf(name, values, context)}
            {...(name === leadField ? { heading: rich(words, titleKey), headingHint: hint, aside: notes } : {})}
          />
        ))}
        <div className="actions">
          <button className="btn" type="submit" name="do" value="continue">
            {words.t('form.continue')}
          </button>
          {!frame.kiosk && (
            <button className="link" type="submit" name="do" value="later" formNoValidate>
              {words.t('form.later')}
            </button>
          )}
        </div>
      </Form>
      <p className="hint small">
        {words.t('form.code')} <strong className="nw">{code}</strong>
        {words.language === 'zh' ? '。' : '. '}
        {typeset(words.t('form.code.hint'), words.language)}
      </p>
    </Shell>
  );
}
