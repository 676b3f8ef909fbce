import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { citationText } from './citations.ts';
import { dayText, leftText } from './dates.ts';
import { wordsOf } from './locales/locale.ts';
import { thinSpaced, typeset } from './typography.tsx';

const zh = wordsOf('zh');
const en = wordsOf('en');

test('a thin space stands between Han and digits or Latin letters, not beside punctuation', () => {
  expect(thinSpaced('打12348，或JPG照片')).toBe('打\u200912348，或\u2009JPG\u2009照片');
  expect(thinSpaced('最后 1 位是 X。')).toBe('最后\u20091\u2009位是\u2009X。');
});

test.each([
  ['还剩4天', '还剩<span class="nw">'],
  ['最迟12月1日（星期二）决定', '<span class="nw">12\u2009月\u20091\u2009日（星期二）</span>'],
  ['共18600元', '<span class="nw">18600\u2009元</span>'],
])('%s: a number never parts from its unit', (text, expected) => {
  const html = renderToStaticMarkup(<p>{typeset(text, 'zh')}</p>);
  if (text === '还剩4天') expect(html).toContain('4\u2009天');
  else expect(html).toContain(expected);
});

test('English is left as it is', () => {
  expect(typeset('4 days left', 'en')).toBe('4 days left');
});

test('dates are told with their weekday, and with the year only where it is another', () => {
  expect(dayText(zh, '2026-12-01', '2026-11-24')).toBe('12月1日（星期二）');
  expect(dayText(zh, '2027-03-12', '2026-11-24')).toBe('2027年3月12日（星期五）');
  expect(dayText(en, '2026-12-01', '2026-11-24')).toBe('Tuesday 1 December');
});

test.each([
  ['2026-11-28', '还剩4天'],
  ['2026-11-24', '今天'],
  ['2026-11-22', '已过2天'],
])('%s is %s', (due, expected) => {
  expect(leftText(zh, due, '2026-11-24')).toBe(expected);
});

test.each([
  ['《法律援助法》第四十三条', 'Legal Aid Law, art. 43'],
  ['《法律援助法》第二十五条第一款第四项', 'Legal Aid Law, art. 25 para. 1 item 4'],
  ['《办理法律援助案件程序规定》第十条', 'Procedure for Legal Aid Cases, art. 10'],
  ['《办理法律援助案件程序规定》第四十条（待核实）', 'Procedure for Legal Aid Cases, art. 40 (unverified)'],
  ['《某地办法》第三条', '《某地办法》第三条'],
])('%s in English: %s', (citation, expected) => {
  expect(citationText(en, citation)).toBe(expected);
  expect(citationText(zh, citation)).toBe(citation);
});
