import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayKeepArchives } from '../permissions.ts';
import { countedFrom, type RetentionTerm } from '../rules/retention.ts';
import type { ArchiveKey, LiftHold, Reclassify, SetHold } from '../schema.ts';
import { seal } from '../sealed.ts';
import { type ArchiveRow, holdsOf, insertHold, liftHoldRow, loadArchive, updateArchive } from '../store.ts';

type Kept = { readonly version: number };
type Named = ArchiveKey & { readonly version: number };

/** 停销: from now on the file is not destroyed, whatever its term, until the hold is lifted; several may stand. */
export async function setHold(tx: Tx, actor: Actor, input: SetHold): Promise<Kept & { holdId: string }> {
  const row = await toKeep(tx, actor, input);
  const holdId = tx.newId();
  await insertHold(tx, {
    tenant: row.tenant,
    id: holdId,
    archiveId: row.id,
    reasonSealed: seal(tx, row.tenant, 'archive_hold.reason_sealed', holdId, input.reason),
    setBy: actor.id,
    setByName: actor.name,
    setAt: tx.at,
  });
  const saved = await updateArchive(tx, row, { holds: row.holds + 1 });
  remember(tx, row, 'archive.held', { holdId, holds: saved.holds });
  return { version: saved.version, holdId };
}

/** 解除停销, with the reason. @throws Refusal `archive.holdUnknown` */
export async function liftHold(tx: Tx, actor: Actor, input: LiftHold): Promise<Kept> {
  const row = await toKeep(tx, actor, input);
  const hold = (await holdsOf(tx, row.tenant, row.id)).find(({ id }) => id === input.holdId);
  if (hold === undefined || hold.liftedAt !== null) throw new Refusal('archive.holdUnknown');
  await liftHoldRow(tx, hold, {
    liftedBy: actor.id,
    liftedByName: actor.name,
    liftReasonSealed: seal(tx, row.tenant, 'archive_hold.lift_reason_sealed', hold.id, input.reason),
  });
  const saved = await updateArchive(tx, row, { holds: row.holds - 1 });
  remember(tx, row, 'archive.holdLifted', { holdId: hold.id, holds: saved.holds });
  return { version: saved.version };
}

const rank: Readonly<Record<RetentionTerm, number>> = { tenYears: 1, thirtyYears: 2, permanent: 3 };

/** 延长保管期限: a typical or major case is kept longer than its kind. @throws Refusal `archive.termShorter` */
export async function reclassifyArchive(tx: Tx, actor: Actor, input: Reclassify): Promise<Kept> {
  const row = await toKeep(tx, actor, input);
  if (rank[input.term] <= rank[row.term]) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/term', code: 'archive.termShorter' }]);
  }
  const { countsFrom, dueOn } = countedFrom(row.archivedOn, input.term);
  const saved = await updateArchive(tx, row, { term: input.term, rule: 'person', countsFrom, dueOn });
  remember(tx, row, 'archive.termLengthened', { from: row.term, to: input.term, dueOn, reason: input.reason });
  return { version: saved.version };
}

/** 制作电子卷宗: ask for the one PDF, where nobody has yet or the last attempt failed. */
export async function askToBind(tx: Tx, actor: Actor, input: Named): Promise<Kept> {
  const row = await toKeep(tx, actor, input);
  if (row.binding !== 'none' && row.binding !== 'failed') return { version: row.version };
  const saved = await updateArchive(tx, row, {
    binding: 'waiting',
    bindingSince: tx.at,
    bindingAttempts: 0,
    bindingFault: null,
  });
  return { version: saved.version };
}

async function toKeep(tx: Tx, actor: Actor, { tenant, archiveId, version }: Named): Promise<ArchiveRow> {
  actor.must(mayKeepArchives, { tenant });
  const row = await loadArchive(tx, tenant, archiveId, version);
  if (row.state === 'destroyed')
    throw new Refusal('archive.destroyed', { number: row.number, day: row.destroyedOn ?? '' });
  return row;
}

function remember(tx: Tx, row: ArchiveRow, kind: string, payload: Readonly<Record<string, unknown>>): void {
  tx.record({ tenant: row.tenant, matterId: row.matterId, kind, subject: 'archive', subjectId: row.id, payload });
}
