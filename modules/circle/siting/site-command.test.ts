import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteCommand } from './site-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'fayuan-site-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
// A path of four nodes; the edge 1–2 stands twice, and the last length is the one that counts.
const path4 = file('path.txt', '4 4 2\n1 2 50\n2 3 4\n3 4 3\n1 2 5\n');
const points = file('points.txt', '3\n0 0\n10 0\n100 0\n');
const weights = file('weights.dat', '5\n1\n1\n');

describe('what the command answers', () => {
  test('a p-median of an OR-Library file, in the shape that others rely on', async () => {
    const { exitCode, stdout } = await siteCommand(['--model', 'pmedian', '--orlib', path4, '--json']);
    const plan = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(plan).toEqual({
      model: 'pmedian',
      p: 2,
      objective: 7,
      bound: 7,
      gap: 0,
      status: 'optimal',
      sites: [1, 3],
      seconds: expect.any(Number),
    });
  });

  test('p may be given beside the file, and a station kept', async () => {
    const { stdout } = await siteCommand(['--model=pmedian', '-p', '1', '--fixed', '4', '--orlib', path4, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ p: 1, objective: 3 + 7 + 12, sites: [4], status: 'optimal' });
  });

  test('covering counts the people within the radius, its edge included', async () => {
    const at = ['--points', points, '--weights', weights, '--json'];
    const one = await siteCommand(['--model', 'mclp', '-p', '1', '--radius', '10', ...at]);
    expect(JSON.parse(one.stdout)).toMatchObject({ objective: 6, status: 'optimal' });
    const all = await siteCommand(['--model', 'lscp', '--radius', '10', ...at]);
    expect(JSON.parse(all.stdout)).toMatchObject({ objective: 2, p: 2, status: 'optimal' });
  });
});

describe('from a travel table and registers', () => {
  const matrix = file('m.csv', 'id,x,y,z\na,0,600,\nb,600,0,\nc,900,1200,\n');
  const demand = file('d.csv', 'id,name,weight,old\na,甲村,10,2\nb,乙村,1,1\nc,丙村,5,5\n');
  const candidates = file('c.csv', 'id,county,price\nx,530521,200\ny,530521,100\nz,530522,50\n');
  const at = ['--matrix', matrix, '--candidates', candidates, '--demand', demand];

  test('ids come back as in the files', async () => {
    const { stdout } = await siteCommand(['--model', 'pmedian', '-p', '1', ...at, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ sites: ['x'], objective: 600 + 4500, status: 'optimal' });
  });

  test('money and counties limit the plan', async () => {
    const cheap = await siteCommand(['--model', 'pmedian', '--budget', '150', ...at, '--json']);
    expect(JSON.parse(cheap.stdout)).toMatchObject({ sites: ['y'], objective: 6000 + 6000 });
    const none = await siteCommand([
      '--model',
      'mclp',
      '-p',
      '1',
      '--radius',
      '900',
      '--county-limit',
      '530521=0',
      ...at,
      '--json',
    ]);
    expect(JSON.parse(none.stdout)).toMatchObject({ objective: 0, status: 'optimal' });
  });

  test('the worst-served group may come first', async () => {
    const { stdout } = await siteCommand(['--model', 'pmedian', '-p', '1', '--worst-group-first', ...at, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ sites: ['x'], worstGroup: { group: 'old', value: (600 + 4500) / 8 } });
  });

  test('a file that lacks what is needed is told by its column', async () => {
    const short = file('short.csv', 'id,lon\na,1\n');
    const asked = ['--model', 'pmedian', '-p', '1', '--matrix', matrix, '--candidates', candidates, '--demand', short];
    expect(await siteCommand(asked)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^\/demand\/weight: .*missing column: weight$/),
    });
  });
});

