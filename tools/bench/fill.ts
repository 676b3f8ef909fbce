import type pg from 'pg';
import { formatApplicationNumber } from '../../modules/applications/index.ts';

/**
 * Bring a tenant to `total` open applications: copies of one real row with an id and a number of their own, due over the
 * next weeks, in the states that open work is in. Copies keep the query code of their original, so that each can be looked up.
 * @returns the numbers of the copies
 */
export async function fillApplications(
  client: pg.Client,
  original: { readonly tenant: string; readonly id: string },
  total: number,
): Promise<readonly string[]> {
  const { tenant, id } = original;
  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM application WHERE tenant = $1', [
    tenant,
  ]);
  const present = Number(rows[0]?.n);
  // A year and month that no real number of this run has.
  const numbers = Array.from({ length: Math.max(0, total - present) }, (_, i) =>
    formatApplicationNumber(tenant, '2019-01-01', present + i),
  );
  const own: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    number: 'fresh.number',
    state: "(ARRAY['SUBMITTED', 'UNDER_REVIEW', 'PROPOSED', 'UNDER_REVIEW'])[1 + (fresh.n % 4)::int]",
    due_on: 'a.due_on + (fresh.n % 45)::int',
  };
  const columns = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'application'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  const names = columns.rows.map(({ name }) => name);
  await client.query(
    `INSERT INTO application (${names.join(', ')})
     SELECT ${names.map((name) => own[name] ?? `a.${name}`).join(', ')}
     FROM application a, unnest($3::text[]) WITH ORDINALITY AS fresh (number, n)
     WHERE a.tenant = $1 AND a.id = $2`,
    [tenant, id, numbers],
  );
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  return numbers;
}
