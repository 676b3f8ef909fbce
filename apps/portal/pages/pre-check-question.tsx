import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { errorText, FieldBlock, targetOf } from '../components/field.tsx';
import { Form, mainForm } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import type { Frame } from '../frame.ts';
import type { PreTurn } from '../pre-check/walk.ts';
import { Shell } from '../shell.tsx';
import { isGuarded } from '../steps/notes.ts';
import type { FieldError, Typed, Values } from '../steps/values.ts';
import { rich } from '../typography.tsx';

export interface PreQuestionProps {
  readonly frame: Frame;
  readonly turn: PreTurn;
  /** First, second, third question. */
  readonly n: number;
  /** Answers before this page. */
  readonly values: Values;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** The form had outlived its browser session. */
  readonly expired?: boolean;
  /** The answers before it had: the person is back at the start. */
  readonly gone?: boolean;
}

/** One question a page; how many there will be depends on the answers. */
export function PreQuestionPage(props: PreQuestionProps): ReactElement {
  const { frame, turn, n, values, typed, errors, expired = false, gone = false } = props;
  const { words } = frame;
  const { title, hint, fields: names, unsure } = turn.page;
  const [only] = names;
  const alone = names.length === 1;
  const action = `/can-i-apply/${n}`;
  const hintText = hint === undefined ? undefined : rich(words, hint);
  const asksIncome = names.includes('householdIncome') || names.includes('preOwnIncome');
  return (
    <Shell
      frame={frame}
      title={words.t(title)}
      back={n === 1 ? '/can-i-apply' : `/can-i-apply/${n - 1}`}
      form={mainForm}
      guarded={isGuarded(values)}
      faulty={errors.length > 0}
    >
      <ErrorSummary words={words} faults={errors.map((e) => ({ target: targetOf(e), text: errorText(words, e) }))} />
      {expired && <Note kind="warn" title={rich(words, 'form.expired', { do: words.t('form.continue') })} />}
      {gone && <Note kind="warn" title={words.t('pre.gone')} />}
      <p className="way">
        {words.t('pre.title')} · {rich(words, 'pre.step', { n })}
      </p>
      {!alone && (
        <>
          <h1>{rich(words, title)}</h1>
          {hintText !== undefined && <p className="hint">{hintText}</p>}
        </>
      )}
      <Form frame={frame} action={action} hidden={{ q: turn.question.id }}>
        {names.map((name) => (
          <FieldBlock
            key={name}
            words={words}
            name={name}
            typed={typed}
            error={errors.find((e) => e.field === name)}
            options={turn.options[name] ?? []}
            {...(alone && name === only ? { heading: rich(words, title), headingHint: hintText } : {})}
          />
        ))}
        <div className="actions">
          <button className="btn" type="submit" name="do" value="continue">
            {words.t('form.continue')}
          </button>
          {unsure && (
            <button className="link" type="submit" name="do" value="unsure" formNoValidate>
              {words.t(asksIncome ? 'pre.unsure.income' : 'pre.unsure')}
            </button>
          )}
        </div>
      </Form>
    </Shell>
  );
}
