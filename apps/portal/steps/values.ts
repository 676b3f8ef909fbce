import { type Bilingual, fill } from '../../../kernel/i18n/index.ts';
import { checkPhone, peopleRefusals } from '../../../modules/people/index.ts';
import type { LocaleKey, Slots } from '../locales/locale.ts';
import type { Field, ValuesOf } from './field.ts';
import { complaintFields } from './fields-complaint.ts';
import { helpFields, matterFields } from './fields-matter.ts';
import { meansFields } from './fields-means.ts';
import { declarationFields, opponentFields } from './fields-opponent.ts';
import { personFields } from './fields-person.ts';
import { preCheckFields } from './fields-pre-check.ts';

/** Every field of the application, the pre-check and the complaint, by name. */
export const fields = {
  ...matterFields,
  ...helpFields,
  ...personFields,
  ...meansFields,
  ...opponentFields,
  ...declarationFields,
  ...preCheckFields,
  ...complaintFields,
};

export type FieldName = keyof typeof fields;

/** What the answers mean, for those fields that have been answered soundly. */
export type Values = ValuesOf<typeof fields>;

/** Answers as typed, by the name of the control: the draft keeps these, so that a wrong or half answer is kept too. Their meaning is read anew each time. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with one field and what to do, as a key of the locale or in the words of the module that judged it; `part` points into a date. */
export interface FieldError {
  readonly field: FieldName;
  readonly part?: 'y' | 'm' | 'd';
  readonly say: { readonly key: LocaleKey; readonly slots?: Slots } | Bilingual;
}

/** A fault of the people module in its own words. */
export function peopleError(field: FieldName, fault: { readonly code: string; readonly details: Slots }): FieldError {
  const text: Bilingual = peopleRefusals[fault.code as keyof typeof peopleRefusals];
  return { field, say: { zh: fill(text.zh, fault.details), en: fill(text.en, fault.details) } };
}

/** A telephone number that belongs to nobody passes only in the demonstration. */
export function phoneFault(
  field: FieldName,
  value: string | undefined,
  { demonstration }: { readonly demonstration: boolean },
): readonly FieldError[] {
  if (value === undefined) return [];
  const checked = checkPhone(value, { allowDemonstration: demonstration });
  return checked.ok ? [] : [peopleError(field, checked)];
}

/** The names of the controls that a field is made of. */
export function controlNames(name: FieldName): readonly string[] {
  return fields[name].kind === 'date' ? [`${name}-y`, `${name}-m`, `${name}-d`] : [name];
}

/** One text of what was typed for a control. */
export function typedText(typed: Typed, control: string): string {
  const value = typed[control];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function rawOf(name: FieldName, typed: Typed): unknown {
  const { kind } = fields[name];
  if (kind === 'date')
    return { y: typedText(typed, `${name}-y`), m: typedText(typed, `${name}-m`), d: typedText(typed, `${name}-d`) };
  if (kind === 'checkbox') return typed[name];
  return typed[name] === undefined && kind !== 'text' && kind !== 'textarea' && kind !== 'money'
    ? undefined
    : typedText(typed, name);
}

/** Read some fields. Every fault at once; sound fields have their values even beside faulty ones. */
export function readFields(
  names: readonly FieldName[],
  typed: Typed,
): { values: Values; errors: readonly FieldError[] } {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const name of names) {
    const definition: Field = fields[name];
    const parsed = definition.schema.safeParse(rawOf(name, typed));
    if (parsed.success) {
      if (parsed.data !== undefined) values[name] = parsed.data;
      continue;
    }
    errors.push(errorOf(name, definition, parsed.error.issues[0]));
  }
  return { values: values as Values, errors };
}

type Issue = {
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly code?: string;
  readonly params?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
};

function errorOf(field: FieldName, definition: Field, issue: Issue | undefined): FieldError {
  const inner = issue?.code === 'invalid_union' ? issue.errors?.at(-1)?.[0] : issue;
  const people = (inner?.params as { people?: { code: string; details: Slots } } | undefined)?.people;
  if (people !== undefined) return peopleError(field, people);
  const part = inner?.path[0];
  return {
    field,
    say: {
      key: (inner?.message ?? 'e.choose') as LocaleKey,
      ...(definition.max === undefined ? {} : { slots: { max: definition.max } }),
    },
    ...(part === 'y' || part === 'm' || part === 'd' ? { part } : {}),
  };
}