describe('bad input is one line that names the field, and exit 2', () => {
  const at = ['--points', points, '--weights', weights];
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['p above the candidates', ['--model', 'pmedian', '-p', '4', ...at], /^\/p: .*larger than the candidates \(3\)$/],
    ['a part of a site', ['--model', 'pmedian', '-p', '1.5', ...at], /^\/p: .*whole number/],
    ['no p', ['--model', 'pmedian', ...at], /^\/p: .*is needed$/],
    ['p that is no number', ['--model', 'pmedian', '-p', 'two', ...at], /^\/p: .*not a number: two$/],
    ['a fixed id that is not there', ['--model', 'pmedian', '-p', '2', '--fixed', '9', ...at], /^\/fixed: .*: 9$/],
    ['a fixed id twice', ['--model', 'pmedian', '-p', '2', '--fixed', '1,1', ...at], /^\/fixed: .*twice: 1$/],
    [
      'fewer sites than stay',
      ['--model', 'pmedian', '-p', '1', '--fixed', '1,2', ...at],
      /^\/p: .*smaller than the fixed/,
    ],
    ['no radius', ['--model', 'mclp', '-p', '1', ...at], /^\/radius: /],
    ['a radius below zero', ['--model', 'mclp', '-p', '1', '--radius=-3', ...at], /^\/radius: /],
    ['no such model', ['--model', 'pcentre', '-p', '1', ...at], /^\/model: /],
    ['no input', ['--model', 'pmedian', '-p', '1'], /^: .*give one input/],
    ['two inputs', ['--model', 'pmedian', '-p', '1', '--orlib', path4, ...at], /^: .*give one input/],
    ['an unknown argument', ['--modle', 'pmedian', '-p', '1', ...at], /^\/modle: /],
    ['no such file', ['--model', 'pmedian', '--orlib', join(folder, 'none')], /^\/orlib: .*ENOENT/],
    [
      'a file cut short',
      ['--model', 'pmedian', '--orlib', file('cut.txt', '4 3 2\n1 2 5\n2 3')],
      /^\/orlib: .*3 edges/,
    ],
    ['an edge to nowhere', ['--model', 'pmedian', '--orlib', file('far.txt', '2 1 1\n1 3 5')], /^\/orlib: .*edge 1/],
    ['a file of nothing', ['--model', 'pmedian', '--orlib', file('empty.txt', '')], /^\/orlib: /],
    [
      'a weight below zero',
      ['--model', 'pmedian', '-p', '1', '--points', points, '--weights', file('minus.dat', '5\n-1\n1\n')],
      /^\/weights\/1: .*weight 2/,
    ],
    [
      'too few weights',
      ['--model', 'pmedian', '-p', '1', '--points', points, '--weights', file('few.dat', '5\n')],
      /^\/weights: .*3 weights are needed/,
    ],
    ['a budget without prices', ['--model', 'pmedian', '--budget', '5', ...at], /^\/candidates\/prices: /],
  ];
  test.each(cases)('%s', async (_, argv, line) => {
    const { exitCode, stdout, stderr } = await siteCommand(argv);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(stderr).toMatch(line);
    expect([exitCode, stdout]).toEqual([2, '']);
  });

  test('a cover that cannot be is said, with the places out of reach', async () => {
    const apart = file('apart.txt', '4 2 1\n1 2 5\n3 4 5\n');
    const { exitCode, stderr } = await siteCommand(['--model', 'lscp', '-p', '1', '--radius', '9', '--orlib', apart]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^\/radius: .*no set of sites within the limits reaches every place$/);
  });
});

// OR-Library (J. E. Beasley) and SJC324 (L. A. N. Lorena): tests only, so they are not kept here.
const data = process.env.FAYUAN_TEST_DATA ?? '';
describe.skipIf(!existsSync(join(data, 'orlib')))('known optima (skipped without FAYUAN_TEST_DATA)', () => {
  const medians = { pmed1: 5819, pmed5: 1355, pmed6: 7824, pmed10: 1255, pmed15: 1729, pmed20: 1789, pmed30: 1989 };
  test.each(Object.entries(medians))('%s: %i, proven', async (name, optimum) => {
    const { stdout } = await siteCommand([
      ...['--model', 'pmedian', '--json', '--seconds', '60'],
      ...['--orlib', join(data, 'orlib', `${name}.txt`)],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ objective: optimum, bound: optimum, gap: 0, status: 'optimal' });
  });

  test.each([5461, 8790, 11604, 12106, 12152].map((optimum, k) => [k + 1, optimum]))(
    'SJC324 within 800 m of %i sites: %i, proven',
    async (p, optimum) => {
      const { stdout } = await siteCommand([
        ...['--model', 'mclp', '-p', String(p), '--radius', '800', '--json', '--seconds', '60'],
        ...['--points', join(data, 'sjc', 'SJC324.txt'), '--weights', join(data, 'sjc', 'demand-SJC324.dat')],
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ objective: optimum, bound: optimum, status: 'optimal' });
    },
  );
});
