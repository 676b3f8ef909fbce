import { type Insertable, type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { eraseMatterPapers } from '../documents/index.ts';
import type { ComplaintState } from './lifecycle.ts';
import { sealComplainant, sealFindings, sealWords } from './sealed.ts';
import type { ComplaintMessageTable, ComplaintTable, ComplaintTables } from './tables.ts';

export type ComplaintRow = Selectable<ComplaintTable>;

const open = (tx: Tx) => tx.db.withTables<ComplaintTables>();

export async function insertComplaint(tx: Tx, row: Insertable<ComplaintTable>): Promise<void> {
  await open(tx).insertInto('complaint').values(row).execute();
}

/** Keep a message once, however often the worker tries. */
export async function insertComplaintMessage(tx: Tx, row: Insertable<ComplaintMessageTable>): Promise<void> {
  await open(tx)
    .insertInto('complaintMessage')
    .values(row)
    .onConflict((c) => c.columns(['tenant', 'key']).doNothing())
    .execute();
}

/** @throws Refusal `record.notFound`, `record.stale` with the version that stands now */
export async function loadComplaint(tx: Tx, tenant: string, id: string, version?: number): Promise<ComplaintRow> {
  const row = await open(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

export async function complaintByCode(
  tx: Tx,
  of: { readonly tenant: string; readonly number: string; readonly queryCodeIndex: string },
): Promise<ComplaintRow | undefined> {
  return open(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where('number', '=', of.number)
    .where('queryCodeIndex', '=', of.queryCodeIndex)
    .executeTakeFirst();
}

/** Change a row that was loaded at its version; somebody else's change in between is refused, never overwritten. */
export async function updateComplaint(
  tx: Tx,
  row: ComplaintRow,
  changes: Updateable<ComplaintTable>,
): Promise<ComplaintRow> {
  const updated = await open(tx)
    .updateTable('complaint')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new Refusal('record.stale', { current: row.version + 1 });
  return updated;
}

export interface ComplaintFilter {
  readonly tenants: readonly string[];
  readonly states?: readonly ComplaintState[] | undefined;
  readonly ground?: string | undefined;
  readonly outcome?: string | undefined;
  readonly handlerId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly againstKind?: string | undefined;
  readonly matterId?: string | undefined;
  /** Received in that month or year. */
  readonly span?: Span | undefined;
  /** Decided in that month or year. */
  readonly decided?: Span | undefined;
  readonly after?: { readonly dueOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Stands for "no last day" in the order of the list. */
export const noDueDate = '9999-12-31';

type Selected = SelectQueryBuilder<ComplaintTables, 'complaint', ComplaintRow>;

/** The filters that every list of complaints has. */
function narrowed(query: Selected, filter: Omit<ComplaintFilter, 'after' | 'limit'>): Selected {
  let narrow = query.where('tenant', 'in', [...filter.tenants]);
  if (filter.states !== undefined) narrow = narrow.where('state', 'in', [...filter.states]);
  if (filter.ground !== undefined) narrow = narrow.where(sql<boolean>`${filter.ground} = ANY (grounds)`);
  if (filter.outcome === 'true') narrow = narrow.where('outcome', 'in', ['upheld', 'partly']);
  else if (filter.outcome !== undefined)
    narrow = narrow.where('outcome', '=', filter.outcome as NonNullable<ComplaintRow['outcome']>);
  if (filter.handlerId !== undefined) narrow = narrow.where('handlerId', '=', filter.handlerId);
  if (filter.agencyId !== undefined) narrow = narrow.where('agencyId', '=', filter.agencyId);
  if (filter.againstKind !== undefined)
    narrow = narrow.where('againstKind', '=', filter.againstKind as ComplaintRow['againstKind']);
  if (filter.matterId !== undefined) narrow = narrow.where('aboutMatterId', '=', filter.matterId);
  if (filter.span !== undefined) {
    const { first, after } = daysOfSpan(filter.span);
    narrow = narrow.where('receivedOn', '>=', first).where('receivedOn', '<', after);
  }
  if (filter.decided !== undefined) {
    const { first, after } = daysOfSpan(filter.decided);
    narrow = narrow.where('decidedOn', '>=', first).where('decidedOn', '<', after);
  }
  return narrow;
}

/** By last day, soonest first; those without one at the end. */
export async function selectComplaints(
  tx: Tx,
  { after, ...filter }: ComplaintFilter,
): Promise<readonly ComplaintRow[]> {
  if (filter.tenants.length === 0) return [];
  let query = narrowed(open(tx).selectFrom('complaint').selectAll(), filter)
    .orderBy(sql`coalesce(due_on, ${noDueDate}::date)`)
    .orderBy('id')
    .limit(filter.limit);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(coalesce(due_on, ${noDueDate}::date), id) > (${after.dueOn}::date, ${after.id}::uuid)`,
    );
  return query.execute();
}

/** What the same person has said here beside this, newest first; and what others said of the same matter. */
export async function complaintsBeside(
  tx: Tx,
  of: Pick<ComplaintRow, 'tenant' | 'complainantIndex' | 'aboutMatterId'> & { readonly id?: string },
): Promise<readonly ComplaintRow[]> {
  const { complainantIndex, aboutMatterId } = of;
  if (complainantIndex === null && aboutMatterId === null) return [];
  let query = open(tx)
    .selectFrom('complaint')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where((eb) =>
      eb.or([
        ...(complainantIndex === null ? [] : [eb('complainantIndex', '=', complainantIndex)]),
        ...(aboutMatterId === null ? [] : [eb('aboutMatterId', '=', aboutMatterId)]),
      ]),
    )
    .orderBy('receivedAt', 'desc')
    .limit(20);
  if (of.id !== undefined) query = query.where('id', '<>', of.id);
  return query.execute();
}

/** Of these cases those about which a complaint was found true, wholly or in part: a sign for the assessment of their quality. */
export async function upheldAmong(tx: Tx, tenant: string, caseIds: readonly string[]): Promise<readonly string[]> {
  const wanted = new Set(caseIds);
  const rows = await open(tx)
    .selectFrom('complaint')
    .select('caseId')
    .distinct()
    .where('tenant', '=', tenant)
    .where('outcome', 'in', ['upheld', 'partly'])
    .where('caseId', 'is not', null)
    .orderBy('caseId')
    .execute();
  return rows.flatMap(({ caseId }) => (caseId !== null && wanted.has(caseId) ? [caseId] : []));
}

export type UpheldFilter = Pick<
  ComplaintFilter,
  'tenants' | 'ground' | 'handlerId' | 'agencyId' | 'againstKind' | 'matterId' | 'decided' | 'limit'
> & { readonly after?: { readonly decidedOn: string; readonly id: string } | undefined };

/** 成立的投诉, the latest decision first. */
export async function selectUpheld(tx: Tx, { after, ...filter }: UpheldFilter): Promise<readonly ComplaintRow[]> {
  if (filter.tenants.length === 0) return [];
  let query = narrowed(open(tx).selectFrom('complaint').selectAll(), { ...filter, outcome: 'true' })
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (after !== undefined)
    query = query.where(sql<boolean>`(decided_on, id) < (${after.decidedOn}::date, ${after.id}::uuid)`);
  return query.execute();
}

export async function complaintNumbers(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await open(tx)
    .selectFrom('complaint')
    .select(['id', 'number'])
    .where('tenant', '=', tenant)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export interface CountedComplaints {
  readonly tenant: string;
  readonly name: string;
  readonly month: string;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

/** The counters of complaints once more, from the records themselves. */
export async function recountComplaints(tx: Tx): Promise<readonly CountedComplaints[]> {
  const { rows } = await sql<CountedComplaints>`
WITH told AS (
  SELECT tenant, 'complaints.received' AS name, received_on AS day, grounds, against_kind, outcome, handler_id, agency_id FROM complaint
  UNION ALL SELECT tenant, 'complaints.decided', decided_on, grounds, against_kind, outcome, handler_id, agency_id FROM complaint
    WHERE outcome IS NOT NULL
  UNION ALL SELECT tenant, 'complaints.upheld', decided_on, grounds, against_kind, outcome, handler_id, agency_id FROM complaint
    WHERE outcome IN ('upheld', 'partly')
), cells AS (
  SELECT tenant, name, to_char(day, 'YYYY-MM') AS month, d.dimension, d.value
  FROM told, LATERAL (
    VALUES ('all', ''), ('against', against_kind), ('outcome', outcome), ('handler', handler_id::text), ('firm', agency_id::text)
    UNION ALL SELECT 'ground', unnest(grounds)
  ) AS d (dimension, value)
  WHERE d.value IS NOT NULL AND (d.dimension <> 'outcome' OR name = 'complaints.decided')
    AND (d.dimension NOT IN ('handler', 'firm') OR name = 'complaints.upheld')
)
SELECT tenant, name, month, dimension, value, count(*)::int AS n FROM cells GROUP BY tenant, name, month, dimension, value`.execute(
    tx.db,
  );
  return rows;
}

/**
 * Forget who complained about a matter, in what words, and what was found (销毁); that there was a complaint, on what ground and how it
 * ended stays. @returns the stored files that nothing refers to any more
 */
export async function eraseComplaintWords(
  tx: Tx,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('complaint')
    .select(['tenant', 'id'])
    .where('tenant', '=', tenant)
    .where('aboutMatterId', '=', matterId)
    .execute();
  await open(tx)
    .updateTable('complaintMessage')
    .set({ text: '' })
    .where('tenant', '=', tenant)
    .where('aboutMatterId', '=', matterId)
    .execute();
  const files: string[] = [];
  for (const row of rows) {
    await open(tx)
      .updateTable('complaint')
      .set({
        complainantSealed: sealComplainant(tx, row, null),
        complainantIndex: null,
        wordsSealed: sealWords(tx, row, null),
        findingsSealed: sealFindings(tx, row, null),
        againstName: null,
        entrustedTo: null,
        passedTo: null,
      })
      .where('tenant', '=', tenant)
      .where('id', '=', row.id)
      .execute();
    files.push(...(await eraseMatterPapers(tx, { tenant, matterId: row.id })));
  }
  return files;
}
