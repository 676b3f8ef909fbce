import type { Insertable, Selectable, Updateable } from 'kysely';
import { Refusal } from '../../kernel/errors/index.ts';
import type { LocalDate } from '../../kernel/time/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { CommitmentState } from './commitment-lifecycle.ts';
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

/** Some centres' commitments in one state, by their last day. */
export async function commitmentsIn(
  tx: Tx,
  tenants: readonly string[],
  state: CommitmentState,
  limit: number,
): Promise<readonly ListedCommitmentRow[]> {
  if (tenants.length === 0) return [];
  return open(tx)
    .selectFrom('applicationCommitment as c')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenant', '=', 'c.tenant').onRef('a.id', '=', 'c.applicationId'),
    )
    .selectAll('c')
    .select(['a.class', 'a.cause', 'a.region', 'a.groups'])
    .where('c.tenant', 'in', [...tenants])
    .where('c.state', '=', state)
    .orderBy('c.dueOn')
    .orderBy('c.applicationId')
    .limit(limit)
    .execute();
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
