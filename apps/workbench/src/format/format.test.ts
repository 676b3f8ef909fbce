import { describe, expect, test } from 'vitest';
import { articleOf, clockOf, setWarningDays, soonWithin } from './clock.ts';
import { addDays, ageOn, dayInWords, dayOf, daysBetween, timeOf } from './day.ts';
import { fenOf, money, yuan } from './money.ts';

describe('days', () => {
  test('a day is told with its weekday, and with its year only when it is another', () => {
    expect(dayInWords('2026-03-12', 'zh', '2026-11-24')).toBe('3月12日（星期四）');
    expect(dayInWords('2025-12-31', 'zh', '2026-01-01')).toBe('2025年12月31日（星期三）');
    expect(dayInWords('2026-03-12', 'en', '2026-11-24')).toBe('Thu 12 Mar');
  });
  test('an instant is told in Shanghai, whatever the computer thinks', () => {
    expect(dayOf('2026-03-11T16:30:00Z')).toBe('2026-03-12');
    expect(timeOf('2026-03-11T16:30:00Z')).toBe('00:30');
  });
  test('days are counted over the ends of months and leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  test('a birthday counts from its own day', () => {
    expect(ageOn('2008-11-24', '2026-11-23')).toBe(17);
    expect(ageOn('2008-11-24', '2026-11-24')).toBe(18);
  });
});

describe('money', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [120_000, '1,200.00'],
    [-123_456, '−1,234.56'],
    [451_000.5, '4,510.005'],
  ])('%d fen is %s yuan', (fen, words) => expect(yuan(fen)).toBe(words));
  test('a debt carries its sign before the mark', () => expect(money(-100)).toBe('−¥1.00'));
  test.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['￥１２００．５０', 120_050],
    ['1200元', 120_000],
    ['', undefined],
    ['-3', undefined],
    ['1.234', undefined],
    ['一千', undefined],
  ])('"%s" typed is %s fen', (typed, fen) => expect(fenOf(typed)).toBe(fen));
});

describe('the clock', () => {
  test.each([
    ['2026-11-22', { kind: 'overdue', days: 2 }],
    ['2026-11-24', { kind: 'today', days: 0 }],
    ['2026-11-26', { kind: 'soon', days: 2 }],
    ['2026-11-27', { kind: 'running', days: 3 }],
    [null, { kind: 'none' }],
  ])('due %s', (due, state) => expect(clockOf(due, '2026-11-24')).toEqual(state));
  test('a paused clock is paused, however late it would be', () =>
    expect(clockOf('2026-01-01', '2026-11-24', true)).toEqual({ kind: 'paused' }));
  test('the article alone, where space is short', () => {
    expect(articleOf('《法律援助法》第四十三条第一款', 'zh')).toBe('第四十三条');
    expect(articleOf('local promise', 'en')).toBe('local promise');
  });
  test.each([
    ['第七条', 'art. 7'],
    ['第十条', 'art. 10'],
    ['第十九条', 'art. 19'],
    ['第二十条', 'art. 20'],
    ['第四十三条', 'art. 43'],
    ['第一百条', 'art. 100'],
    ['第一百零五条', 'art. 105'],
    ['第三百零四条', 'art. 304'],
    ['第一百一十二条', 'art. 112'],
  ])('%s is %s', (citation, article) => expect(articleOf(citation, 'en')).toBe(article));
  test('an article that nobody has read says so, short as it is', () => {
    const unread = '《办理法律援助案件程序规定》第四十条（待核实）';
    expect([articleOf(unread, 'zh'), articleOf(unread, 'en')]).toEqual(['第四十条（待核实）', 'art. 40 (unverified)']);
  });
  test('the office says from how many days left a limit is soon', () => {
    const on = (days: number) => clockOf(`2026-11-${24 + days}`, '2026-11-24').kind;
    expect([on(2), on(3), on(5)]).toEqual(['soon', 'running', 'running']);
    setWarningDays(5);
    expect(soonWithin()).toBe(5);
    expect([on(2), on(5), on(6)]).toEqual(['soon', 'soon', 'running']);
    setWarningDays(2);
  });
});
