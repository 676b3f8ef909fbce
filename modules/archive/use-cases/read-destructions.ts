import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { destructionLifecycle } from '../lifecycle.ts';
import { mayReadArchives } from '../permissions.ts';
import type { DestructionKey } from '../schema.ts';
import { archivesOfDestruction, type DestructionRow, loadDestruction, selectDestructions } from '../store.ts';
import { type ArchiveLine, inSight, lineOf } from './read-archives.ts';

export interface DestructionLine extends DestructionRow {
  readonly allowedActions: readonly string[];
}

/** 销毁清册, the latest first. */
export async function listDestructions(
  tx: Tx,
  actor: Actor,
  tenant: string | undefined,
): Promise<readonly DestructionLine[]> {
  return (await selectDestructions(tx, inSight(actor, tenant))).map((row) => withActions(row, actor));
}

export async function readDestruction(
  tx: Tx,
  actor: Actor,
  key: DestructionKey,
): Promise<DestructionLine & { readonly lines: readonly ArchiveLine[] }> {
  actor.must(mayReadArchives, key);
  const row = await loadDestruction(tx, key);
  const lines = (await archivesOfDestruction(tx, row.tenant, row.id)).map((file) => lineOf(file, tx.today));
  return { ...withActions(row, actor), lines };
}

/** The table's moves, less those that the three-person rule takes away. */
function withActions(row: DestructionRow, actor: Actor): DestructionLine {
  const own = row.proposedBy === actor.id;
  const allowed = allowedActions(destructionLifecycle, row.state, actor, { tenant: row.tenant }).filter((action) => {
    if (action === 'withdraw') return own;
    if (action === 'approve') return !own && row.appraisedBy !== actor.id;
    return !own;
  });
  return { ...row, allowedActions: allowed };
}
