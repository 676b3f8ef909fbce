import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import { daysOfSpan, type LocalDate, type Span } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { bureauCommitmentStates, type CommitmentState } from './commitment-lifecycle.ts';
import type { ApplicationCommitmentTable, ApplicationTables } from './tables.ts';

export type CommitmentRow = Selectable<ApplicationCommitmentTable>;

const open = (tx: Tx) => tx.db.withTables<ApplicationTables>();

export async function insertCommitment(tx: Tx, row: Insertable<ApplicationCommitmentTable>): Promise<void> {
  await open(tx).insertInto('applicationCommitment').values(row).execute();
}

export async function commitmentOf(tx: Tx, tenant: string, applicationId: string): Promise<CommitmentRow | undefined> {
  return open(tx)
    .selectFrom('applicationCommitment')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
}

/** @throws Refusal `record.notFound`, or `record.stale` when the caller's version is behind */
export async function loadCommitment(
  tx: Tx,
  of: { readonly tenant: string; readonly applicationId: string; readonly version: number },
): Promise<CommitmentRow> {
  const row = await open(tx)
    .selectFrom('applicationCommitment')
    .selectAll()
    .where('tenant', '=', of.tenant)
    .where('applicationId', '=', of.applicationId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('record.notFound');
  if (row.version !== of.version) throw new Refusal('record.stale', { current: row.version });
  return row;
}

/** The row is locked by then. */
export async function updateCommitment(
  tx: Tx,
  row: CommitmentRow,
  changes: Updateable<ApplicationCommitmentTable>,
): Promise<void> {
  await open(tx)
    .updateTable('applicationCommitment')
    .set({ ...changes, version: row.version + 1 })
    .where('tenant', '=', row.tenant)
    .where('applicationId', '=', row.applicationId)
    .execute();
}

/** A commitment with what its matter is about. */
export type ListedCommitmentRow = CommitmentRow & {
  readonly class: string;
  readonly cause: string | null;
  readonly region: string;
  readonly groups: readonly string[];
};

const listed = (tx: Tx) =>
  open(tx)
    .selectFrom('applicationCommitment as c')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenant', '=', 'c.tenant').onRef('a.id', '=', 'c.applicationId'),
    )
    .selectAll('c')
    .select(['a.class', 'a.cause', 'a.region', 'a.groups']);

/** Some centres' commitments in one state, by their last day. */
export async function commitmentsIn(
  tx: Tx,
  tenants: readonly string[],
  state: CommitmentState,
  limit: number,
): Promise<readonly ListedCommitmentRow[]> {
  if (tenants.length === 0) return [];
  return listed(tx)
    .where('c.tenant', 'in', [...tenants])
    .where('c.state', '=', state)
    .orderBy('c.dueOn')
    .orderBy('c.applicationId')
    .limit(limit)
    .execute();
}

/** What each count of commitments counts: the day that it goes by, and the states in which it still counts. */
export const countedBy = {
  given: { day: 'grantedOn', states: undefined },
  picked: { day: 'pickedOn', states: undefined },
  false: { day: 'decidedOn', states: bureauCommitmentStates },
  recovered: { day: 'paidOn', states: undefined },
} as const;
export type CountedBy = keyof typeof countedBy;

/** A centre, and which of its states may be seen there; undefined for all. */
export interface CountedPlace {
  readonly tenant: string;
  readonly states: readonly CommitmentState[] | undefined;
}

export interface CountedFilter {
  readonly by: CountedBy;
  readonly span: Span;
  readonly pickedFor?: string | undefined;
  readonly after?: { readonly day: LocalDate; readonly id: string } | undefined;
  readonly limit: number;
}

/** The commitments behind one count of a span of months, the latest first. */
export async function commitmentsCounted(
  tx: Tx,
  places: readonly CountedPlace[],
  { by, span, pickedFor, after, limit }: CountedFilter,
): Promise<readonly (ListedCommitmentRow & { readonly countedOn: LocalDate })[]> {
  if (places.length === 0) return [];
  const { day, states } = countedBy[by];
  const { first, after: end } = daysOfSpan(span);
  let query = listed(tx)
    .where((eb) =>
      eb.or(
        places.map((place) =>
          eb.and([
            eb('c.tenant', '=', place.tenant),
            ...(place.states === undefined ? [] : [eb('c.state', 'in', [...place.states])]),
          ]),
        ),
      ),
    )
    .where(`c.${day}`, '>=', first)
    .where(`c.${day}`, '<', end)
    .orderBy(`c.${day}`, 'desc')
    .orderBy('c.applicationId', 'desc')
    .limit(limit);
  if (states !== undefined) query = query.where('c.state', 'in', [...states]);
  // Nothing recovered is not counted.
  if (by === 'recovered') query = query.where(sql<boolean>`cost_fen + fine_fen > 0`);
  if (pickedFor !== undefined) query = query.where('c.pickedFor', '=', pickedFor as CommitmentRow['pickedFor']);
  if (after !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb(`c.${day}`, '<', after.day),
        eb.and([eb(`c.${day}`, '=', after.day), eb('c.applicationId', '<', after.id)]),
      ]),
    );
  return (await query.execute()).map((row) => ({ ...row, countedOn: row[day] ?? row.grantedOn }));
}

/** True where a promise of this person's was found false, at any centre, and the finding stands. */
export async function isBarred(tx: Tx, signerIndex: string): Promise<boolean> {
  const bar = await open(tx)
    .selectFrom('commitmentBar')
    .select('since')
    .where('signerIndex', '=', signerIndex)
    .where('liftedOn', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return bar !== undefined;
}

export async function bar(
  tx: Tx,
  of: { readonly tenant: string; readonly applicationId: string; readonly signerIndex: string },
): Promise<void> {
  await open(tx)
    .insertInto('commitmentBar')
    .values({ ...of, since: tx.today, liftedOn: null })
    .execute();
}

export async function liftBar(
  tx: Tx,
  of: { readonly tenant: string; readonly applicationId: string },
  on: LocalDate,
): Promise<void> {
  await open(tx)
    .updateTable('commitmentBar')
    .set({ liftedOn: on })
    .where('tenant', '=', of.tenant)
    .where('applicationId', '=', of.applicationId)
    .execute();
}
