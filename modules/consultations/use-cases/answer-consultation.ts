import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayRegister } from '../permissions.ts';
import type { AnswerConsultation } from '../schema.ts';
import { loadConsultation, updateConsultation } from '../store.ts';
import { openWords, sealWords } from '../words.ts';

/** 答复: the answer given, or given better. */
export async function answerConsultation(
  tx: Tx,
  actor: Actor,
  input: AnswerConsultation,
): Promise<{ version: number }> {
  const row = await loadConsultation(tx, input.tenant, input.consultationId, input.version);
  actor.must(mayRegister, { tenant: row.tenant, ...(row.agencyId === null ? {} : { agency: row.agencyId }) });
  const words = openWords(tx, row);
  const updated = await updateConsultation(tx, row, {
    wordsSealed: sealWords(tx, row.tenant, row.id, { ...words, answer: input.answer }),
    answered: true,
    callBack: false,
  });
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: 'consultation.answered',
    subject: 'consultation',
    subjectId: row.id,
  });
  return { version: updated.version };
}
