import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { type ApplicationEvent, type ApplicationState, applicationLifecycle } from '../lifecycle.ts';
import { type ApplicationChanges, type ApplicationRow, loadApplication, updateApplication } from '../store.ts';

/** Tells the centre that handed a matter over that it was taken up. */
export const handOverTopic = 'application.handOver';

const pastTense: Readonly<Record<ApplicationEvent, string>> = {
  acknowledge: 'acknowledged',
  transfer: 'transferred',
  withdraw: 'withdrawn',
  requestSupplement: 'supplementRequested',
  answerSupplement: 'supplementAnswered',
  lapse: 'deemedWithdrawn',
  propose: 'proposed',
  grant: 'granted',
  refuse: 'refused',
  returnProposal: 'proposalReturned',
  requestCooperation: 'cooperationRequested',
  receiveCooperation: 'cooperationReceived',
  endCooperation: 'cooperationEnded',
  acknowledgeHandOver: 'handOverAcknowledged',
  provideProvisionally: 'providedProvisionally',
  completePapers: 'papersCompleted',
  confirmProvisional: 'provisionalConfirmed',
  endProvisional: 'provisionalEnded',
  restoreProvisional: 'provisionalRestored',
  grantRestored: 'grantedByRestoration',
  raiseObjection: 'objectionRaised',
  maintain: 'refusalMaintained',
  orderCorrection: 'correctionOrdered',
  grantCorrected: 'grantedByCorrection',
};

/** Load the application at the caller's version and check that the table has the move and the actor may make it. */
export async function loadForMove(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly applicationId: string; readonly version: number },
  event: ApplicationEvent,
): Promise<ApplicationRow> {
  const row = await loadApplication(tx, input.tenant, input.applicationId, input.version);
  authoriseTransition(applicationLifecycle, row.state, event, actor, { tenant: row.tenant });
  return row;
}

/** Make a move of the life cycle: the row's next state and what changes with it, and the event that remembers it. */
export async function moveApplication(
  tx: Tx,
  actor: Actor,
  row: ApplicationRow,
  event: ApplicationEvent,
  changes: ApplicationChanges = {},
  payload: Readonly<Record<string, unknown>> = {},
): Promise<ApplicationRow> {
  const transition = authoriseTransition(applicationLifecycle, row.state, event, actor, { tenant: row.tenant });
  const updated = await updateApplication(tx, row, { ...changes, state: transition.to as ApplicationState });
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: `application.${pastTense[event]}`,
    subject: 'application',
    subjectId: row.id,
    payload: { from: row.state, to: transition.to, ...payload },
  });
  if (row.state === 'SUBMITTED') await tellSender(tx, row);
  return updated;
}

/**
 * What another centre handed over is in hand here with the first step taken on it, whatever that is: this end of the
 * hand-over is met, and the sender learns it by the outbox, because their record is another tenant's.
 */
async function tellSender(tx: Tx, row: ApplicationRow): Promise<void> {
  if (row.transferredFrom === null) return;
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.id, step: 'handOver' });
  tx.send({
    tenant: row.tenant,
    topic: handOverTopic,
    key: row.id,
    payload: { from: row.transferredFrom, on: tx.today },
  });
}
