import type { ReactElement, ReactNode } from 'react';
import type { Words } from '../locales/locale.ts';
import type { Field, Option } from '../steps/field.ts';
import { type FieldError, type FieldName, fields, type Typed, typedText } from '../steps/values.ts';
import { rich, typeset } from '../typography.tsx';
import { Icon } from './icons.tsx';

export interface FieldProps {
  readonly words: Words;
  readonly name: FieldName;
  readonly typed: Typed;
  readonly error: FieldError | undefined;
  readonly options: readonly Option[];
  /** The page's heading, where this field is what the page asks: it becomes the field's own label. */
  readonly heading?: ReactNode;
  readonly headingHint?: ReactNode;
  /** Notes that belong between the question and its answer. */
  readonly aside?: ReactNode;
}

/** One field with its label, hint and error; what was typed stays in it, right or wrong. */
export function FieldBlock(props: FieldProps): ReactElement {
  const definition: Field = fields[props.name];
  const grouped = definition.kind === 'radio' || definition.kind === 'checkbox' || definition.kind === 'date';
  const className = ['field', props.heading === undefined ? '' : 'lead-field', props.error === undefined ? '' : 'bad']
    .filter((c) => c !== '')
    .join(' ');
  return (
    <div className={className}>
      {grouped ? <Group {...props} definition={definition} /> : <Single {...props} definition={definition} />}
    </div>
  );
}

type Inner = FieldProps & { readonly definition: Field };

/** Id of the control that an error leads to. */
export function targetOf(error: FieldError): string {
  const { kind } = fields[error.field];
  if (kind === 'date') return `${error.field}-${error.part ?? 'y'}`;
  return kind === 'radio' || kind === 'checkbox' ? `${error.field}-0` : error.field;
}

/** What is wrong and what to do, typeset. */
export function errorText(words: Words, { say }: FieldError): ReactNode {
  return 'key' in say ? rich(words, say.key, say.slots) : typeset(say[words.language], words.language);
}

function Label({
  words,
  definition,
  heading,
  htmlFor,
}: {
  words: Words;
  definition: Field;
  heading: ReactNode;
  htmlFor?: string;
}): ReactElement {
  const optional =
    definition.optional === true && definition.kind !== 'checkbox' ? (
      <span className="opt">{words.t('form.optional')}</span>
    ) : null;
  const text = (
    <>
      {rich(words, definition.label)}
      {optional}
    </>
  );
  if (htmlFor === undefined) return heading === undefined ? <span className="label">{text}</span> : <h1>{heading}</h1>;
  if (heading === undefined) {
    return (
      <label className="label" htmlFor={htmlFor}>
        {text}
      </label>
    );
  }
  return (
    <h1>
      <label htmlFor={htmlFor}>{heading}</label>
    </h1>
  );
}

function Hints({ words, name, definition, heading, headingHint, aside }: Inner): ReactElement {
  const own = definition.hint;
  return (
    <>
      {heading !== undefined && headingHint !== undefined && (
        <p className="hint" id={`${name}-lead`}>
          {headingHint}
        </p>
      )}
      {own !== undefined && (
        <p className="hint" id={`${name}-hint`}>
          {rich(words, own)}
        </p>
      )}
      {aside}
    </>
  );
}

function ErrorLine({
  words,
  name,
  error,
}: {
  words: Words;
  name: FieldName;
  error: FieldError | undefined;
}): ReactElement | null {
  if (error === undefined) return null;
  return (
    <p className="err" id={`${name}-error`}>
      <Icon name="alert" />
      <span>{errorText(words, error)}</span>
    </p>
  );
}

