import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, count, day, yuan } from './readers.ts';

const money = yuan('e.money.missing');
const fen = (text: string): unknown => {
  const parsed = money.safeParse(text);
  return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
};

test.each([
  ['12000', 1_200_000],
  ['12,000.50', 1_200_050],
  ['１２０００', 1_200_000],
  ['￥800元', 80_000],
  ['1.2万', 1_200_000],
  ['2 万', 2_000_000],
  ['0.3456万', 345_600],
  ['0', 0],
  ['', 'e.money.missing'],
  ['一万', 'e.money.shape'],
  ['-5', 'e.money.shape'],
  ['1.005', 'e.money.fen'],
  ['99999999万', 'e.money.tooMuch'],
])('%s yuan is %s fen', (text, expected) => {
  expect(fen(text)).toBe(expected);
});

test('yuan typed with decimals is the same number of fen, never one off', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      (n) => fen(`${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`) === n,
    ),
  );
});

test.each([
  [{ y: '2026', m: '2', d: '28' }, '2026-02-28'],
  [{ y: '２０２４年', m: '２月', d: '２９日' }, '2024-02-29'],
  [{ y: '2026', m: '13', d: '1' }, 'e.date.month'],
  [{ y: '2026', m: '2', d: '29' }, 'e.date.noSuchDay'],
  [{ y: '2026', m: '2', d: '32' }, 'e.date.day'],
  [{ y: '', m: '', d: '' }, 'e.deadline'],
  [{ y: '', m: '2', d: '3' }, 'e.date.year'],
])('%j is %s', (parts, expected) => {
  const parsed = day('e.deadline').safeParse(parts);
  expect(parsed.success ? parsed.data : parsed.error.issues[0]?.message).toBe(expected);
});

test.each([
  ['4', 4],
  ['４口人', 4],
  ['0', 'e.count.shape'],
  ['四', 'e.count.shape'],
  ['51', 'e.count.tooMany'],
])('%s people is %s', (text, expected) => {
  const parsed = count(50, 'e.count.missing').safeParse(text);
  expect(parsed.success ? parsed.data : parsed.error.issues[0]?.message).toBe(expected);
});

test('what nobody sees is taken off; letters of any rarity stay', () => {
  expect(clean('\u0000王\u200b𠮷\u202e\r\n\ufeff好\ud800')).toBe('王𠮷\n好');
});
