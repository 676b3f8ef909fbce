import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { cityOf, type Register } from '../../network/index.ts';
import { mayKeepPeople } from '../permissions.ts';
import { type RegionPeople, saveRegionPeople } from '../store/people.ts';

/** Keep how many people live in each place; a count of the same place and day is replaced. */
export async function importPeople(
  tx: Tx,
  actor: Actor,
  register: Register,
  rows: readonly RegionPeople[],
): Promise<{ places: number }> {
  actor.must(mayKeepPeople, { tenant: cityOf(register).code });
  await saveRegionPeople(tx, rows);
  return { places: rows.length };
}
