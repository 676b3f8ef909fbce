import { sql } from 'kysely';
import type { Tx } from '../../kernel/use-case/index.ts';

/** The consultation counters once more, from the records themselves. */
export async function recountConsultations(tx: Tx) {
  const { rows } = await sql<{
    tenant: string;
    name: string;
    month: string;
    dimension: string;
    value: string;
    n: number;
  }>`
WITH c AS (SELECT tenant, to_char(registered_on, 'YYYY-MM') AS month, channel, topic, groups FROM consultation)
SELECT tenant, 'consultations'::text AS name, month, 'all' AS dimension, '' AS value, count(*)::int AS n FROM c GROUP BY tenant, month
UNION ALL SELECT tenant, 'consultations', month, 'channel', channel, count(*)::int FROM c GROUP BY tenant, month, channel
UNION ALL SELECT tenant, 'consultations', month, 'topic', topic, count(*)::int FROM c GROUP BY tenant, month, topic
UNION ALL SELECT tenant, 'consultations', month, 'group', g, count(*)::int FROM c, LATERAL (SELECT DISTINCT unnest(groups) AS g) u GROUP BY tenant, month, g`.execute(
    tx.db,
  );
  return rows;
}
