import { expect, test } from 'vitest';
import { insertsOf } from './inserts.ts';

test('rows of one table and the same columns travel together, the rest beside them', () => {
  const [statement, ...more] = insertsOf([
    { table: 'person', rows: [{ id: 'a', nameFolded: '甲', region: null }] },
    { table: 'event', rows: [] },
    { table: 'person', rows: [{ id: 'b', nameFolded: '乙', region: '530521' }, { id: 'c' }] },
  ]);
  expect(more).toEqual([]);
  expect(statement?.sql).toBe(
    'WITH w0 AS (INSERT INTO "person" ("id","name_folded","region") VALUES ($1,$2,$3),($4,$5,$6)),' +
      'w1 AS (INSERT INTO "person" ("id") VALUES ($7)) SELECT 1',
  );
  expect(statement?.parameters).toEqual(['a', '甲', null, 'b', '乙', '530521', 'c']);
});

test('the same kind of change is the same text, whatever is in it', () => {
  const textOf = (n: number) => insertsOf([{ table: 'counter', rows: [{ tenant: '530521', n }] }])[0]?.sql;
  expect(textOf(1)).toBe(textOf(2));
});

test('what has members becomes JSON, and what is undefined leaves its column to the default', () => {
  const [statement] = insertsOf([{ table: 'event', rows: [{ payload: { a: [1] }, list: ['x'], gone: undefined }] }]);
  expect(statement?.sql).toContain('("payload","list")');
  expect(statement?.parameters).toEqual(['{"a":[1]}', '["x"]']);
});

test('a head moves on, a counter adds up, a message sent twice is one', () => {
  const texts = insertsOf([
    { table: 'event_head', rows: [{ seq: 1 }] },
    { table: 'counter', rows: [{ n: 1 }] },
    { table: 'outbox', rows: [{ key: 'k' }] },
  ]).map(({ sql }) => sql);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/event_head.*DO UPDATE SET seq.*counter.*n = counter\.n \+ excluded\.n.*outbox.*DO NOTHING/);
});

test('thousands of rows are several statements, none with more parameters than the protocol carries', () => {
  const rows = Array.from({ length: 25_000 }, (_, i) => ({ a: i, b: i, c: i }));
  const statements = insertsOf([
    { table: 'event', rows },
    { table: 'counter', rows: [{ n: 1 }] },
  ]);
  expect(statements.length).toBe(2);
  expect(Math.max(...statements.map(({ parameters }) => parameters.length))).toBeLessThan(65_536);
  expect(statements.flatMap(({ parameters }) => parameters)).toHaveLength(75_001);
});

test('nothing to write is no statement', () => {
  expect(insertsOf([{ table: 'event', rows: [] }])).toEqual([]);
});
