import { application, type Questionnaire } from '../questionnaires.ts';
import type { Step } from '../steps.ts';
import type { JourneyContext } from './context.ts';
import { optionsOf } from './options.ts';
import { type FieldError, type FieldName, fields, readFields, type Typed, type Values } from './values.ts';

/** What is kept of a journey: what was typed, and which pages have been answered. */
export interface Answers {
  readonly typed: Typed;
  /** Ids of steps that were sent on with "continue": a page of optional fields counts as answered only then. */
  readonly seen: readonly string[];
  /** Which questionnaire is answered; absent: the application. */
  readonly form?: Questionnaire['key'] | undefined;
  /** Of those, the ones answered before the application began: not asked for again on the way, and changed from the check page. */
  readonly carried?: readonly string[] | undefined;
}

export const noAnswers: Answers = { typed: {}, seen: [] };

/** Answers read anew: the pages that apply, in order, what their answers mean, and what is wrong with each. */
export interface Journey {
  readonly form: Questionnaire;
  readonly steps: readonly Step[];
  /** Values of the steps that apply; answers to pages that no longer apply are left out. */
  readonly values: Values;
  readonly errorsOf: ReadonlyMap<string, readonly FieldError[]>;
  /** Pages answered beforehand, and soundly. */
  readonly carried: ReadonlySet<string>;
  /** The first page that is unanswered or faulty; `check` when all are sound. */
  readonly next: string;
}

const closing = new Set(['check', 'declare']);

/** Walk the table from the top: whether a page applies depends only on the pages before it. */
export function walk(answers: Answers, context: JourneyContext, form: Questionnaire = application): Journey {
  const applicable: Step[] = [];
  const errorsOf = new Map<string, readonly FieldError[]>();
  let values: Values = {};
  let next: string | undefined;
  for (const step of form.steps) {
    if (step.when !== undefined && !step.when(values, context)) continue;
    applicable.push(step);
    if (closing.has(step.id)) continue;
    const read = readStep(step, answers.typed, values, context);
    values = { ...values, ...read.values };
    errorsOf.set(step.id, read.errors);
    if (next === undefined && (read.errors.length > 0 || !answers.seen.includes(step.id))) next = step.id;
  }
  const carried = new Set(answers.carried?.filter((id) => errorsOf.get(id)?.length === 0));
  return { form, steps: applicable, values, errorsOf, carried, next: next ?? 'check' };
}

/** Read one page's fields on top of the answers of the pages before it. */
export function readStep(
  step: Step,
  typed: Typed,
  before: Values,
  context: JourneyContext,
): { values: Values; errors: readonly FieldError[] } {
  const { values, errors } = readFields(step.fields, typed);
  const strange = step.fields.flatMap((name): FieldError[] => {
    const value = values[name];
    if (typeof value !== 'string' || typeof fields[name].options !== 'string') return [];
    return optionsOf(name, { ...before, ...values }, context).some((option) => option.value === value)
      ? []
      : [{ field: name, say: { key: 'e.choose' } }];
  });
  const own = step.check?.({ ...before, ...values }, context) ?? [];
  const all = [...errors, ...strange, ...own.filter((e) => !errors.some((earlier) => earlier.field === e.field))];
  return { values: without(values, [...strange, ...own]), errors: inOrder(all, step.fields) };
}

function without(values: Values, errors: readonly FieldError[]): Values {
  const bad = new Set<string>(errors.map((e) => e.field));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !bad.has(name)));
}

function inOrder(errors: readonly FieldError[], names: readonly FieldName[]): readonly FieldError[] {
  return [...errors].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
}

export function stepById(id: string, form: Questionnaire = application): Step | undefined {
  return form.steps.find((step) => step.id === id);
}

/** The page after this one, among those that apply and were not answered beforehand. */
export function after(journey: Journey, id: string): string {
  const at = journey.steps.findIndex((step) => step.id === id);
  return journey.steps.slice(at + 1).find((step) => !journey.carried.has(step.id))?.id ?? 'check';
}

/** The page before this one; undefined on the first. */
export function before(journey: Journey, id: string): string | undefined {
  const at = journey.steps.findIndex((step) => step.id === id);
  return at > 0 ? journey.steps[at - 1]?.id : undefined;
}
