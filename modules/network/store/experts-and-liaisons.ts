import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Expert, Liaison } from '../schema.ts';
import type { ExpertTable, LiaisonTable } from '../tables.ts';
import { dbOf } from './db.ts';

const expertFrom = (row: Selectable<ExpertTable>): Expert => ({ ...row, fields: row.fields as Expert['fields'] });
const liaisonFrom = (row: Selectable<LiaisonTable>): Liaison => ({
  ...row,
  languages: row.languages as Liaison['languages'],
});

export async function insertExperts(
  tx: Tx,
  rows: readonly Omit<Expert, 'version' | 'status'>[],
): Promise<readonly string[]> {
  const { rows: done } = await sql<{ code: string }>`
INSERT INTO expert (tenant, id, code, name, title, organisation, fields, handler_id, appointed_on, demonstration)
SELECT tenant, id, code, name, title, organisation, ARRAY(SELECT jsonb_array_elements_text(fields)), "handlerId", "appointedOn", demonstration
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(tenant text, id uuid, code text, name text, title text, organisation text,
  fields jsonb, "handlerId" uuid, "appointedOn" date, demonstration boolean)
ON CONFLICT (tenant, code) DO NOTHING
RETURNING code`.execute(tx.db);
  return done.map((row) => row.code);
}

export async function insertLiaisons(
  tx: Tx,
  rows: readonly Omit<Liaison, 'version' | 'status'>[],
): Promise<readonly string[]> {
  const { rows: done } = await sql<{ code: string }>`
INSERT INTO liaison (tenant, id, code, name, sex, region, agency_id, phone, languages, appointed_on, account_id, demonstration)
SELECT tenant, id, code, name, sex, region, "agencyId", phone, ARRAY(SELECT jsonb_array_elements_text(languages)), "appointedOn",
  "accountId", demonstration
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(tenant text, id uuid, code text, name text, sex text, region text,
  "agencyId" uuid, phone text, languages jsonb, "appointedOn" date, "accountId" uuid, demonstration boolean)
ON CONFLICT (tenant, code) DO NOTHING
RETURNING code`.execute(tx.db);
  return done.map((row) => row.code);
}

export async function listExperts(tx: Tx, tenant: string): Promise<readonly Expert[]> {
  const rows = await dbOf(tx).selectFrom('expert').selectAll().where('tenant', '=', tenant).orderBy('code').execute();
  return rows.map(expertFrom);
}

export async function listLiaisons(tx: Tx, tenant: string, region?: string): Promise<readonly Liaison[]> {
  let query = dbOf(tx).selectFrom('liaison').selectAll().where('tenant', '=', tenant);
  if (region !== undefined) query = query.where('region', '=', region);
  return (await query.orderBy('code').execute()).map(liaisonFrom);
}
