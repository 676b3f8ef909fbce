import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import type { RecordHandover } from '../replacement-schema.ts';
import { replacementsOf, updateReplacement } from '../store/replacements.ts';
import { checkDay } from './check-day.ts';
import { loadForMove, moveCase } from './move.ts';

/** 案件材料移交: what the new handler received from the former one, after a replacement (form no. 17). */
export async function recordHandover(tx: Tx, actor: Actor, input: RecordHandover): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'recordHandover');
  const open = (await replacementsOf(tx, aidCase.tenant, aidCase.id)).find((r) => r.state === 'approved');
  if (open === undefined) throw new Refusal('case.noHandoverDue');
  checkDay(tx, input.handedOverOn, '/handedOverOn', open.decidedOn, 'case.dateBeforeReplacement');
  const { handedOverOn, materials, note } = input;
  await updateReplacement(tx, open, {
    state: 'handedOver',
    handedOverOn,
    handover: JSON.stringify({ materials, note }),
  });
  const moved = await moveCase(
    tx,
    aidCase,
    'recordHandover',
    {},
    { replacementId: open.id, handedOverOn, materials: materials.length },
  );
  return { version: moved.version };
}
