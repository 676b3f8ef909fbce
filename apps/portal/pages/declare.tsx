import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { errorText, FieldBlock, targetOf } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { Way } from '../components/way.tsx';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import { declarationFields } from '../steps/fields-opponent.ts';
import { isGuarded } from '../steps/notes.ts';
import type { FieldError, Values } from '../steps/values.ts';
import { sections } from '../steps.ts';
import { rich } from '../typography.tsx';

export interface DeclareProps {
  readonly frame: Frame;
  readonly values: Values;
  readonly errors: readonly FieldError[];
  /** The form had outlived its browser session: nothing was sent. */
  readonly expired?: boolean;
}

/** What is declared, in full, before it is sent: only what applies to this person. */
export function DeclarePage({ frame, values, errors, expired = false }: DeclareProps): ReactElement {
  const { words } = frame;
  const statements: readonly LocaleKey[] = [
    'declare.1',
    ...(values.proof === 'commitment' ? (['declare.commitment'] as const) : []),
    ...(values.forWhom === 'other' ? (['declare.agent'] as const) : []),
    'declare.2',
    'declare.3',
  ];
  return (
    <Shell
      frame={frame}
      title={words.t('q.declare')}
      back="/apply/check"
      guarded={isGuarded(values)}
      faulty={errors.length > 0}
    >
      <ErrorSummary words={words} faults={errors.map((e) => ({ target: targetOf(e), text: errorText(words, e) }))} />
      {expired && <Note kind="warn" title={rich(words, 'form.expired', { do: words.t('declare.send') })} />}
      <Way words={words} section="send" sections={sections} />
      <h1>{words.t('q.declare')}</h1>
      <ol>
        {statements.map((key) => (
          <li key={key}>{rich(words, key)}</li>
        ))}
      </ol>
      <Form frame={frame} action="/apply/declare">
        <FieldBlock words={words} name="declared" typed={{}} error={errors[0]} options={declaredOption} />
        <div className="actions">
          <button className="btn" type="submit" name="do" value="send">
            {words.t('declare.send')}
          </button>
        </div>
      </Form>
    </Shell>
  );
}

const declaredOption = Array.isArray(declarationFields.declared.options) ? declarationFields.declared.options : [];
