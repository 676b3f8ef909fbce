import { z } from 'zod';
import { isLocalDate } from '../../../kernel/time/index.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { identityNumberFault } from './identity-number.ts';

// Readers turn what a person typed into a value, or name in a locale key what to do about it.
// People type full-width digits, spaces, dashes and line breaks; none of these is a fault.

const say = (key: LocaleKey): LocaleKey => key;

/** Characters nobody sees: controls (but not line breaks and tabs), zero-width marks, direction overrides, byte-order mark, lone surrogates. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

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
  typed.transform(oneLine).pipe(z.string().max(max, say('e.tooLong'))).transform((v) => (v === '' ? undefined : v));

/** Free text with paragraphs. */
export const prose = (max: number, missing: LocaleKey) =>
  typed.transform((v) => clean(v).replace(/\n{3,}/g, '\n\n')).pipe(z.string().min(1, missing).max(max, say('e.tooLong')));

const nameShape = /^[\p{Script=Han}\p{Script=Latin}\p{Script=Yiii}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}\p{Script=Tai_Le}\p{Script=Hangul}\p{M}〇·.'’ -]+$/u;

/** A person's name: Han of any rarity, the dots of long names in any of their spellings made `·`, Latin and the scripts of China's peoples. */
export const personName = (missing: LocaleKey) =>
  typed
    .transform((v) => oneLine(v).replace(/[•‧・∙⋅●．]/g, '·').replace(/\s*·\s*/g, '·'))
    .pipe(z.string().min(1, missing).max(60, say('e.tooLong')).regex(nameShape, say('e.name.shape')))
    .transform((v) => v.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''));

const narrow = (text: string): string => clean(text.normalize('NFKC')).replace(/\s+/g, '');

/** A mobile or landline number, as digits; `+86` and dashes are taken off. */
export const phoneNumber = typed
  .transform((v) => narrow(v).replace(/^(\+|00)86/, '').replace(/[-()–—]/g, ''))
  .pipe(z.string().min(1, say('e.phone.missing')).regex(/^(1\d{10}|0\d{9,11}|\d{7,8}|\+\d{6,15})$/, say('e.phone.shape')));

export const optionalPhoneNumber = typed
  .transform((v) => narrow(v).replace(/^(\+|00)86/, '').replace(/[-()–—]/g, ''))
  .pipe(z.union([z.literal(''), z.string().regex(/^(1\d{10}|0\d{9,11}|\d{7,8}|\+\d{6,15})$/)], { error: say('e.phone.shape') }))
  .transform((v) => (v === '' ? undefined : v));

/** A document's number, upper case, without spaces. Its shape depends on the kind of document: see `identityFault`. */
export const documentNumber = typed.transform((v) => narrow(v).toUpperCase()).pipe(z.string().max(30, say('e.tooLong')));

/** 18-digit identity number, or what is wrong with it. */
export const identityNumber = documentNumber.superRefine((value, context) => {
  const fault = identityNumberFault(value);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

/** One of the values. */
export const oneOf = <const V extends string>(values: readonly [V, ...V[]], missing: LocaleKey) => z.enum(values, { error: missing });

/** A value of a register, checked against the register's options by the step. */
export const chosen = (missing: LocaleKey) => z.string({ error: missing }).min(1, missing).max(40, missing);

/** Any of the values; none at all is an answer. A single ticked box arrives as a string. */
export const anyOf = <const V extends string>(values: readonly [V, ...V[]]) =>
  z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(z.enum(values, { error: say('e.choose') })).transform((v) => [...new Set(v)]));

/** At least one of the values. */
export const someOf = <const V extends string>(values: readonly [V, ...V[]], missing: LocaleKey) =>
  z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(z.enum(values, { error: say('e.choose') })).min(1, missing).transform((v) => [...new Set(v)]));

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
    .pipe(z.number({ error: say('e.money.shape') }).int(say('e.money.fen')).max(1_000_000_000_000, say('e.money.tooMuch')));

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
    .pipe(z.string().min(1, missing).regex(/^\d{1,3}$/, say('e.count.shape')))
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
    .transform(({ y, m, d }) => ({ y: narrow(y).replace(/年$/, ''), m: narrow(m).replace(/月$/, ''), d: narrow(d).replace(/[日号]$/, '') }))
    .superRefine(({ y, m, d }, context) => {
      const fault = dayFault(y, m, d, missing);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault.key, path: fault.part === undefined ? [] : [fault.part] });
    })
    .transform(({ y, m, d }) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);

function dayFault(y: string, m: string, d: string, missing: LocaleKey): { key: LocaleKey; part?: 'y' | 'm' | 'd' } | undefined {
  if (y === '' && m === '' && d === '') return { key: missing };
  if (!/^\d{4}$/.test(y)) return { key: say('e.date.year'), part: 'y' };
  if (!/^(0?[1-9]|1[0-2])$/.test(m)) return { key: say('e.date.month'), part: 'm' };
  if (!/^(0?[1-9]|[12]\d|3[01])$/.test(d)) return { key: say('e.date.day'), part: 'd' };
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isLocalDate(text) ? undefined : { key: say('e.date.noSuchDay'), part: 'd' };
}
