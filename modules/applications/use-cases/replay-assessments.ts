import type { Tx } from '../../../kernel/use-case/index.ts';
import { assess, assessmentHash, type Facts, lawAt } from '../../policy/index.ts';
import { openFacts } from '../sealed.ts';
import { selectForReplay } from '../store.ts';

export interface ReplayReport {
  readonly replayed: number;
  readonly differences: readonly {
    readonly tenant: string;
    readonly number: string;
    readonly stored: string;
    readonly derived: string;
  }[];
}

/**
 * 重新推导: every stored assessment once more from its stored facts under its day's law, as that was known when it was
 * assessed: a change recorded later, even one that reaches back, alters nothing here. There must be no difference; one means that law in
 * force was edited instead of dated, or that a record was touched.
 */
export async function replayAssessments(tx: Tx, since?: string): Promise<ReplayReport> {
  const differences: { tenant: string; number: string; stored: string; derived: string }[] = [];
  let replayed = 0;
  let after: { tenant: string; id: string } | undefined;
  for (;;) {
    const rows = await selectForReplay(tx, since, after, 500);
    if (rows.length === 0) return { replayed, differences };
    for (const row of rows) {
      const facts: Facts | null = openFacts(tx, row);
      // Destroyed with its file after its term: there is nothing left to derive from.
      if (facts === null) continue;
      const derived = assess(facts, { law: lawAt(tx, row.lawRevision) });
      replayed += 1;
      if (assessmentHash(facts, derived) !== row.assessmentHash) {
        differences.push({ tenant: row.tenant, number: row.number, stored: row.outcome, derived: derived.outcome });
      }
    }
    after = rows.at(-1);
  }
}
