import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayShield } from '../permissions.ts';
import { loadPerson, updatePerson } from '../store.ts';

export interface ShieldPerson {
  readonly tenant: string;
  readonly personId: string;
  readonly matterId?: string | undefined;
  readonly version: number;
  readonly shielded: boolean;
}

/**
 * 住址保护: a victim of domestic violence must not be found through us (反家庭暴力法第五条: privacy is protected). From now
 * on the address opens only to the reviewer and the handler; taking the shield away needs the same right.
 * @throws Refusal `auth.forbidden`, `record.stale`, `record.notFound`
 */
export async function shieldPerson(tx: Tx, actor: Actor, input: ShieldPerson): Promise<{ version: number }> {
  actor.must(mayShield, { tenant: input.tenant });
  const row = await loadPerson(tx, input.tenant, input.personId);
  const updated = await updatePerson(tx, { ...row, version: input.version }, { shielded: input.shielded });
  tx.record({
    tenant: row.tenant,
    matterId: input.matterId ?? row.id,
    kind: input.shielded ? 'person.shielded' : 'person.unshielded',
    subject: 'person',
    subjectId: row.id,
  });
  return updated;
}
