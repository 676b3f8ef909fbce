import { z } from 'zod';
import { isLocalDate } from '../../../kernel/time/index.ts';
import { checkPartyName, checkPersonName, checkPhone } from '../../../modules/people/index.ts';
import type { LocaleKey } from '../locales/locale.ts';

// Readers turn what a person typed into a value, or name in a locale key what to do about it.
// People type full-width digits, spaces, dashes and line breaks; none of these is a fault.

const say = (key: LocaleKey): LocaleKey => key;

/** Characters nobody sees: controls (but not line breaks and tabs), zero-width marks, direction overrides, byte-order mark, lone surrogates. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cs}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** What was typed, without what nobody saw; line breaks as `\n`, no space at the ends. Letters are left as they are. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, '').trim();
}

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ');
const typed = z.string().max(20_000).catch('');

/** Free text, one line. */
export const line = (max: number, missing: LocaleKey) =>
  typed.transform(oneLine).pipe(z.string().min(1, missing).max(max, say('e.tooLong')));

export const optionalLine = (max: number) =>
  typed
    .transform(oneLine)
    .pipe(z.string().max(max, say('e.tooLong')))
    .transform((v) => (v === '' ? undefined : v));

const paragraphs = (text: string): string => clean(text).replace(/\n{3,}/g, '\n\n');

/** Free text with paragraphs. */
export const prose = (max: number, missing: LocaleKey) =>
  typed.transform(paragraphs).pipe(z.string().min(1, missing).max(max, say('e.tooLong')));

export const optionalProse = (max: number) =>
  typed
    .transform(paragraphs)
    .pipe(z.string().max(max, say('e.tooLong')))
    .transform((v) => (v === '' ? undefined : v));

/** A rule of the people module as a reader: its value, or its fault with its own words. */
type Checked =
  | { readonly ok: true; readonly normalised: string }
  | { readonly ok: false; readonly code: string; readonly details: Readonly<Record<string, string | number>> };

const checkedBy = (check: (typed: string) => Checked) =>
  typed.transform((v, context): string => {
    const checked = check(v);
    if (checked.ok) return checked.normalised;
    context.addIssue({
      code: 'custom',
      message: 'people',
      params: { people: { code: checked.code, details: checked.details } },
    });
    return z.NEVER;
  });

/** 姓名 of a person, in any script of China's peoples and any rarity of Han. */
export const personName = checkedBy((v) => checkPersonName(clean(v)));

/** Name of a person, a firm or a work crew. */
export const partyName = checkedBy((v) => checkPartyName(clean(v)));

/** A telephone number as people write it. Whether a demonstration number may be used is judged by the step. */
export const phoneNumber = checkedBy((v) => checkPhone(clean(v), { allowDemonstration: true }));

/** The same where a person may have none. */
export const optionalPhone = typed.transform((v) => (clean(v) === '' ? undefined : v)).pipe(phoneNumber.optional());

const narrow = (text: string): string => clean(text.normalize('NFKC')).replace(/\s+/g, '');

/** A document's number as typed. Its shape depends on the kind of document: judged by the step. */
export const documentNumber = typed.transform(oneLine).pipe(z.string().max(60, say('e.tooLong')));

/** One of the values. */
export const oneOf = <const V extends string>(values: readonly [V, ...V[]], missing: LocaleKey) =>
  z.enum(values, { error: missing });

/** A value of a register, checked against the register's options by the step. */
export const chosen = (missing: LocaleKey) => z.string({ error: missing }).min(1, missing).max(40, missing);

/** Any of the values; none at all is an answer. A single ticked box arrives as a string. */
export const anyOf = <const V extends string>(values: readonly [V, ...V[]]) =>
  z.preprocess(
    (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.enum(values, { error: say('e.choose') })).transform((v) => [...new Set(v)]),
  );

/** At least one of the values. */
export const someOf = <const V extends string>(values: readonly [V, ...V[]], missing: LocaleKey) =>
  z.preprocess(
    (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
    z
      .array(z.enum(values, { error: say('e.choose') }))
      .min(1, missing)
      .transform((v) => [...new Set(v)]),
  );

/** Yuan as typed (`12,000`, `1.2万`, `800元`, `350.50`) → fen. */
export const yuan = (missing: LocaleKey) =>
  typed
    .transform((v) => narrow(v).replace(/[,，、¥￥]|元|块/g, ''))
    .pipe(
      z
        .string()
        .min(1, missing)
        .regex(/^\d{1,9}(\.\d{1,4})?万?$/, say('e.money.shape')),
    )
    .transform((v) => (v.endsWith('万') ? tenThousandsToFen(v.slice(0, -1)) : decimalToFen(v, 2)))
    .pipe(
      z
        .number({ error: say('e.money.fen') })
        .int(say('e.money.fen'))
        .max(1_000_000_000_000, say('e.money.tooMuch')),
    );

/** Decimal text to an integer of `10^-places` units, exactly; finer digits give NaN. */
function decimalToFen(text: string, places: number): number {
  const [whole = '0', fraction = ''] = text.split('.');
  if (/[1-9]/.test(fraction.slice(places))) return Number.NaN;
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'));
}

function tenThousandsToFen(text: string): number {
  return decimalToFen(text, 6);
}

/** A small count of persons. */
export const count = (max: number, missing: LocaleKey) =>
  typed
    .transform((v) => narrow(v).replace(/[个人口]+$/, ''))
    .pipe(
      z
        .string()
        .min(1, missing)
        .regex(/^\d{1,3}$/, say('e.count.shape')),
    )
    .transform(Number)
    .pipe(z.number().min(1, say('e.count.shape')).max(max, say('e.count.tooMany')));

export interface DateParts {
  readonly y: string;
  readonly m: string;
  readonly d: string;
}

/** A day in three fields → `YYYY-MM-DD`. */
export const day = (missing: LocaleKey) =>
  z
    .object({ y: typed, m: typed, d: typed })
    .transform(({ y, m, d }) => ({
      y: narrow(y).replace(/年$/, ''),
      m: narrow(m).replace(/月$/, ''),
      d: narrow(d).replace(/[日号]$/, ''),
    }))
    .superRefine(({ y, m, d }, context) => {
      const fault = dayFault(y, m, d, missing);
      if (fault !== undefined)
        context.addIssue({ code: 'custom', message: fault.key, path: fault.part === undefined ? [] : [fault.part] });
    })
    .transform(({ y, m, d }) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);

function dayFault(
  y: string,
  m: string,
  d: string,
  missing: LocaleKey,
): { key: LocaleKey; part?: 'y' | 'm' | 'd' } | undefined {
  if (y === '' && m === '' && d === '') return { key: missing };
  if (!/^\d{4}$/.test(y)) return { key: say('e.date.year'), part: 'y' };
  if (!/^(0?[1-9]|1[0-2])$/.test(m)) return { key: say('e.date.month'), part: 'm' };
  if (!/^(0?[1-9]|[12]\d|3[01])$/.test(d)) return { key: say('e.date.day'), part: 'd' };
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isLocalDate(text) ? undefined : { key: say('e.date.noSuchDay'), part: 'd' };
}
