import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayKeepArchives, mayReadArchives } from '../permissions.ts';
import { retentionSchedules } from '../rules/retention.ts';
import type { ArchiveKey, BoundPiece, ListArchives } from '../schema.ts';
import { openPieces, unseal } from '../sealed.ts';
import {
  type ArchiveCounts,
  type ArchiveRow,
  archivesOfMatter,
  countArchives,
  holdsOf,
  loadArchive,
  selectArchives,
} from '../store.ts';

/** One line of the register (档案登记簿). */
export type ArchiveLine = Omit<ArchiveRow, 'piecesSealed' | 'dueSort' | 'bindingAttempts'> & {
  /** Where the term comes from, and whether anybody has confirmed it. */
  readonly citation: string;
  readonly verified: boolean;
  readonly due: boolean;
};

export interface ArchivePage {
  readonly rows: readonly ArchiveLine[];
  readonly next: string | null;
  readonly counts: ArchiveCounts;
}

/** 档案登记簿: what falls due, what is held, what is gone. */
export async function listArchives(tx: Tx, actor: Actor, query: ListArchives): Promise<ArchivePage> {
  const tenants = inSight(actor, query.tenant);
  const rows = await selectArchives(tx, tenants, { ...query, today: tx.today });
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => lineOf(row, tx.today)),
    next: rows.length < query.limit || last === undefined ? null : `${last.dueSort}.${last.id}`,
    counts: await countArchives(tx, tenants, tx.today),
  };
}

/** The centres whose register the actor reads. @throws Refusal `auth.forbidden` for one that is not among them */
export function inSight(actor: Actor, tenant: string | undefined): readonly string[] {
  if (tenant !== undefined) {
    actor.must(mayReadArchives, { tenant });
    return [tenant];
  }
  const { tenants } = actor.scope;
  const all = tenants === '*' ? [] : tenants.filter((at) => actor.holds(mayReadArchives.roles, { tenant: at }));
  if (all.length === 0) actor.must(mayReadArchives, { tenant: '' });
  return all;
}

export interface HoldView {
  readonly holdId: string;
  readonly reason: string;
  readonly setByName: string;
  readonly setAt: string;
  readonly liftedByName: string | null;
  readonly liftedAt: string | null;
  readonly liftReason: string | null;
}

export interface ArchiveView extends ArchiveLine {
  readonly pieces: readonly BoundPiece[];
  readonly holdList: readonly HoldView[];
  readonly mayKeep: boolean;
}

/** One archived file with its catalogue and its holds. */
export async function readArchive(tx: Tx, actor: Actor, { tenant, archiveId }: ArchiveKey): Promise<ArchiveView> {
  actor.must(mayReadArchives, { tenant });
  const row = await loadArchive(tx, tenant, archiveId);
  const holds = await holdsOf(tx, tenant, archiveId);
  return {
    ...lineOf(row, tx.today),
    pieces: openPieces(tx, row),
    holdList: holds.map((hold) => ({
      holdId: hold.id,
      reason: unseal(tx, tenant, 'archive_hold.reason_sealed', hold.id, hold.reasonSealed),
      setByName: hold.setByName,
      setAt: hold.setAt,
      liftedByName: hold.liftedByName,
      liftedAt: hold.liftedAt,
      liftReason:
        hold.liftReasonSealed === null
          ? null
          : unseal(tx, tenant, 'archive_hold.lift_reason_sealed', hold.id, hold.liftReasonSealed),
    })),
    mayKeep: actor.holds(mayKeepArchives.roles, { tenant }),
  };
}

/** What a case's page says of its file: the line alone. The caller has authorised reading the case. */
export async function archiveLinesOf(tx: Tx, tenant: string, matterId: string): Promise<readonly ArchiveLine[]> {
  return (await archivesOfMatter(tx, tenant, matterId)).map((row) => lineOf(row, tx.today));
}

export function lineOf(row: ArchiveRow, today: LocalDate): ArchiveLine {
  const { piecesSealed: _pieces, dueSort, bindingAttempts: _attempts, ...line } = row;
  const schedule = retentionSchedules.find(({ key }) => key === row.schedule);
  return {
    ...line,
    citation: schedule?.rules.find(({ key }) => key === row.rule)?.citation ?? schedule?.source ?? '',
    verified: schedule?.verified ?? false,
    due: row.state === 'kept' && row.holds === 0 && dueSort <= today,
  };
}
