import { Refusal } from '../../../kernel/errors/index.ts';
import { addDays } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { pauseClock } from '../../policy/index.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import type { RequestSupplement } from '../schema.ts';
import { insertSupplement, supplementOf } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';

/** 一次性告知补正: everything missing, at once and only once; the clock stops meanwhile (art. 43). */
export async function requestSupplement(
  tx: Tx,
  actor: Actor,
  input: RequestSupplement,
): Promise<{ version: number; dueOn: string }> {
  const row = await loadForMove(tx, actor, input, 'requestSupplement');
  if ((await supplementOf(tx, row.tenant, row.id)) !== undefined) throw new Refusal('application.supplementOnce');
  const dueOn = addDays(tx.today, input.days);
  await insertSupplement(tx, {
    tenant: row.tenant,
    id: tx.newId(),
    applicationId: row.id,
    items: JSON.stringify(input.items),
    note: input.note,
    requestedAt: tx.at,
    dueOn,
    answeredAt: null,
  });
  await pauseClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'decide' }, tx.today);
  const paper = await paperFor(tx, actor, row, 'supplementNotice', { items: input.items, note: input.note, dueOn });
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'requestSupplement',
    { dueOn, dueStep: 'supplement', dueCitation: '《法律援助法》第四十三条第二款' },
    { items: input.items.length, dueOn, documentId: paper.documentId },
  );
  notifyApplicant(tx, updated, 'supplementRequested', { dueOn });
  return { version: updated.version, dueOn };
}
