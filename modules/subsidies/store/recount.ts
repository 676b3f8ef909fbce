import { sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { balanceOf } from '../rules/ledger.ts';
import { dbOf } from './db.ts';
import { entriesOf, type Fund } from './funds.ts';

export interface CountedRow {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

const dimensions: Readonly<Record<string, string>> = {
  all: `''`,
  class: 's.class',
  region: 'left(s.region, 6)',
  handlerKind: 's.handler_kind',
  source: 'f.source',
};

/** The payment counters once more, from the records: payments that stand. Must agree with what the transactions counted. */
export async function recountSubsidies(tx: Tx): Promise<readonly CountedRow[]> {
  return [
    ...(await recountPayments(tx, 'subsidies', sql`JOIN subsidy s ON s.tenant = p.tenant AND s.id = p.subsidy_id`)),
    ...(await recountPayments(tx, 'costs', sql`JOIN direct_cost s ON s.tenant = p.tenant AND s.id = p.cost_id`)),
  ];
}

async function recountPayments(
  tx: Tx,
  name: 'subsidies' | 'costs',
  joined: ReturnType<typeof sql>,
): Promise<readonly CountedRow[]> {
  const lines = Object.entries(dimensions).map(
    ([dimension, value]) => sql`
SELECT p.tenant, to_char(p.paid_on, 'YYYY-MM') AS month, ${dimension}::text AS dimension, ${sql.raw(value)} AS value, p.amount
FROM payment p
${joined}
JOIN payment_batch b ON b.tenant = p.tenant AND b.id = p.batch_id
JOIN fund f ON f.tenant = b.tenant AND f.id = b.fund_id
WHERE p.state IN ('paid','reconciled')`,
  );
  const { rows } = await sql<Omit<CountedRow, 'name' | 'n'> & { cases: number; fen: number }>`
SELECT tenant, month, dimension, value, count(*)::int8 AS cases, sum(amount)::int8 AS fen
FROM (${sql.join(lines, sql` UNION ALL `)}) AS l GROUP BY tenant, month, dimension, value`.execute(tx.db);
  return rows.flatMap(({ cases, fen, ...row }) => [
    { ...row, name: `${name}.paid`, n: cases },
    { ...row, name: `${name}.paidFen`, n: fen },
  ]);
}

/** Funds whose own figures do not agree with their ledger; empty when the books are right. */
export async function verifyFunds(tx: Tx): Promise<readonly Fund[]> {
  const wrong: Fund[] = [];
  for (const fund of await dbOf(tx).selectFrom('fund').selectAll().execute()) {
    const kept = balanceOf(await entriesOf(tx, fund.tenant, fund.id));
    const same = (['appropriated', 'available', 'committed', 'expended'] as const).every((a) => kept[a] === fund[a]);
    if (!same) wrong.push(fund);
  }
  return wrong;
}
