import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Protection } from '../../kernel/use-case/index.ts';
import { applicationSealedColumns, formatApplicationNumber } from '../../modules/applications/index.ts';

/**
 * Bring a tenant to `total` open applications: copies of one real row with an id and a number of their own, due over the
 * next weeks, in the states that open work is in. Copies keep the query code of their original, so that each can be looked up.
 * @returns the numbers of the copies
 */
export async function fillApplications(
  client: pg.Client,
  cipher: Protection,
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
  const columns = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'application'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  const names = columns.rows.map(({ name }) => name);
  const sealed = await openSealed(client, cipher, original);
  const own: Readonly<Record<string, string>> = {
    id: 'fresh.id',
    number: 'fresh.number',
    state: "(ARRAY['SUBMITTED', 'UNDER_REVIEW', 'PROPOSED', 'UNDER_REVIEW'])[1 + (fresh.n % 4)::int]",
    due_on: 'a.due_on + (fresh.n % 45)::int',
    ...Object.fromEntries(sealed.map(({ column }) => [column, `fresh.${column}`])),
  };
  const copies = `INSERT INTO application (${names.join(', ')})
     SELECT ${names.map((name) => own[name] ?? `a.${name}`).join(', ')}
     FROM application a, unnest($3::uuid[], $4::text[]${sealed.map((_, i) => `, $${i + 5}::text[]`).join('')})
       WITH ORDINALITY AS fresh (${['id', 'number', ...sealed.map(({ column }) => column), 'n'].join(', ')})
     WHERE a.tenant = $1 AND a.id = $2`;
  for (let from = 0; from < numbers.length; from += chunk) {
    const some = numbers.slice(from, from + chunk);
    const ids = some.map(() => randomUUID());
    const texts = sealed.map(({ column, plain }) =>
      ids.map((copy) => cipher.encrypt(plain, sealContext(tenant, column, copy))),
    );
    await client.query(copies, [tenant, id, ids, some, ...texts]);
  }
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  return numbers;
}

const chunk = 2_000;

const sealContext = (tenant: string, column: string, id: string): string => `${tenant}/application.${column}/${id}`;

/** What lies sealed in a row of the application table, by column. */
async function openSealed(
  client: pg.Client,
  cipher: Protection,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<readonly { readonly column: string; readonly plain: string }[]> {
  const columns = applicationSealedColumns.filter(({ table }) => table === 'application').map(({ column }) => column);
  const { rows } = await client.query<Record<string, string | null>>(
    `SELECT ${columns.join(', ')} FROM application WHERE tenant = $1 AND id = $2`,
    [tenant, id],
  );
  return columns.flatMap((column) => {
    const text = rows[0]?.[column] ?? null;
    return text === null ? [] : [{ column, plain: cipher.decrypt(text, sealContext(tenant, column, id)) }];
  });
}
