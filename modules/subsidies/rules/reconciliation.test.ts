import { expect, test } from 'vitest';
import { reconcile } from './reconciliation.ts';

const batch = [
  { reference: 'P1', amount: 80_000 },
  { reference: 'P2', amount: 120_000 },
];

test('the statement agrees to the fen', () => {
  expect(reconcile(batch, [...batch].reverse())).toMatchObject({ matched: ['P2', 'P1'], complete: true });
});

test('a payment that the bank does not show', () => {
  expect(reconcile(batch, batch.slice(0, 1))).toMatchObject({ missing: ['P2'], complete: false });
});

test('a line that nobody ordered, and one paid twice', () => {
  expect(
    reconcile(batch, [...batch, { reference: 'P9', amount: 1 }, { reference: 'P1', amount: 80_000 }]),
  ).toMatchObject({
    unexpected: ['P9', 'P1'],
    complete: false,
  });
});

test('one fen of difference is told', () => {
  expect(
    reconcile(batch, [
      { reference: 'P1', amount: 80_001 },
      { reference: 'P2', amount: 120_000 },
    ]),
  ).toMatchObject({
    differing: [{ reference: 'P1', expected: 80_000, actual: 80_001 }],
    complete: false,
  });
});
