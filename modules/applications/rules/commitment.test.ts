import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidesOn, drawn, oneInDrawn } from './commitment.ts';

const standard = {
  perCapitaAnnual: 876_000,
  threshold: 1_752_000,
  multiplier: 2,
  basis: 'subsistenceAllowance',
  verified: false,
} as const;
const poor = { standard, assessedPerCapitaIncome: 400_000 };

describe('which commitments are checked', () => {
  test('the same application is drawn the same way whoever draws, in any spelling of its id', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(drawn(id.toUpperCase(), poor)).toBe(drawn(id, poor));
      }),
    );
  });

  test('about one in ten of many', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `019f0000-0000-7000-8000-${String(n).padStart(12, '0')}`);
    const share = ids.filter((id) => drawn(id, poor) === 'sample').length / ids.length;
    expect(share).toBeGreaterThan(0.9 / oneInDrawn);
    expect(share).toBeLessThan(1.1 / oneInDrawn);
  });

  test.each([
    [1_576_800, false],
    [1_576_801, true],
    [1_752_000, true],
  ])('an income of %i fen against 1,752,000 is near the line: %s', (assessedPerCapitaIncome, near) => {
    expect(drawn('019f0000-0000-7000-8000-000000000001', { standard, assessedPerCapitaIncome }) === 'nearLine').toBe(
      near,
    );
  });
});

test.each([
  ['commitment', 'meansTested', true],
  ['documents', 'meansTested', false],
  ['commitment', 'verificationWaived', false],
  ['commitment', 'meansExempt', false],
] as const)('a commitment decides where means were told on it: %s, %s → %s', (proof, route, decides) => {
  expect(decidesOn(proof, { route })).toBe(decides);
});
