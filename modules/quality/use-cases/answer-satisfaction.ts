import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { caseForSatisfaction } from '../../cases/index.ts';
import type { SatisfactionInput } from '../schema.ts';
import { insertSatisfaction } from '../store.ts';

/**
 * 表情评价: the recipient's face after the case is closed, once a case. Who the recipient is was settled by number and code.
 * @throws Refusal `quality.notYet`, `quality.alreadyAnswered`
 */
export async function answerSatisfaction(
  tx: Tx,
  _actor: Actor,
  input: SatisfactionInput & { tenant: string; caseId: string },
): Promise<void> {
  const about = await caseForSatisfaction(tx, input.tenant, input.caseId);
  if (!about.closed) throw new Refusal('quality.notYet');
  const fresh = await insertSatisfaction(tx, {
    tenant: input.tenant,
    caseId: input.caseId,
    matterId: about.matterId,
    caseNumber: about.number,
    face: input.face,
    wordsSealed:
      input.words === '' ? null : tx.cipher.encrypt(input.words, satisfactionContext(input.tenant, input.caseId)),
    class: about.class,
    cause: about.cause,
    groups: [...about.groups],
    handlerId: about.handlerId,
    handlerName: about.handlerName,
    answeredAt: tx.at,
    answeredOn: tx.today,
    demonstration: about.demonstration,
  });
  if (!fresh) throw new Refusal('quality.alreadyAnswered');
  tx.record({
    tenant: input.tenant,
    matterId: about.matterId,
    kind: 'satisfaction.answered',
    subject: 'case',
    subjectId: input.caseId,
    payload: { face: input.face, words: input.words !== '' },
  });
  tx.count({
    tenant: input.tenant,
    name: 'satisfaction',
    month: tx.today.slice(0, 7),
    dimension: 'face',
    value: input.face,
    by: 1,
    recordId: input.caseId,
  });
}

export function satisfactionContext(tenant: string, caseId: string): string {
  return `${tenant}/satisfaction.words_sealed/${caseId}`;
}
