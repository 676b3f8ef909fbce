import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Balance, balanceOf, type Entry, emptyBalance, type PostingKind, post } from './ledger.ts';

const kinds: readonly PostingKind[] = ['appropriate', 'withdrawAppropriation', 'commit', 'release', 'pay', 'bounce'];

describe('the fund’s ledger', () => {
  test('a year in figures: appropriated, committed, paid', () => {
    let balance: Balance = emptyBalance;
    for (const [kind, amount] of [
      ['appropriate', 243_555_000],
      ['commit', 1_200_00],
      ['pay', 1_200_00],
    ] as const) {
      const posted = post(balance, kind, amount);
      if (!posted.ok) throw new Error(posted.fault.code);
      balance = posted.value.balance;
    }
    expect(balance).toEqual({ appropriated: 243_555_000, available: 243_435_000, committed: 0, expended: 120_000 });
  });

  test('what is not there cannot be committed, and the shortage is named to the fen', () => {
    expect(post({ ...emptyBalance, appropriated: 100, available: 100 }, 'commit', 101)).toEqual({
      ok: false,
      fault: { code: 'short', account: 'available', shortage: 1 },
    });
  });

  test('an appropriation that is committed or spent cannot be taken back', () => {
    expect(
      post({ appropriated: 100, available: 40, committed: 60, expended: 0 }, 'withdrawAppropriation', 41),
    ).toMatchObject({
      ok: false,
      fault: { account: 'available', shortage: 1 },
    });
  });

  test.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('%s fen is no posting', (amount) => {
    expect(post(emptyBalance, 'appropriate', amount)).toEqual({ ok: false, fault: { code: 'amountNotPositive' } });
  });

  test('whatever is posted: debit = credit, nothing below zero, and what came in is what is there', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: -5, max: 500 })), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (drawn) => {
        let balance: Balance = emptyBalance;
        const entries: Entry[] = [];
        for (const [kind, amount] of drawn) {
          const posted = post(balance, kind, amount);
          if (!posted.ok) continue;
          balance = posted.value.balance;
          entries.push(...posted.value.entries);
          expect(posted.value.entries.reduce((sum, e) => sum + e.debit - e.credit, 0)).toBe(0);
          expect(Math.min(...Object.values(balance))).toBeGreaterThanOrEqual(0);
          expect(balance.available + balance.committed + balance.expended).toBe(balance.appropriated);
        }
        expect(balanceOf(entries)).toEqual(balance);
      }),
      { numRuns: 500 },
    );
  });
});
