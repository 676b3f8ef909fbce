import { expect, test } from 'vitest';
import { withFixedTimes } from './steady-zip.ts';

test('bytes that are no archive are an error', () => {
  expect(() => withFixedTimes(new Uint8Array(100))).toThrow('not a zip archive');
  expect(() => withFixedTimes(new Uint8Array(0))).toThrow('not a zip archive');
});