function described({ name, definition, heading, headingHint, error }: Inner): string | undefined {
  const ids = [
    heading !== undefined && headingHint !== undefined ? `${name}-lead` : '',
    definition.hint !== undefined ? `${name}-hint` : '',
    error !== undefined ? `${name}-error` : '',
  ].filter((id) => id !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

function Single(props: Inner): ReactElement {
  const { words, name, definition, error, typed } = props;
  const common = {
    id: name,
    name,
    className: ['in', definition.width ?? ''].filter((c) => c !== '').join(' '),
    'aria-describedby': described(props),
    'aria-invalid': error === undefined ? undefined : true,
    autoComplete: definition.autoComplete,
  };
  const value = typedText(typed, name);
  return (
    <>
      <Label words={words} definition={definition} heading={props.heading} htmlFor={name} />
      <Hints {...props} />
      <ErrorLine words={words} name={name} error={error} />
      {definition.kind === 'textarea' && (
        <>
          <textarea {...common} rows={definition.rows} maxLength={definition.max} defaultValue={value} />
          <p className="count" id={`${name}-count`} data-left={words.t('form.left')} />
        </>
      )}
      {definition.kind === 'select' && (
        <select {...common} defaultValue={value}>
          <option value="">{words.t('form.choose')}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {plainText(words, option.label)}
            </option>
          ))}
        </select>
      )}
      {definition.kind === 'text' && (
        <input
          {...common}
          type={definition.inputMode === 'tel' ? 'tel' : 'text'}
          inputMode={definition.inputMode}
          maxLength={definition.max}
          spellCheck={definition.spellCheck}
          defaultValue={value}
        />
      )}
      {definition.kind === 'money' && (
        <span className="unit">
          <input
            {...common}
            type="text"
            inputMode="text"
            maxLength={definition.max}
            spellCheck={false}
            defaultValue={value}
            aria-label={`${words.t(definition.label)}（${words.t('form.yuan')}）`}
          />
          {words.t('form.yuan')}
        </span>
      )}
    </>
  );
}

function Group(props: Inner): ReactElement {
  const { words, name, definition, error } = props;
  return (
    <fieldset aria-describedby={described(props)}>
      <legend className={saysItself(props) ? 'vh' : undefined}>
        <Label words={words} definition={definition} heading={props.heading} />
      </legend>
      <Hints {...props} />
      <ErrorLine words={words} name={name} error={error} />
      {definition.kind === 'date' ? <DateParts {...props} /> : <Choices {...props} />}
    </fieldset>
  );
}

/** A single box to tick carries the whole statement beside it; the legend would say it twice. */
function saysItself({ definition, options, heading }: Inner): boolean {
  return heading === undefined && definition.kind === 'checkbox' && options.length === 1;
}

function Choices({ words, name, definition, typed, options }: Inner): ReactElement {
  const chosen = typed[name];
  const isChosen = (value: string): boolean => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value);
  return (
    <div className={definition.twoColumns === true ? 'choices two' : 'choices'}>
      {options.map((option, at) => (
        <label className="choice" key={option.value}>
          <input
            type={definition.kind === 'checkbox' ? 'checkbox' : 'radio'}
            id={`${name}-${at}`}
            name={name}
            value={option.value}
            defaultChecked={isChosen(option.value)}
            data-none={definition.none === option.value ? '' : undefined}
          />
          <span>
            {typeset(plainText(words, option.label), words.language)}
            {option.hint !== undefined && (
              <span className="hint">{typeset(plainText(words, option.hint), words.language)}</span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

const parts = [
  { part: 'y', label: 'form.year', width: 'w4', length: 5, complete: 'year' },
  { part: 'm', label: 'form.month', width: 'w2', length: 3, complete: 'month' },
  { part: 'd', label: 'form.day', width: 'w2', length: 3, complete: 'day' },
] as const;

function DateParts({ words, name, definition, typed, error }: Inner): ReactElement {
  return (
    <div className="parts">
      {parts.map(({ part, label, width, length, complete }) => (
        <label key={part} htmlFor={`${name}-${part}`}>
          {words.t(label)}
          <input
            className={`in ${width}`}
            id={`${name}-${part}`}
            name={`${name}-${part}`}
            type="text"
            inputMode="numeric"
            maxLength={length}
            defaultValue={typedText(typed, `${name}-${part}`)}
            autoComplete={definition.autoComplete === 'bday' ? `bday-${complete}` : 'off'}
            aria-invalid={error !== undefined && (error.part === undefined || error.part === part) ? true : undefined}
          />
        </label>
      ))}
    </div>
  );
}

/** Words of an option: from the locale, or as a register gave them. */
export function plainText(words: Words, label: Option['label']): string {
  return typeof label === 'string' ? words.t(label) : label[words.language];
}
