import { expect, test } from 'vitest';
import { wordsOf } from './locales/locale.ts';
import { timeLeft } from './objection-path.ts';

const time = { until: '2026-12-09', citation: '《办理法律援助案件程序规定》第二十二条', verified: false };

test.each([
  ['zh', '2026-11-26', 'objection.until', '《办理法律援助案件程序规定》第二十二条（待核实）'],
  ['zh', '2026-12-20', 'objection.over', '《办理法律援助案件程序规定》第二十二条（待核实）'],
  ['en', '2026-11-26', 'objection.until', 'Procedure for Legal Aid Cases, art. 22 (unverified)'],
] as const)(
  'the days for an objection name their article, and that nobody has read it: %s, %s',
  (language, today, key, citation) => {
    const words = wordsOf(language);
    const [said] = timeLeft(time, { words, today });
    expect([said?.key, said?.slots?.citation]).toEqual([key, citation]);
    expect(words.t(key, said?.slots)).toContain(citation);
  },
);
