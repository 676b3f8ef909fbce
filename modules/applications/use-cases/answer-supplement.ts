import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { resumeClock } from '../../policy/index.ts';
import type { AnswerSupplement } from '../schema.ts';
import { answerSupplementRow, insertMaterials, supplementOf } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';
import { reassessed } from './reassess.ts';

/** 补正: what was missing has come; the clock runs again from the day after, and the assessment is made anew. */
export async function answerSupplement(
  tx: Tx,
  actor: Actor,
  input: AnswerSupplement,
): Promise<{ version: number; dueOn: string | null }> {
  const row = await loadForMove(tx, actor, input, 'answerSupplement');
  const supplement = await supplementOf(tx, row.tenant, row.id);
  if (supplement !== undefined && actor.kind === 'citizen' && tx.today > supplement.dueOn) {
    throw new Refusal('application.supplementLate', { due: supplement.dueOn });
  }
  await answerSupplementRow(tx, row.tenant, row.id);
  await insertMaterials(
    tx,
    input.materials.map((m) => ({
      ...m,
      tenant: row.tenant,
      id: tx.newId(),
      applicationId: row.id,
      receivedAt: tx.at,
    })),
  );

  const clock = await resumeClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'decide' }, tx.today);
  const { changes, outcome } = reassessed(tx, row, input.household);
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'answerSupplement',
    {
      ...changes,
      dueOn: clock?.dueOn ?? null,
      dueStep: 'decide',
      dueCitation: clock?.citation ?? null,
    },
    { materials: input.materials.length, outcome },
  );
  return { version: updated.version, dueOn: updated.dueOn };
}
