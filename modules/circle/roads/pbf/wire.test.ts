import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorOver, eachField, Malformed, readVarint, readZigZag, skipField } from './wire.ts';

/** As protobuf's "Encoding" has it, by whole numbers of any length. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}

const exact = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });

describe('numbers as they are written', () => {
  test('up to 2^53 a varint is exact, and the cursor stands behind it', () => {
    fc.assert(
      fc.property(exact, (value) => {
        const cursor = cursorOver(Uint8Array.from([...varint(value), 7]));
        expect(readVarint(cursor)).toBe(Number(value));
        expect(readVarint(cursor)).toBe(7);
      }),
    );
  });

  test('below zero it is ten bytes of two’s complement', () => {
    fc.assert(
      fc.property(exact, (value) => {
        expect(readVarint(cursorOver(varint(-value)))).toBe(Number(-value));
      }),
    );
  });

  test('ZigZag goes both ways from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n - 1n }), (value) => {
        const folded = value < 0n ? -2n * value - 1n : 2n * value;
        expect(readZigZag(cursorOver(varint(folded)))).toBe(Number(value));
      }),
    );
  });

  test('cut short, or without an end, it is malformed', () => {
    fc.assert(
      fc.property(exact, (value) => {
        const bytes = varint(value);
        for (let length = 0; length < bytes.length; length += 1) {
          expect(() => readVarint(cursorOver(bytes.subarray(0, length)))).toThrow(Malformed);
          expect(() => readZigZag(cursorOver(bytes.subarray(0, length)))).toThrow(Malformed);
        }
      }),
    );
    expect(() => readVarint(cursorOver(new Uint8Array(20).fill(0x80)))).toThrow(Malformed);
    expect(() => readZigZag(cursorOver(new Uint8Array(20).fill(0x80)))).toThrow(Malformed);
  });
});

test('fields that are not wanted are passed over by their kind', () => {
  // varint 300, eight bytes, three bytes with their length, four bytes, then the field we ask for
  const bytes = Uint8Array.from([8, 0xac, 2, 17, ...new Array(8).fill(9), 26, 3, 1, 2, 3, 37, 1, 2, 3, 4, 48, 5]);
  const cursor = cursorOver(bytes);
  const seen: number[] = [];
  eachField(cursor, (field) => {
    if (field !== 6) return false;
    seen.push(readVarint(cursor));
    return true;
  });
  expect(seen).toEqual([5]);
});

test.each([3, 4, 6, 7])('wire type %i is none of ours', (type) => {
  expect(() => skipField(cursorOver(Uint8Array.from([1, 2, 3])), type)).toThrow(Malformed);
});

test('random bytes end in fields or in a place that is malformed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        eachField(cursorOver(bytes), () => false);
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed);
        expect((error as Malformed).at).toBeLessThanOrEqual(bytes.length + 8);
      }
    }),
    { numRuns: 500 },
  );
});
