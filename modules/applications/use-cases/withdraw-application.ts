import { cancelDeadlines } from '../../../kernel/deadlines/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { notifyApplicant } from '../notices.ts';
import { paperFor } from '../papers.ts';
import { noDue } from '../rules/clock.ts';
import type { Withdraw } from '../schema.ts';
import { lapsedSupplements, loadApplication } from '../store.ts';
import { loadForMove, moveApplication } from './move.ts';

/** 撤回: the person no longer wants it. */
export async function withdrawApplication(tx: Tx, actor: Actor, input: Withdraw): Promise<{ version: number }> {
  const row = await loadForMove(tx, actor, input, 'withdraw');
  const updated = await moveApplication(
    tx,
    actor,
    row,
    'withdraw',
    noDue,
    input.reason === '' ? {} : { reasonGiven: true },
  );
  await cancelDeadlines(tx, { tenant: row.tenant, subjectId: row.id });
  return { version: updated.version };
}

/**
 * 视为撤回: what was asked for has not come in time (art. 43). Run by the worker every day.
 * @returns how many applications lapsed
 */
export async function lapseSupplements(tx: Tx, actor: Actor, limit = 50): Promise<number> {
  const lapsed = await lapsedSupplements(tx, tx.today, limit);
  for (const { tenant, applicationId } of lapsed) {
    const row = await loadApplication(tx, tenant, applicationId);
    const paper = await paperFor(tx, actor, row, 'deemedWithdrawalNotice', {});
    const updated = await moveApplication(tx, actor, row, 'lapse', noDue, { documentId: paper.documentId });
    await cancelDeadlines(tx, { tenant, subjectId: applicationId });
    notifyApplicant(tx, updated, 'deemedWithdrawn', {});
  }
  return lapsed.length;
}
