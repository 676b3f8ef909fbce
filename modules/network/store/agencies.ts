import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Agency, AgencyKind, AgencyStatus } from '../schema.ts';
import type { AgencyTable } from '../tables.ts';
import { dbOf } from './db.ts';
import { type PositionColumns, positionFrom } from './position.ts';

export function agencyFrom(row: Selectable<AgencyTable>): Agency {
  const { lon, lat, positionKind, referenceSystem, services, ...rest } = row;
  return {
    ...rest,
    services: services as Agency['services'],
    position: positionFrom({ lon, lat, positionKind, referenceSystem }),
  };
}

export interface AgencyRow extends Omit<Agency, 'position' | 'version' | 'status'>, PositionColumns {}

/** Insert agencies in one statement; those whose code is already on file are left alone. Returns the codes inserted. */
export async function insertAgencies(tx: Tx, rows: readonly AgencyRow[]): Promise<readonly string[]> {
  const { rows: done } = await sql<{ code: string }>`
INSERT INTO agency (tenant, id, code, kind, host, name, short_name, reports_to_id, region, address, phone, lon, lat, position_kind,
  reference_system, barrier_free, street_level, services, hours, opened_on, demonstration)
SELECT tenant, id, code, kind, host, name, "shortName", "reportsToId", region, address, phone, lon, lat, "positionKind",
  "referenceSystem", "barrierFree", "streetLevel", ARRAY(SELECT jsonb_array_elements_text(services)), hours, "openedOn", demonstration
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(tenant text, id uuid, code text, kind text, host text, name text,
  "shortName" text, "reportsToId" uuid, region text, address text, phone text, lon double precision, lat double precision,
  "positionKind" text, "referenceSystem" text, "barrierFree" boolean, "streetLevel" boolean, services jsonb, hours jsonb,
  "openedOn" date, demonstration boolean)
ON CONFLICT (tenant, code) DO NOTHING
RETURNING code`.execute(tx.db);
  return done.map((row) => row.code);
}

export async function agencyById(tx: Tx, tenant: string, id: string): Promise<Agency | undefined> {
  const row = await dbOf(tx)
    .selectFrom('agency')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && agencyFrom(row);
}

export async function agencyByCode(tx: Tx, tenant: string, code: string): Promise<Agency | undefined> {
  const row = await dbOf(tx)
    .selectFrom('agency')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && agencyFrom(row);
}

/** Ids of a tenant's agencies, by code: what an import needs to tie people to places. */
export async function agencyIdsByCode(
  tx: Tx,
  tenant: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly kind: AgencyKind }>> {
  const rows = await dbOf(tx)
    .selectFrom('agency')
    .select(['code', 'id', 'kind'])
    .where('tenant', '=', tenant)
    .execute();
  return new Map(rows.map(({ code, id, kind }) => [code, { id, kind }]));
}

export interface AgencyFilter {
  readonly tenant: string;
  readonly kinds?: readonly AgencyKind[];
  readonly status?: AgencyStatus;
}

export async function listAgencies(tx: Tx, { tenant, kinds, status }: AgencyFilter): Promise<readonly Agency[]> {
  let query = dbOf(tx).selectFrom('agency').selectAll().where('tenant', '=', tenant);
  if (kinds !== undefined) query = query.where('kind', 'in', [...kinds]);
  if (status !== undefined) query = query.where('status', '=', status);
  return (await query.orderBy('code').execute()).map(agencyFrom);
}

/** Every tenant that has a centre, with the centre's agency id: the places where matters can be decided. */
export async function centresOnFile(
  tx: Tx,
): Promise<readonly { tenant: string; id: string; name: string; shortName: string }[]> {
  return dbOf(tx)
    .selectFrom('agency')
    .select(['tenant', 'id', 'name', 'shortName'])
    .where('kind', '=', 'centre')
    .where('status', '<>', 'closed')
    .orderBy('tenant')
    .execute();
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Open places of the given kinds inside a box of degrees. */
export async function openAgenciesInBox(tx: Tx, box: Box, kinds: readonly AgencyKind[]): Promise<readonly Agency[]> {
  const rows = await dbOf(tx)
    .selectFrom('agency')
    .selectAll()
    .where('status', '=', 'open')
    .where('lat', '>=', box.south)
    .where('lat', '<=', box.north)
    .where('lon', '>=', box.west)
    .where('lon', '<=', box.east)
    .where('kind', 'in', [...kinds])
    .execute();
  return rows.map(agencyFrom);
}

/** A print of all open places of the given kinds: another one when anything about any of them has changed. */
export async function openAgenciesPrint(tx: Tx, kinds: readonly AgencyKind[]): Promise<string> {
  const { rows } = await sql<{ print: string }>`
SELECT md5(coalesce(string_agg(agency::text, ',' ORDER BY tenant, id), '')) AS print
FROM agency WHERE status = 'open' AND kind IN (${sql.join([...kinds])})`.execute(tx.db);
  return rows[0]?.print ?? '';
}

/** Open places of the given kinds whose name or address holds a text; spaces do not count. */
export async function openAgenciesNamed(
  tx: Tx,
  text: string,
  kinds: readonly AgencyKind[],
): Promise<readonly Agency[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await dbOf(tx)
    .selectFrom('agency')
    .selectAll()
    .where('status', '=', 'open')
    .where('kind', 'in', [...kinds])
    .where(sql<boolean>`(replace(name, ' ', '') LIKE ${pattern} OR replace(address, ' ', '') LIKE ${pattern})`)
    .execute();
  return rows.map(agencyFrom);
}

/** Set the state if nobody changed the record meanwhile. @returns false when the version is no longer current */
export async function updateAgencyStatus(tx: Tx, agency: Agency, status: AgencyStatus): Promise<boolean> {
  const result = await dbOf(tx)
    .updateTable('agency')
    .set({ status, version: agency.version + 1 })
    .where('tenant', '=', agency.tenant)
    .where('id', '=', agency.id)
    .where('version', '=', agency.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Set where it stands if nobody changed the record meanwhile. @returns false when the version is no longer current */
export async function saveAgencyPosition(tx: Tx, agency: Agency, position: PositionColumns): Promise<boolean> {
  const result = await dbOf(tx)
    .updateTable('agency')
    .set({ ...position, version: agency.version + 1 })
    .where('tenant', '=', agency.tenant)
    .where('id', '=', agency.id)
    .where('version', '=', agency.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
