import { type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AgencyKind, Handler, HandlerKind, HandlerStatus, Position } from '../schema.ts';
import type { HandlerTable } from '../tables.ts';
import { dbOf } from './db.ts';
import { positionFrom } from './position.ts';

const handlerFrom = (row: Selectable<HandlerTable>): Handler => ({
  ...row,
  specialities: row.specialities as Handler['specialities'],
  languages: row.languages as Handler['languages'],
});

export async function insertHandlers(
  tx: Tx,
  rows: readonly Omit<Handler, 'version' | 'status' | 'statusReason'>[],
): Promise<readonly string[]> {
  const { rows: done } = await sql<{ code: string }>`
INSERT INTO handler (tenant, id, code, kind, name, sex, licence_number, licensed_from, criminal_defence_since, trained_for_minors,
  specialities, languages, paid_by_treasury, agency_id, base_region, phone, joined_on, account_id, status_since, demonstration)
SELECT tenant, id, code, kind, name, sex, "licenceNumber", "licensedFrom", "criminalDefenceSince", "trainedForMinors",
  ARRAY(SELECT jsonb_array_elements_text(specialities)), ARRAY(SELECT jsonb_array_elements_text(languages)), "paidByTreasury",
  "agencyId", "baseRegion", phone, "joinedOn", "accountId", "statusSince", demonstration
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(tenant text, id uuid, code text, kind text, name text, sex text,
  "licenceNumber" text, "licensedFrom" date, "criminalDefenceSince" date, "trainedForMinors" boolean, specialities jsonb,
  languages jsonb, "paidByTreasury" boolean, "agencyId" uuid, "baseRegion" text, phone text, "joinedOn" date, "accountId" uuid,
  "statusSince" date, demonstration boolean)
ON CONFLICT (tenant, code) DO NOTHING
RETURNING code`.execute(tx.db);
  return done.map((row) => row.code);
}

export async function handlerById(tx: Tx, tenant: string, id: string): Promise<Handler | undefined> {
  const row = await dbOf(tx)
    .selectFrom('handler')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && handlerFrom(row);
}

export async function handlerByAccount(tx: Tx, tenant: string, accountId: string): Promise<Handler | undefined> {
  const row = await dbOf(tx)
    .selectFrom('handler')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row && handlerFrom(row);
}

/** Handlers' accounts, of those that have one. */
export async function accountsOfHandlers(
  tx: Tx,
  tenant: string,
  handlerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (handlerIds.length === 0) return new Map();
  const rows = await dbOf(tx)
    .selectFrom('handler')
    .select(['id', 'accountId'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...handlerIds])
    .execute();
  return new Map(rows.flatMap(({ id, accountId }) => (accountId === null ? [] : [[id, accountId] as const])));
}

export async function handlerIdsByCode(tx: Tx, tenant: string): Promise<ReadonlyMap<string, string>> {
  const rows = await dbOf(tx).selectFrom('handler').select(['code', 'id']).where('tenant', '=', tenant).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export interface HandlerFilter {
  readonly tenant: string;
  readonly kinds?: readonly HandlerKind[];
  readonly statuses?: readonly HandlerStatus[];
  readonly agencyId?: string;
}

/** A handler with the unit that sends them: what a designator chooses from. */
export type HandlerWithUnit = Handler & {
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly position: Position | null;
};

/** The roster of a tenant. `position` is where the handler's base region stands, if that is on file. */
export async function listHandlers(
  tx: Tx,
  { tenant, kinds, statuses, agencyId }: HandlerFilter,
): Promise<readonly HandlerWithUnit[]> {
  let query = dbOf(tx)
    .selectFrom('handler as h')
    .innerJoin('agency as a', (join) => join.onRef('a.tenant', '=', 'h.tenant').onRef('a.id', '=', 'h.agencyId'))
    .leftJoin('region as r', 'r.code', 'h.baseRegion')
    .selectAll('h')
    .select(['a.name as agencyName', 'a.kind as agencyKind', 'r.lon', 'r.lat', 'r.positionKind', 'r.referenceSystem'])
    .where('h.tenant', '=', tenant);
  if (kinds !== undefined) query = query.where('h.kind', 'in', [...kinds]);
  if (statuses !== undefined) query = query.where('h.status', 'in', [...statuses]);
  if (agencyId !== undefined) query = query.where('h.agencyId', '=', agencyId);
  const rows = await query.orderBy('h.code').execute();
  return rows.map(({ agencyName, agencyKind, lon, lat, positionKind, referenceSystem, ...handler }) => ({
    ...handlerFrom(handler),
    agencyName,
    agencyKind,
    position: positionFrom({ lon, lat, positionKind, referenceSystem }),
  }));
}

/** Who a handler is, and whose colleague. */
export type HandlerInFirm = Pick<Handler, 'id' | 'name' | 'agencyId'> & {
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
};

/** The named handlers and everybody of the named agencies, those who left aside; by their number on the roster. */
export async function handlersAround(
  tx: Tx,
  tenant: string,
  { ids, agencyIds }: { readonly ids: readonly string[]; readonly agencyIds: readonly string[] },
): Promise<readonly HandlerInFirm[]> {
  if (ids.length === 0 && agencyIds.length === 0) return [];
  return dbOf(tx)
    .selectFrom('handler as h')
    .innerJoin('agency as a', (join) => join.onRef('a.tenant', '=', 'h.tenant').onRef('a.id', '=', 'h.agencyId'))
    .select(['h.id', 'h.name', 'h.agencyId', 'a.name as agencyName', 'a.kind as agencyKind'])
    .where('h.tenant', '=', tenant)
    .where('h.status', '<>', 'left')
    .where(({ or, eb }) =>
      or([
        eb('h.id', '=', sql<string>`ANY (${ids}::uuid[])`),
        eb('h.agencyId', '=', sql<string>`ANY (${agencyIds}::uuid[])`),
      ]),
    )
    .orderBy('h.code')
    .execute();
}

export async function updateHandlerStatus(
  tx: Tx,
  handler: Handler,
  status: HandlerStatus,
  since: LocalDate,
  reason: string | null,
): Promise<boolean> {
  const result = await dbOf(tx)
    .updateTable('handler')
    .set({ status, statusSince: since, statusReason: reason, version: handler.version + 1 })
    .where('tenant', '=', handler.tenant)
    .where('id', '=', handler.id)
    .where('version', '=', handler.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns false when somebody changed the entry since it was loaded */
export async function updateHandlerLanguages(
  tx: Tx,
  handler: Handler,
  languages: Handler['languages'],
): Promise<boolean> {
  const result = await dbOf(tx)
    .updateTable('handler')
    .set({ languages, version: handler.version + 1 })
    .where('tenant', '=', handler.tenant)
    .where('id', '=', handler.id)
    .where('version', '=', handler.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Tie a roster entry to the account its holder signs in with. */
export async function setHandlerAccount(
  tx: Tx,
  tenant: string,
  handlerId: string,
  accountId: string | null,
): Promise<boolean> {
  const result = await dbOf(tx)
    .updateTable('handler')
    .set((eb) => ({ accountId, version: eb('version', '+', 1) }))
    .where('tenant', '=', tenant)
    .where('id', '=', handlerId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
