import { fault, ok, type Result } from '../../../kernel/errors/index.ts';

/**
 * 科目 of a fund. Money appropriated (拨入) is a credit that stands against what is available, committed to a batch, or spent;
 * so debits and credits of every posting are equal, and available + committed + expended = appropriated, to the fen.
 */
export const accounts = ['appropriated', 'available', 'committed', 'expended'] as const;
export type Account = (typeof accounts)[number];

export interface Entry {
  readonly account: Account;
  readonly debit: number;
  readonly credit: number;
}

/** What a posting does to a fund. */
export type PostingKind = 'appropriate' | 'withdrawAppropriation' | 'commit' | 'release' | 'pay' | 'bounce';

/** Debited and credited account of each kind: the whole bookkeeping in one table. */
const sides: Readonly<Record<PostingKind, readonly [debit: Account, credit: Account]>> = {
  appropriate: ['available', 'appropriated'],
  withdrawAppropriation: ['appropriated', 'available'],
  commit: ['committed', 'available'],
  release: ['available', 'committed'],
  pay: ['expended', 'committed'],
  bounce: ['available', 'expended'],
};

/** What a fund holds, fen. */
export interface Balance {
  readonly appropriated: number;
  readonly available: number;
  readonly committed: number;
  readonly expended: number;
}

export const emptyBalance: Balance = { appropriated: 0, available: 0, committed: 0, expended: 0 };

export interface Posted {
  readonly entries: readonly Entry[];
  readonly balance: Balance;
}

export type LedgerFault =
  | { readonly code: 'amountNotPositive' }
  /** Fen that are missing in the account that would be drawn on. */
  | { readonly code: 'short'; readonly account: Account; readonly shortage: number };

/** A posting's two entries and the balance after it; or why it cannot be made: no account is ever drawn below nothing. */
export function post(balance: Balance, kind: PostingKind, amount: number): Result<Posted, LedgerFault> {
  if (!Number.isSafeInteger(amount) || amount <= 0) return fault({ code: 'amountNotPositive' });
  const [debit, credit] = sides[kind];
  const after = {
    ...balance,
    [debit]: balance[debit] + sign(debit) * amount,
    [credit]: balance[credit] - sign(credit) * amount,
  };
  for (const account of [credit, debit]) {
    const left = after[account];
    if (left < 0) return fault({ code: 'short', account, shortage: -left });
  }
  return ok({
    entries: [
      { account: debit, debit: amount, credit: 0 },
      { account: credit, debit: 0, credit: amount },
    ],
    balance: after,
  });
}

/** Where the money came from grows by credits; where it is grows by debits. */
function sign(account: Account): 1 | -1 {
  return account === 'appropriated' ? -1 : 1;
}

/** The balance that entries add up to: what the fund's own figures must agree with. */
export function balanceOf(entries: readonly Entry[]): Balance {
  const sums = { ...emptyBalance };
  for (const { account, debit, credit } of entries) sums[account] += sign(account) * (debit - credit);
  return sums;
}
