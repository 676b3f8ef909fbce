import type { Register } from '../../../modules/network/index.ts';
import {
  type PreCheckAnswers,
  type PreCheckContext,
  type PreCheckEnd,
  preCheck,
  type Question,
  type QuestionId,
} from '../../../modules/policy/index.ts';
import type { Option } from '../steps/field.ts';
import { type FieldError, type FieldName, fields, readFields, type Typed, type Values } from '../steps/values.ts';
import { answersFrom } from './answers.ts';
import { preOptions } from './options.ts';
import { type PrePage, prePages } from './questions.ts';

/** One page as it was answered: what was chosen, and among what. */
export interface Told {
  readonly typed: Typed;
  /** Options that were shown: a page that has grown since is asked again. */
  readonly offered: readonly string[];
}

/** All that a pre-check knows. It lives in the visitor's browser, sealed, and nowhere else. */
export interface PreState {
  readonly told: Readonly<Partial<Record<QuestionId, Told | 'unsure'>>>;
  /** County or township where the person looks for a point. */
  readonly place?: string | undefined;
}

export interface PreTurn {
  readonly question: Question;
  readonly page: PrePage;
  readonly options: Readonly<Partial<Record<FieldName, readonly Option[]>>>;
  readonly told: Told | 'unsure' | undefined;
}

export interface PreWalk {
  /** Pages in the order asked; the last is open unless there is an end. */
  readonly turns: readonly PreTurn[];
  readonly answers: PreCheckAnswers;
  readonly values: Values;
  readonly end: PreCheckEnd | undefined;
}

export interface PreContext extends PreCheckContext {
  readonly register: Register;
}

/** Ask from the start, taking what was told where it is what the law asks for: an earlier answer changed brings up just the pages that it opens. */
export function walkPreCheck({ told }: PreState, context: PreContext): PreWalk {
  const turns: PreTurn[] = [];
  let answers: PreCheckAnswers = {};
  let values: Values = {};
  // Each page tells at least one fact that was open, so there is an end; the count is for peace of mind.
  for (let n = 0; n < 40; n += 1) {
    const state = preCheck(answers, context);
    if (state.ended) return { turns, answers, values, end: state };
    const turn = turnOf(state.question, values, told[state.question.id], context);
    turns.push(turn);
    const { question } = turn;
    if (turn.told === undefined) return { turns, answers, values, end: undefined };
    if (turn.told === 'unsure') {
      answers = { ...answers, unsure: [...(answers.unsure ?? []), question.id] };
      continue;
    }
    const read = readTurn(turn, turn.told.typed);
    if (read.errors.length > 0 || !isStillThePage(turn, turn.told)) {
      return { turns, answers, values, end: undefined };
    }
    answers = answersFrom(question, read.values, { answers, values });
    values = { ...values, ...read.values };
  }
  throw new Error('the pre-check finds no end');
}

function turnOf(question: Question, before: Values, told: Told | 'unsure' | undefined, context: PreContext): PreTurn {
  const page = prePages[question.id];
  const options = Object.fromEntries(
    page.fields.map((name) => [name, preOptions(name, question, before, context.register)]),
  );
  return { question, page, options, told };
}

/** Read one page. A value that is not among its options is no answer. */
export function readTurn({ page, options }: PreTurn, typed: Typed): { values: Values; errors: readonly FieldError[] } {
  const { values, errors } = readFields(page.fields, typed);
  const strange = page.fields.flatMap((name): FieldError[] => {
    const { kind, none } = fields[name] as { kind: string; none?: string };
    if (kind !== 'radio' && kind !== 'checkbox') return [];
    const shown = options[name] ?? [];
    const chosen = [(values[name] as string | readonly string[] | undefined) ?? []].flat();
    if (none !== undefined && chosen.length > 1 && chosen.includes(none)) {
      return [{ field: name, say: { key: 'e.noneOrSome' } }];
    }
    return chosen.every((value) => shown.some((option) => option.value === value))
      ? []
      : [{ field: name, say: { key: 'e.choose' } }];
  });
  return { values, errors: [...errors, ...strange] };
}

/** What was offered on a page, as its boxes and choices. */
export function offeredOn({ page, options }: PreTurn): readonly string[] {
  return page.fields.flatMap((name) => (options[name] ?? []).map(({ value }) => value));
}

function isStillThePage(turn: PreTurn, { offered }: Told): boolean {
  return offeredOn(turn).every((value) => offered.includes(value));
}
