import { addDays, daysBetween, instantOf } from '../../../kernel/time/index.ts';
import { systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import { deadline, lawOf } from '../../policy/index.ts';
import { notifyApplicant } from '../notices.ts';
import { noDue } from '../rules/clock.ts';
import { waysBack } from '../rules/provisional.ts';
import { type ApplicationRow, loadApplication, provisionalOf, updateProvisional } from '../store.ts';
import { followGrant } from './follow-grant.ts';
import { moveApplication } from './move.ts';

const papersCitation = '《法律援助法》第四十四条第二款';

/**
 * 先行提供恢复: the termination that ended provisional aid fell, and with it what the application said of it (arts 44, 49). In the
 * transaction that undoes the termination, so that the two records never tell different things.
 * @param revokedFor the bureau's order, or the centre's own finding
 * @throws Refusal `record.notFound` for an application that is not there
 */
export async function restoreProvisional(
  tx: Tx,
  of: { readonly tenant: string; readonly applicationId: string; readonly revokedFor: 'objection' | 'ownMotion' },
): Promise<void> {
  const row = await loadApplication(tx, of.tenant, of.applicationId);
  if (row.state !== 'TERMINATED') return;
  const { tenant, id } = row;
  const provisional = await provisionalOf(tx, tenant, id);
  if (provisional === undefined) throw new Error(`application ${id} has no provisional decision`);
  const event = waysBack(provisional.outcome, of.revokedFor);
  if (event === 'grantRestored') {
    await updateProvisional(tx, { tenant, applicationId: id }, { outcome: 'confirmed' });
    const moved = await moveApplication(tx, systemActor, row, event, { ...noDue, grantedOn: tx.today }, {});
    await followGrant(tx, moved, 'provisionalConfirmed');
    return;
  }
  const came = provisional.completedAt !== null;
  const completeBy = came
    ? provisional.completeBy
    : addDays(tx.today, daysBetween(provisional.decidedOn, provisional.completeBy));
  await updateProvisional(tx, { tenant, applicationId: id }, { endedOn: null, outcome: null, completeBy });
  const due = came ? decideAnew(tx, row) : papersAnew(tx, row, completeBy);
  const moved = await moveApplication(
    tx,
    systemActor,
    row,
    event,
    { ...due, decidedBy: null, decidedOn: null },
    { dueOn: due.dueOn },
  );
  if (!came) notifyApplicant(tx, moved, 'provisional', { dueOn: completeBy });
}

/** As many days for the papers as the centre had given at first. */
function papersAnew(tx: Tx, { tenant, matterId, id, ruleSet }: ApplicationRow, completeBy: string) {
  const step = 'provisionalPapers';
  tx.startDeadline({
    tenant,
    matterId,
    subject: 'application',
    subjectId: id,
    step,
    startedOn: tx.today,
    dueOn: completeBy,
    dueAt: instantOf(addDays(completeBy, 1)),
    warnOn: addDays(completeBy, -tx.warningDays),
    citation: papersCitation,
    ruleSet,
  });
  return { dueOn: completeBy, dueStep: step, dueCitation: papersCitation };
}

/**
 * The days to decide once more from today, where they ended with a decision that fell. The law counts them from the receipt, which lies
 * behind: a promise of the centre, and shown as one.
 */
export function decideAnew(tx: Tx, { tenant, matterId, id, ruleSet }: ApplicationRow) {
  const again = deadline({ step: 'decide', from: tx.today }, tx.calendar, lawOf(tx));
  if (!again.ok) throw new RangeError('no limit for decide');
  const { due: dueOn, citation } = again.value;
  tx.startDeadline({
    tenant,
    matterId,
    subject: 'application',
    subjectId: id,
    step: 'decide',
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation,
    ruleSet,
    promise: true,
  });
  return { dueOn, dueStep: 'decide', dueCitation: citation };
}
