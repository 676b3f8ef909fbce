import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { caseForSatisfaction } from '../../cases/index.ts';
import type { Face, SatisfactionInput } from '../schema.ts';
import { insertSatisfaction } from '../store.ts';
import { startTerm, termFrom } from './move-item.ts';

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
  if (unhappy.has(input.face))
    startTerm(
      tx,
      { tenant: input.tenant, matterId: about.matterId, id: input.caseId },
      'case',
      'callBack',
      termFrom(tx, callBackDays),
    );
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

/** 不满意的一律回访 (法律援助法 art. 59): in so many days, or on the working day after, by the centre's own promise. */
const callBackDays = 3;
const unhappy: ReadonlySet<Face> = new Set(['dissatisfied', 'veryDissatisfied']);

export function satisfactionContext(tenant: string, caseId: string): string {
  return `${tenant}/satisfaction.words_sealed/${caseId}`;
}
