import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { paperFor } from '../papers.ts';
import type { Acknowledge } from '../schema.ts';
import { materialsOf } from '../store.ts';
import { issueMissingForms } from './issue-forms.ts';
import { loadForMove, moveApplication } from './move.ts';

/**
 * 签收: the competent centre has it in hand; the receipt of materials is issued (procedure of 2023, art. 13), and with it the
 * forms that the person signs, where the counter has not printed them already (art. 11).
 */
export async function acknowledgeApplication(tx: Tx, actor: Actor, input: Acknowledge): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'acknowledge');
  await issueMissingForms(tx, actor, row);
  return acknowledgeMaterials(tx, actor, input);
}

/** The same with the receipt alone: for the thousands of invented matters whose forms nobody signs. */
export async function acknowledgeMaterials(tx: Tx, actor: Actor, input: Acknowledge): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'acknowledge');
  const materials = await materialsOf(tx, row.tenant, row.id);
  const paper = await paperFor(tx, actor, row, 'materialsReceipt', { materials });
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'acknowledge',
    { acknowledgedAt: tx.at },
    { documentId: paper.documentId },
  );
  return { version: updated.version };
}
