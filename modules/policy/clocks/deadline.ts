import { type Calendar, epochDayOf, localDateOfEpochDay, seedCalendar } from '../../../kernel/calendar/index.ts';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { firstDayOfLaw } from '../law/check-packs.ts';
import type { Law } from '../law/law.ts';
import { lawOnFile } from '../law/on-file.ts';
import { type ClockMatter, clockMatters } from '../law/pack-schema.ts';
import type { CompiledClock, RuleBook } from '../law/rule-book.ts';
import {
  type Checked,
  type Deadline,
  type DeadlineQuestion,
  type Pause,
  type PolicyFault,
  type Step,
  steps,
} from '../schema.ts';
import { countLimit } from './count-limit.ts';

/**
 * One statutory time limit (法定期限), counted. The law of `on` (or of `from`) gives amount and unit, the calendar the working days.
 * Faults as values: an unknown step, a day that does not exist, a pause that ends before it starts, a day for which the law on file sets no
 * limit for this step.
 */
export function deadline(
  question: DeadlineQuestion,
  calendar: Calendar = seedCalendar(),
  law: Law = lawOnFile(),
): Checked<Deadline> {
  const faults = questionFaults(question);
  if (faults.length > 0) return { ok: false, faults };
  const on = question.on ?? question.from.slice(0, 10);
  // Clocks are national law; the region plays no part in them.
  const book = law.bookFor(on, '');
  const compiled = book && clockFor(book, question.step, question.matter);
  if (book === undefined || compiled === undefined) return { ok: false, faults: [noLimit(question, on)] };
  const { clock } = compiled;
  if (clock.unit === 'hour' && (question.paused?.length ?? 0) > 0) {
    return {
      ok: false,
      faults: [fault('/paused', 'hoursDoNotPause', '以小时计算的期限不中止', 'a limit in hours does not pause')],
    };
  }
  return { ok: true, value: count(question, book.ruleSet, compiled, calendar) };
}

function count(
  question: DeadlineQuestion,
  ruleSet: string,
  { clock, citation, verified }: CompiledClock,
  calendar: Calendar,
): Deadline {
  const { step, from } = question;
  const { amount, unit } = clock;
  const tail = { ruleSet, citation, ...(verified ? undefined : { verified: false as const }) };
  if (unit === 'hour') return { step, from, due: hoursLater(from, amount), unit, amount, ...tail };
  const start = epochDayOf(from.slice(0, 10));
  if (clock.counted === 'before') {
    return { step, from, due: localDateOfEpochDay(start - amount), unit, amount, ...tail, counted: 'before' };
  }
  const limit = countLimit(start, amount, unit, calendar, question.paused);
  return {
    step,
    from,
    due: localDateOfEpochDay(limit.due),
    unit,
    amount,
    ...(limit.rolledFrom === undefined ? undefined : { rolledFrom: localDateOfEpochDay(limit.rolledFrom) }),
    ...tail,
    ...(limit.calendarKnown ? undefined : { calendarKnown: false as const }),
  };
}

/**
 * The bureau's own shorter limit (承诺时限) for the same step, when the region has one on that day. Same shape as {@link deadline}.
 * Undefined when nothing was promised; the statutory limit stands either way.
 */
export function promisedDeadline(
  question: DeadlineQuestion & { readonly region: string },
  calendar: Calendar = seedCalendar(),
  law: Law = lawOnFile(),
): Deadline | undefined {
  if (questionFaults(question).length > 0) return undefined;
  const book = law.bookFor(question.on ?? question.from.slice(0, 10), question.region);
  const compiled = book?.promises[question.step];
  if (book === undefined || compiled === undefined) return undefined;
  const { promise, citation, verified } = compiled;
  const clock = { ...promise, starts: { zh: '', en: '' } };
  return count(question, book.ruleSet, { clock, citation, marked: citation, verified }, calendar);
}

const matterOrder: readonly ClockMatter[] = ['civil', 'criminal', 'notified'];

