import { Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { destroyedMatter } from '../store.ts';

/**
 * What every door to a matter asks before it shows content: whether its file still stands.
 * @throws Refusal `archive.destroyed` (410) with the number in the register and the day
 */
export async function mustStand(tx: Tx, matter: { readonly tenant: string; readonly matterId: string }): Promise<void> {
  const gone = await destroyedMatter(tx, matter.tenant, matter.matterId);
  if (gone !== undefined) throw new Refusal('archive.destroyed', { number: gone.number, day: gone.destroyedOn ?? '' });
}
