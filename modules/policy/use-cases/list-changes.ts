import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { packsOnFile } from '../law/on-file.ts';
import { figureName } from '../law/pack-words.ts';
import { changeLifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../schema.ts';
import { type ChangeRow, selectChanges } from '../store.ts';

export interface ListedChange extends Omit<ChangeRow, 'proposedBy' | 'settledBy'> {
  readonly label: Bilingual;
  readonly pack: string;
  readonly title: Bilingual;
  readonly mine: boolean;
  /** What the reader may do with it: never approve their own, never withdraw another's. */
  readonly allowedActions: readonly string[];
}

/** All changes, those that wait first, then the newest. Law is no secret: whoever works here may read them. */
export async function listChanges(tx: Tx, actor: Actor): Promise<readonly ListedChange[]> {
  const rows = await selectChanges(tx, 500);
  return rows.map(({ proposedBy, settledBy: _, ...row }) => {
    const mine = proposedBy === actor.id;
    const actions = allowedActions(changeLifecycle, row.state, actor, { tenant: row.office });
    return {
      ...row,
      ...figureName(packsOnFile(), row.change),
      mine,
      allowedActions: actions.filter((event) => mine === (event === 'withdraw')),
    };
  });
}
