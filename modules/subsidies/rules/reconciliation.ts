/** What a batch says was paid. */
export interface ExpectedPayment {
  readonly reference: string;
  readonly amount: number;
}

/** What the bank's statement says. Amounts in fen. */
export interface StatementLine {
  readonly reference: string;
  readonly amount: number;
}

export interface Reconciliation {
  readonly matched: readonly string[];
  /** Paid according to the batch, not on the statement. */
  readonly missing: readonly string[];
  /** On the statement, not in the batch; a second line for the same payment is one of these. */
  readonly unexpected: readonly string[];
  readonly differing: readonly { readonly reference: string; readonly expected: number; readonly actual: number }[];
  readonly complete: boolean;
}

/** 对账: a batch's payments against the bank's lines, by reference and to the fen. */
export function reconcile(expected: readonly ExpectedPayment[], lines: readonly StatementLine[]): Reconciliation {
  const open = new Map(expected.map((p) => [p.reference, p.amount]));
  const matched: string[] = [];
  const unexpected: string[] = [];
  const differing: { reference: string; expected: number; actual: number }[] = [];
  for (const { reference, amount } of lines) {
    const due = open.get(reference);
    open.delete(reference);
    if (due === undefined) unexpected.push(reference);
    else if (due === amount) matched.push(reference);
    else differing.push({ reference, expected: due, actual: amount });
  }
  const missing = [...open.keys()];
  return {
    matched,
    missing,
    unexpected,
    differing,
    complete: missing.length + unexpected.length + differing.length === 0,
  };
}
