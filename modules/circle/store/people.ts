import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';

/** People of a place, as counted on a day. */
export interface RegionPeople {
  readonly region: string;
  readonly asOf: LocalDate;
  readonly people: number;
  /** By the name of the group: `older`, `children`, `disabled`, or the city's own. */
  readonly groups: Readonly<Record<string, number>>;
  readonly source: string;
  /** False for figures that nobody has confirmed: screens say 待核实. */
  readonly verified: boolean;
}

/** Keep counts; one of the same place and day is replaced. */
export async function saveRegionPeople(tx: Tx, rows: readonly RegionPeople[]): Promise<void> {
  await sql`
INSERT INTO region_people (region, as_of, people, groups, source, verified)
SELECT region, "asOf", people, groups, source, verified
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
  AS x(region text, "asOf" date, people integer, groups jsonb, source text, verified boolean)
ON CONFLICT (region, as_of) DO UPDATE SET people = excluded.people, groups = excluded.groups, source = excluded.source,
  verified = excluded.verified`.execute(tx.db);
}

/** The last count of each place up to a day, by code. */
export async function peopleByRegion(tx: Tx, on: LocalDate): Promise<ReadonlyMap<string, RegionPeople>> {
  const { rows } = await sql<RegionPeople>`
SELECT DISTINCT ON (region) region, as_of AS "asOf", people, groups, source, verified
FROM region_people WHERE as_of <= ${on} ORDER BY region, as_of DESC`.execute(tx.db);
  return new Map(rows.map((row) => [row.region, row]));
}

/** A print of {@link peopleByRegion}: another one when any count up to the day has changed. */
export async function peoplePrint(tx: Tx, on: LocalDate): Promise<string> {
  const { rows } = await sql<{ print: string }>`
SELECT md5(coalesce(string_agg(concat_ws(' ', region, as_of, people, groups, source, verified), ',' ORDER BY region, as_of), ''))
  AS print
FROM region_people WHERE as_of <= ${on}`.execute(tx.db);
  return rows[0]?.print ?? '';
}
