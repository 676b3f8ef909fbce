import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { eraseMatterPapers } from '../../documents/index.ts';
import { type DestructionEvent, type DestructionState, destructionLifecycle } from '../lifecycle.ts';
import type { SettleDestruction } from '../schema.ts';
import {
  type ArchiveRow,
  archivesOfDestruction,
  type DestructionRow,
  loadDestruction,
  noteDestroyedFiles,
  updateArchive,
  updateDestruction,
} from '../store.ts';
import { removeTopic } from '../topics.ts';
import { mustBeDestructible } from './propose-destruction.ts';

/**
 * How a room above forgets what it holds of a matter: words emptied, names of files gone. Answers the hashes of stored
 * content that it referred to. Wired where the server is composed, because the archive stands below those rooms.
 */
export type EraseContent = (
  tx: Tx,
  matter: { readonly tenant: string; readonly matterId: string },
) => Promise<readonly string[]>;

export interface Settled {
  readonly version: number;
  readonly state: DestructionState;
}

/** 鉴定: a second person has looked at the list. @throws Refusal `archive.sameHand` and what a proposal is refused with */
export async function appraiseDestruction(tx: Tx, actor: Actor, input: SettleDestruction): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'appraise');
  if (row.proposedBy === actor.id) throw new Refusal('archive.sameHand');
  const files = await archivesOfDestruction(tx, row.tenant, row.id);
  await mustBeDestructible(tx, files);
  const saved = await updateDestruction(tx, row, {
    state: 'APPRAISED',
    appraisedBy: actor.id,
    appraisedByName: actor.name,
    appraisedAt: tx.at,
    note: input.note ?? null,
  });
  for (const file of files) remember(tx, file, 'archive.destructionAppraised', { destructionId: row.id });
  return { version: saved.version, state: saved.state };
}

/**
 * 批准并销毁: a third person. The words of every paper, note and application of these matters are emptied here; the stored
 * files are removed right after the commit. What stays: the chain of events, the line in the register, the counts.
 * @throws Refusal `archive.sameHand`, `archive.held`, `archive.notDue`
 */
export async function approveDestruction(
  tx: Tx,
  actor: Actor,
  input: SettleDestruction,
  erasers: readonly EraseContent[],
): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'approve');
  if (row.proposedBy === actor.id || row.appraisedBy === actor.id) throw new Refusal('archive.sameHand');
  const files = await archivesOfDestruction(tx, row.tenant, row.id);
  // A hold set since the appraisal, or a term lengthened, stops it here.
  await mustBeDestructible(tx, files);
  const hashes = new Set<string>();
  for (const matterId of new Set(files.map((file) => file.matterId))) {
    const matter = { tenant: row.tenant, matterId };
    for (const hash of await eraseMatterPapers(tx, matter)) hashes.add(hash);
    for (const erase of erasers) for (const hash of await erase(tx, matter)) hashes.add(hash);
  }
  for (const file of files) {
    if (file.pdfHash !== null) hashes.add(file.pdfHash);
    await updateArchive(tx, file, {
      state: 'destroyed',
      destroyedOn: tx.today,
      piecesSealed: null,
      destructionId: null,
    });
    remember(tx, file, 'archive.destroyed', {
      destructionId: row.id,
      number: file.number,
      caseNumber: file.caseNumber,
      schedule: file.schedule,
      rule: file.rule,
      term: file.term,
      dueOn: file.dueOn,
      sha256: file.pdfHash,
      sm3: file.pdfSm3,
      pages: file.pdfPages,
      proposedBy: row.proposedBy,
      appraisedBy: row.appraisedBy,
    });
  }
  await noteDestroyedFiles(tx, { tenant: row.tenant, destructionId: row.id }, [...hashes]);
  tx.send({ tenant: row.tenant, topic: removeTopic, key: row.id, payload: { destructionId: row.id } });
  const saved = await updateDestruction(tx, row, {
    state: 'DESTROYED',
    ...settledBy(tx, actor),
    note: input.note ?? row.note,
  });
  return { version: saved.version, state: saved.state };
}

/** 不同意销毁, with the reason. The files may be proposed again. */
export async function rejectDestruction(tx: Tx, actor: Actor, input: SettleDestruction): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'reject');
  if (row.proposedBy === actor.id) throw new Refusal('archive.sameHand');
  return release(tx, actor, row, 'REJECTED', 'archive.destructionRejected', input.note);
}

/** 撤回, by who proposed it. @throws Refusal `archive.notYours` */
export async function withdrawDestruction(tx: Tx, actor: Actor, input: SettleDestruction): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'withdraw');
  if (row.proposedBy !== actor.id) throw new Refusal('archive.notYours');
  return release(tx, actor, row, 'WITHDRAWN', 'archive.destructionWithdrawn', input.note);
}

async function release(
  tx: Tx,
  actor: Actor,
  row: DestructionRow,
  state: DestructionState,
  kind: string,
  note: string | undefined,
): Promise<Settled> {
  for (const file of await archivesOfDestruction(tx, row.tenant, row.id)) {
    if (file.destructionId === row.id) await updateArchive(tx, file, { destructionId: null });
    remember(tx, file, kind, { destructionId: row.id });
  }
  const saved = await updateDestruction(tx, row, { state, ...settledBy(tx, actor), note: note ?? row.note });
  return { version: saved.version, state: saved.state };
}

const settledBy = (tx: Tx, actor: Actor) => ({ settledBy: actor.id, settledByName: actor.name, settledAt: tx.at });

async function loadForMove(
  tx: Tx,
  actor: Actor,
  input: SettleDestruction,
  event: DestructionEvent,
): Promise<DestructionRow> {
  const row = await loadDestruction(tx, input);
  authoriseTransition(destructionLifecycle, row.state, event, actor, { tenant: row.tenant });
  return row;
}

function remember(tx: Tx, file: ArchiveRow, kind: string, payload: Readonly<Record<string, unknown>>): void {
  tx.record({
    tenant: file.tenant,
    matterId: file.matterId,
    kind,
    subject: 'archive',
    subjectId: file.id,
    payload,
  });
}