/** Where a limit differs by the kind of matter and none was named, a person's civil application is meant. */
function clockFor(book: RuleBook, step: Step, matter: ClockMatter | undefined): CompiledClock | undefined {
  const versions = book.clocks[step];
  if (versions === undefined) return undefined;
  for (const candidate of matter === undefined ? matterOrder : [matter, ...matterOrder]) {
    const compiled = versions[candidate];
    if (compiled !== undefined) return compiled;
  }
  return undefined;
}

/** Clock hours, midnight and month ends included. Shanghai keeps one offset all year, so plain arithmetic is right. */
function hoursLater(from: string, hours: number): string {
  const start = from.length === 10 ? `${from}T00:00` : from;
  return new Date(Date.parse(`${start}:00.000Z`) + hours * 3_600_000).toISOString().slice(0, 16);
}

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, a real day and a real minute. */
export function isDayOrMinute(text: string): boolean {
  if (text.length === 10) return isLocalDate(text);
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isLocalDate(text.slice(0, 10));
}

/** A question as it comes from outside. */
export interface UncheckedQuestion {
  readonly step?: string | undefined;
  readonly from?: string | undefined;
  readonly on?: string | undefined;
  readonly matter?: string | undefined;
  readonly paused?: readonly Pause[] | undefined;
}

/** Everything wrong with a question, at once. */
export function questionFaults({ step, from, on, matter, paused }: UncheckedQuestion): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const say = (pointer: string, code: string, zh: string, en: string): void =>
    void faults.push(fault(pointer, code, zh, en));
  if (step === undefined) say('/step', 'missing', '缺少步骤（--step）', 'a step is required (--step)');
  else if (!isOneOf(steps, step)) {
    say(
      '/step',
      'unknownStep',
      `没有这个步骤；只能是：${steps.join('、')}`,
      `unknown step; one of ${steps.join(', ')}`,
    );
  }
  if (from === undefined)
    say('/from', 'missing', '缺少起算的日期（--from）', 'the day it runs from is required (--from)');
  else if (!isDayOrMinute(from)) {
    say(
      '/from',
      'notADay',
      '不是真实存在的日期（YYYY-MM-DD 或 YYYY-MM-DDTHH:MM）',
      'not a real day (YYYY-MM-DD or YYYY-MM-DDTHH:MM)',
    );
  }
  if (on !== undefined && !isLocalDate(on)) {
    say('/on', 'notADay', '不是真实存在的日期（YYYY-MM-DD）', 'not a real day (YYYY-MM-DD)');
  }
  if (matter !== undefined && !isOneOf(clockMatters, matter)) {
    say('/matter', 'unknownValue', `只能是：${clockMatters.join('、')}`, `must be one of ${clockMatters.join(', ')}`);
  }
  paused?.forEach((pause, index) => {
    if (!isLocalDate(pause.from) || !isLocalDate(pause.to)) {
      say(`/paused/${index}`, 'notADay', '不是真实存在的日期', 'not a real day');
    } else if (pause.to < pause.from) {
      say(`/paused/${index}`, 'endsBeforeItStarts', '结束早于开始', 'ends before it starts');
    }
  });
  if (faults.length > 0) return faults;
  const lawOf = on ?? from?.slice(0, 10) ?? firstDayOfLaw;
  if (lawOf < firstDayOfLaw) {
    say(
      on === undefined ? '/from' : '/on',
      'beforeTheLaw',
      `早于 ${firstDayOfLaw}：《法律援助条例》尚未施行`,
      `before ${firstDayOfLaw}: the Regulations on Legal Aid were not yet in force`,
    );
  }
  return faults;
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}

function noLimit(question: DeadlineQuestion, on: string): PolicyFault {
  return fault(
    '/step',
    'noLimit',
    `${on} 施行的规定没有为这一步规定期限`,
    `the law in force on ${on} sets no limit for ${question.step}`,
  );
}

function fault(pointer: string, code: string, zh: string, en: string): PolicyFault {
  return { pointer, code, text: { zh, en } };
}
