import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, NotCanonical } from './canonical-json.ts';
import { chainHash } from './chain-hash.ts';
import { sm3 } from './hash.ts';

test('the example of RFC 8785 §3.2.2 comes out as printed there', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 units, at every depth', () => {
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, ö: 5, '\ufb33': 6, z: { b: 1, a: 2 } })).toBe(
    '{"\\r":2,"1":3,"z":{"a":2,"b":1},"ö":5,"€":1,"😀":4,"\ufb33":6}',
  );
});

test('the order of insertion and the way through a database column make no difference', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, shuffled(v)]),
      );
    }
    return value;
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(value)));
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(JSON.stringify(JSON.parse(text)))));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a key without a value is left out, as in a jsonb column', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

test.each<[string, unknown, string]>([
  ['not a number', { amount: Number.NaN }, '/amount'],
  ['infinity', [1, Number.POSITIVE_INFINITY], '/1'],
  ['a bigint', { a: { b: 1n } }, '/a/b'],
  ['a function', { f: () => 1 }, '/f'],
  ['a symbol', { s: Symbol('x') }, '/s'],
  ['undefined in a list', [undefined], '/0'],
  ['a hole in a list', new Array(1), '/0'],
  ['undefined itself', undefined, ''],
  ['a date', { at: new Date(0) }, '/at'],
  ['a map', new Map(), ''],
  ['bytes', { raw: Buffer.from('x') }, '/raw'],
  ['a lone surrogate', { name: '\udc00' }, '/name'],
  ['a key with a slash', { 'a/b~': Number.NaN }, '/a~1b~0'],
])('%s is refused, and the pointer says where', (_, value, pointer) => {
  expect(() => canonicalJson(value)).toThrow(NotCanonical);
  try {
    canonicalJson(value);
  } catch (error) {
    expect((error as NotCanonical).pointer).toBe(pointer);
  }
});

test('a circle is refused, the same object twice is not', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => canonicalJson(circle)).toThrow(/circle/);
  const shared = { x: 1 };
  expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
});

const genesis = '0'.repeat(64);

test('a link depends on all before it', () => {
  const first = chainHash(genesis, '{"a":1}');
  expect(first).toBe(sm3(`${genesis}\n{"a":1}`));
  expect(chainHash(first, '{"b":2}')).not.toBe(chainHash(chainHash(genesis, '{"a":2}'), '{"b":2}'));
});

test.each(['', '0'.repeat(63), 'G'.repeat(64), `${genesis}\n`])('%j is no link to go on from', (previous) => {
  expect(() => chainHash(previous, '{}')).toThrow(TypeError);
});
