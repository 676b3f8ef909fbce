import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

const columns = [
  { title: '姓名', text: (row: string) => row },
  { title: '按钮' },
  { title: 'n', text: () => '-1,234.50' },
];

test('columns without a text are left out, quotes are doubled, figures stay figures', () => {
  expect(toCsv(columns, ['阿·迪"力'])).toBe('\ufeff"姓名","n"\r\n"阿·迪""力","-1,234.50"\r\n');
});

test.each(['=1+1', '+86', '@SUM(A1)', '-cmd|calc'])('a name that would run as a formula is made text: %s', (name) => {
  expect(toCsv(columns, [name])).toContain(`"'${name}"`);
});
