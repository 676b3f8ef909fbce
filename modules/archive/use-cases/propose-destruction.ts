import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { destructionLifecycle } from '../lifecycle.ts';
import { mayProposeDestruction } from '../permissions.ts';
import type { ProposeDestruction } from '../schema.ts';
import { type ArchiveRow, insertDestruction, otherFilesOf, selectArchivesById, updateArchive } from '../store.ts';

/**
 * 提出销毁: a list of files whose term is over and which nothing holds. Nothing is gone until two others have agreed.
 * @throws Refusal `archive.notDue`, `archive.held`, `archive.partOfMatter`, `archive.alreadyProposed`, each naming the files
 */
export async function proposeDestruction(
  tx: Tx,
  actor: Actor,
  { tenant, archiveIds, reason }: ProposeDestruction,
): Promise<{ destructionId: string; version: number; files: number }> {
  actor.must(mayProposeDestruction, { tenant });
  const wanted = [...new Set(archiveIds)];
  const rows = await selectArchivesById(tx, tenant, wanted);
  const unknown = wanted.flatMap((id, i) =>
    rows.some((row) => row.id === id) ? [] : [{ pointer: `/archiveIds/${i}`, code: 'archive.unknownFile' }],
  );
  if (unknown.length > 0) throw new Refusal('input.invalid', {}, unknown);
  const named = rows.filter((row) => row.destructionId !== null);
  if (named.length > 0) throw new Refusal('archive.alreadyProposed', { numbers: numbersOf(named) });
  await mustBeDestructible(tx, rows);
  const destructionId = tx.newId();
  await insertDestruction(
    tx,
    {
      tenant,
      id: destructionId,
      state: destructionLifecycle.initial,
      version: 1,
      reason,
      files: rows.length,
      proposedBy: actor.id,
      proposedByName: actor.name,
      proposedAt: tx.at,
    },
    rows.map((row) => row.id),
  );
  for (const row of rows) {
    await updateArchive(tx, row, { destructionId });
    tx.record({
      tenant,
      matterId: row.matterId,
      kind: 'archive.destructionProposed',
      subject: 'archive',
      subjectId: row.id,
      payload: { destructionId, number: row.number, dueOn: row.dueOn },
    });
  }
  return { destructionId, version: 1, files: rows.length };
}

/** Asked when it is proposed, when it is appraised, and once more at the last moment. */
export async function mustBeDestructible(tx: Tx, rows: readonly ArchiveRow[]): Promise<void> {
  const gone = rows.find((row) => row.state === 'destroyed');
  if (gone !== undefined) throw new Refusal('archive.destroyed', { number: gone.number, day: gone.destroyedOn ?? '' });
  const early = rows.filter((row) => row.dueOn === null || row.dueOn > tx.today);
  if (early.length > 0) throw new Refusal('archive.notDue', { numbers: numbersOf(early) });
  const held = rows.filter((row) => row.holds > 0);
  if (held.length > 0) throw new Refusal('archive.held', { numbers: numbersOf(held) });
  // The story of a matter is one: it goes with the last of its files, never before.
  const others = (await otherFilesOf(tx, rows)).filter((row) => row.state === 'kept');
  if (others.length > 0) throw new Refusal('archive.partOfMatter', { numbers: numbersOf(others) });
}

function numbersOf(rows: readonly ArchiveRow[]): string {
  return rows.map((row) => row.number).join('、');
}
