import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerById } from '../../network/index.ts';
import { maySetShares } from '../permissions.ts';
import type { SetShareWeight } from '../schema.ts';
import { saveShareWeight } from '../store/designations.ts';

/** 指派权重: how many turns a handler gets beside others. The turn is counted anew from this moment. */
export async function setShareWeight(tx: Tx, actor: Actor, input: SetShareWeight): Promise<{ since: string }> {
  actor.must(maySetShares, { tenant: input.tenant });
  const handler = await handlerById(tx, input.tenant, input.handlerId);
  if (handler === undefined) throw new Refusal('case.handlerUnknown');
  const { tenant, handlerId, weight, reason } = input;
  await saveShareWeight(tx, { tenant, handlerId, weight, since: tx.at, setBy: actor.id, reason });
  // The register's own chain: a handler is no matter, so the handler's id stands for one.
  tx.record({
    tenant,
    matterId: handlerId,
    kind: 'handler.shareSet',
    subject: 'handler',
    subjectId: handlerId,
    payload: { weight },
  });
  return { since: tx.at };
}
