import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circuitsCommand } from './circuits-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'fayuan-circuits-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
// 两个村在同一条路上，第三个在另一边。
const matrix = file(
  'm.csv',
  'id,县城,a,b,c\n县城,0,3600,4800,7200\na,3600,0,1200,10800\nb,4800,1200,0,12000\nc,7200,10800,12000,0\n',
);
const villages = file('v.csv', 'id,name,minutes\na,"甲村, 上组",60\nb,乙村,90\nc,丙村,120\n');
const all = [
  '--matrix',
  matrix,
  '--villages',
  villages,
  '--base',
  '县城',
  '--from',
  '2026-10-01',
  '--to',
  '2026-12-31',
];

test('villages on one road share a day, the far one has its own', async () => {
  const { exitCode, stdout } = await circuitsCommand([...all, '--json']);
  const plan = JSON.parse(stdout);
  expect(exitCode).toBe(0);
  expect(plan.days.map(({ stops }: { stops: { place: string }[] }) => stops.map(({ place }) => place).sort())).toEqual(
    expect.arrayContaining([['a', 'b'], ['c']]),
  );
  expect(plan).toMatchObject({ travelSeconds: 9600 + 14400, fewestDays: 2, calendarKnown: true });
  expect(plan.boundSeconds).toBeLessThanOrEqual(plan.travelSeconds);
});

test('the table to hang up and the CSV name the same visits', async () => {
  const table = (await circuitsCommand(all)).stdout;
  const csv = (await circuitsCommand([...all, '--csv'])).stdout;
  expect(table).toContain('甲村, 上组');
  expect(csv.split('\n')).toHaveLength(4);
  expect(csv).toContain('"甲村, 上组"');
});

describe('bad input is one line that names the field, and exit 2', () => {
  const without = (name: string): string[] => {
    const at = all.indexOf(name);
    return [...all.slice(0, at), ...all.slice(at + 2)];
  };
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no base', without('--base'), /^\/base: /],
    ['a base that the table lacks', [...without('--base'), '--base', '省城'], /^\/matrix: .*省城/],
    ['hours too few for a place', [...all, '--hours', '5'], /^\/hours: .*: c$/],
    ['too few working days', [...without('--to'), '--to', '2026-10-08'], /^\/to: .*2 team days/],
    ['an unknown argument', [...all, '--speed', '3'], /^\/speed: /],
    ['no such day', [...without('--from'), '--from', '2026-02-30'], /^\/from: /],
    [
      'minutes below zero',
      [...without('--villages'), '--villages', file('n.csv', 'id,minutes\na,-1\n')],
      /^\/villages\/0\/minutes: /,
    ],
    ['an id twice', [...without('--villages'), '--villages', file('d.csv', 'id\na\na\n')], /^\/villages\/1\/id: /],
    [
      'no id column',
      [...without('--villages'), '--villages', file('x.csv', 'name\na\n')],
      /^\/villages\/id: .*missing column/,
    ],
    [
      'a line cut short',
      [...without('--villages'), '--villages', file('s.csv', 'id,name\na\n')],
      /^\/villages\/0: .*line 2/,
    ],
    [
      'a quote never closed',
      [...without('--villages'), '--villages', file('q.csv', 'id\n"a\n')],
      /^\/villages: .*quotes/,
    ],
    [
      'a column twice',
      [...without('--villages'), '--villages', file('c2.csv', 'id,minutes,minutes\na,1,2\n')],
      /^\/villages\/minutes: .*twice/,
    ],
    [
      'a start of travel twice',
      [...without('--matrix'), '--matrix', file('r2.csv', 'id,a\na,1\na,2\n')],
      /^\/matrix\/1: .*twice/,
    ],
    ['no such file', [...without('--matrix'), '--matrix', '/nowhere.csv'], /^\/matrix: .*ENOENT/],
    [
      'travel that is no number',
      [...without('--matrix'), '--matrix', file('y.csv', 'id,a\na,soon\n')],
      /^\/matrix\/0\/a: /,
    ],
  ];
  test.each(cases)('%s', async (_, argv, line) => {
    const { exitCode, stdout, stderr } = await circuitsCommand(argv);
    expect(stderr).toMatch(line);
    expect(stderr.split('\n')).toHaveLength(1);
    expect([exitCode, stdout]).toEqual([2, '']);
  });
});
