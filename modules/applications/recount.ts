import { sql } from 'kysely';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApplicationCounter } from './statistics.ts';

export interface CountedRow {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

const counted: readonly { readonly name: ApplicationCounter; readonly day: string; readonly where: string }[] = [
  { name: 'applications.submitted', day: 'received_on', where: 'true' },
  { name: 'applications.granted', day: 'granted_on', where: 'granted_on IS NOT NULL' },
  { name: 'applications.provisional', day: 'provisional_on', where: 'provisional_on IS NOT NULL' },
  { name: 'applications.refused', day: 'refused_on', where: 'refused_on IS NOT NULL' },
];

/** The commitment counters once more, from the records themselves. A finding that was taken back is no finding. */
export async function recountCommitments(tx: Tx): Promise<readonly CountedRow[]> {
  const { rows } = await sql<CountedRow>`
SELECT tenant, 'commitments.given'::text AS name, to_char(granted_on, 'YYYY-MM') AS month, 'all'::text AS dimension, ''::text AS value, count(*)::int8 AS n
FROM application_commitment GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.picked', to_char(picked_on, 'YYYY-MM'), 'all', '', count(*)::int8
FROM application_commitment WHERE picked_on IS NOT NULL GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.picked', to_char(picked_on, 'YYYY-MM'), 'pickedFor', picked_for, count(*)::int8
FROM application_commitment WHERE picked_on IS NOT NULL GROUP BY 1, 3, 5
UNION ALL SELECT tenant, 'commitments.false', to_char(decided_on, 'YYYY-MM'), 'all', '', count(*)::int8
FROM application_commitment WHERE state IN ('FALSE', 'RECOVERY_ORDERED', 'REPAID') GROUP BY 1, 3
UNION ALL SELECT tenant, 'commitments.recovered', to_char(paid_on, 'YYYY-MM'), 'all', '', sum(cost_fen + fine_fen)::int8
FROM application_commitment WHERE paid_on IS NOT NULL GROUP BY 1, 3 HAVING sum(cost_fen + fine_fen) > 0`.execute(tx.db);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** The application counters once more, from the records themselves: must agree with what the transactions counted. */
export async function recountApplications(tx: Tx): Promise<readonly CountedRow[]> {
  const rows: CountedRow[] = [];
  for (const { name, day, where } of counted) {
    const result = await sql<CountedRow>`
WITH a AS (
  SELECT tenant, to_char(${sql.raw(day)}, 'YYYY-MM') AS month, class, coalesce(cause, class) AS cause, groups
  FROM application WHERE ${sql.raw(where)}
)
SELECT tenant, ${name}::text AS name, month, 'all' AS dimension, '' AS value, count(*)::int AS n FROM a GROUP BY tenant, month
UNION ALL SELECT tenant, ${name}::text, month, 'class', class, count(*)::int FROM a GROUP BY tenant, month, class
UNION ALL SELECT tenant, ${name}::text, month, 'cause', cause, count(*)::int FROM a GROUP BY tenant, month, cause
UNION ALL SELECT tenant, ${name}::text, month, 'group', g, count(*)::int FROM a, LATERAL (SELECT DISTINCT unnest(groups) AS g) u GROUP BY tenant, month, g`.execute(
      tx.db,
    );
    rows.push(...result.rows);
  }
  return rows;
}
