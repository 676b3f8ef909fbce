import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Position, Region } from '../schema.ts';
import { dbOf } from './db.ts';
import { type PositionColumns, positionFrom } from './position.ts';

/** Insert units of the register or bring them up to date, parents before children. Positions are left as they are. */
export async function saveRegions(tx: Tx, regions: readonly Region[]): Promise<void> {
  await sql`
INSERT INTO region (code, name, level, parent, pinyin, valid_from, valid_to)
SELECT code, name, level, parent, pinyin, "validFrom", "validTo"
FROM jsonb_to_recordset(${JSON.stringify(regions)}::jsonb)
  AS x(code text, name text, level text, parent text, pinyin text, "validFrom" date, "validTo" date)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent, pinyin = excluded.pinyin,
  valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(tx.db);
}

export async function saveRegionPositions(
  tx: Tx,
  rows: readonly ({ readonly code: string } & PositionColumns)[],
): Promise<void> {
  await sql`
UPDATE region SET lon = x.lon, lat = x.lat, position_kind = x."positionKind", reference_system = x."referenceSystem"
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
  AS x(code text, lon double precision, lat double precision, "positionKind" text, "referenceSystem" text)
WHERE region.code = x.code`.execute(tx.db);
}

/** Positions of the given units, by code; a unit without one is missing from the map. */
export async function regionPositions(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, Position>> {
  if (codes.length === 0) return new Map();
  const rows = await dbOf(tx)
    .selectFrom('region')
    .select(['code', 'lon', 'lat', 'positionKind', 'referenceSystem'])
    .where('code', 'in', [...codes])
    .execute();
  return new Map(rows.flatMap(({ code, ...columns }) => [[code, positionFrom(columns)] as const].filter(hasPosition)));
}

/** Where a unit stands, held until the transaction ends; null where nowhere. */
export async function lockedRegionPosition(tx: Tx, code: string): Promise<Position | null> {
  const row = await dbOf(tx)
    .selectFrom('region')
    .select(['lon', 'lat', 'positionKind', 'referenceSystem'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : positionFrom(row);
}

/** A print of all positions on file: another one when any of them has changed. Cheap beside reading a thousand of them. */
export async function positionsPrint(tx: Tx): Promise<string> {
  const { rows } = await sql<{ print: string }>`
SELECT md5(coalesce(string_agg(concat_ws(' ', code, lon, lat, position_kind, reference_system), ',' ORDER BY code), '')) AS print
FROM region WHERE lon IS NOT NULL`.execute(tx.db);
  return rows[0]?.print ?? '';
}

function hasPosition(entry: readonly [string, Position | null]): entry is readonly [string, Position] {
  return entry[1] !== null;
}

/** Days on which the State Council's calendar differs from the week, between two days. */
export async function calendarDays(tx: Tx, from: LocalDate, to: LocalDate) {
  return tx.db
    .selectFrom('calendarDay')
    .select(['date', 'kind', 'name'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute();
}
