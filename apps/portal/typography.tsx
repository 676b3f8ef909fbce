import { createElement, Fragment, type ReactNode } from 'react';
import type { LocaleKey, Slots, Words } from './locales/locale.ts';

const unit = '(?:年|月|日|天|元|人|个|件|分钟|小时|秒|公里|位|步|岁)';
const number = '\\d[\\d.,:–-]*';

/** A number with its unit, a date with its weekday, a telephone number: kept on one line. */
const unbroken = new RegExp(`${number}(?:\\u2009?${unit})?(?:\\u2009?${number}\\u2009?${unit})*(?:（星期.）)?`, 'g');

/** Put a thin space (U+2009) between Han and Latin letters or digits where they touch or stand a plain space apart. */
export function thinSpaced(text: string): string {
  return text
    .replace(/(\p{Script=Han}) ?(?=[A-Za-z0-9])/gu, '$1\u2009')
    .replace(/([A-Za-z0-9%]) ?(?=\p{Script=Han})/gu, '$1\u2009');
}

/** Chinese text as it should be set: thin spaces, and numbers that never part from their units. English is left as it is. */
export function typeset(text: string, language: Words['language']): ReactNode {
  if (language !== 'zh') return text;
  const spaced = thinSpaced(text);
  const parts: ReactNode[] = [];
  let last = 0;
  for (const match of spaced.matchAll(unbroken)) {
    if (match[0].length < 2) continue;
    parts.push(spaced.slice(last, match.index), <span className="nw">{match[0]}</span>);
    last = match.index + match[0].length;
  }
  if (parts.length === 0) return spaced;
  parts.push(spaced.slice(last));
  return createElement(Fragment, null, ...parts);
}

/** Words of a key, typeset. */
export function rich(words: Words, key: LocaleKey, slots?: Slots): ReactNode {
  return typeset(words.t(key, slots), words.language);
}
