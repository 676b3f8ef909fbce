import { plainText } from '../components/field.tsx';
import { dayText } from '../dates.ts';
import type { Words } from '../locales/locale.ts';
import type { JourneyContext } from './context.ts';
import { optionsOf } from './options.ts';
import { type FieldName, fields, type Typed, typedText, type Values } from './values.ts';

/** An answer as it is read back to the person: option labels, money in yuan, dates in words. Empty where nothing was given. */
export function displayed(name: FieldName, values: Values, words: Words, context: JourneyContext): string {
  const value: unknown = values[name];
  if (value === undefined) return '';
  const { kind } = fields[name];
  switch (kind) {
    case 'radio':
    case 'select':
    case 'checkbox': {
      const options = optionsOf(name, values, context);
      const chosen = Array.isArray(value) ? value : [value];
      return options
        .filter((option) => chosen.includes(option.value))
        .map((option) => plainText(words, option.label))
        .join(words.language === 'zh' ? '、' : ', ');
    }
    case 'money':
      return `${yuanText(Number(value))}${words.language === 'zh' ? '元' : ' yuan'}`;
    case 'date':
      return dayText(words, String(value), context.today);
    default:
      return String(value);
  }
}

/** Fen as yuan with thousands: 1200050 → 12,000.50; whole yuan without decimals. */
export function yuanText(fen: number): string {
  const whole = Math.trunc(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}

/** What was typed for one page, in one line: shown where two tabs disagree. */
export function typedLine(names: readonly FieldName[], typed: Typed): string {
  return names
    .flatMap((name) =>
      fields[name].kind === 'date'
        ? ['y', 'm', 'd']
            .map((part) => typedText(typed, `${name}-${part}`))
            .filter((t) => t !== '')
            .join('-')
        : [typed[name] ?? ''].flat().join('、'),
    )
    .filter((text) => text !== '')
    .join('；');
}
