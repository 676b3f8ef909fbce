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
