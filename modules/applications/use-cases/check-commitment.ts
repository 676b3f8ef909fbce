import type { Updateable } from 'kysely';
import { meetDeadline } from '../../../kernel/deadlines/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { caseLifecycle, caseOfApplication, terminateCase, undoTerminationFor } from '../../cases/index.ts';
import { personInputOf } from '../../people/index.ts';
import { type CommitmentState, commitmentLifecycle } from '../commitment-lifecycle.ts';
import type {
  CheckCommitment,
  DecideCommitment,
  OrderRecovery,
  PickCommitment,
  RecordPayment,
} from '../commitment-schema.ts';
import { bar, type CommitmentRow, liftBar, loadCommitment, updateCommitment } from '../commitment-store.ts';
import { notifyApplicant } from '../notices.ts';
import { sealCommitment } from '../sealed.ts';
import { countCommitment } from '../statistics.ts';
import { loadApplication } from '../store.ts';
import type { ApplicationCommitmentTable } from '../tables.ts';
import { signerIndex, startCheck } from './open-commitment.ts';

interface Moved {
  readonly version: number;
  readonly state: CommitmentState;
}

/** 列入核查: somebody reports, or the handler comes upon it; checked although it was not drawn. */
export async function pickCommitment(tx: Tx, actor: Actor, input: PickCommitment): Promise<Moved> {
  const row = await load(tx, actor, input, 'pick');
  const application = await loadApplication(tx, row.tenant, row.applicationId);
  countCommitment(tx, 'commitments.picked', { ...placeOf(row), day: tx.today, pickedFor: 'report' });
  return move(
    tx,
    row,
    'pick',
    {
      pickedFor: 'report',
      pickedOn: tx.today,
      dueOn: startCheck(tx, application),
      checkSealed: seal(tx, row, 'check', input.note),
    },
    'picked',
  );
}

/** 核查属实: what was promised is so. */
export function confirmCommitment(tx: Tx, actor: Actor, input: CheckCommitment): Promise<Moved> {
  return checked(tx, actor, input, 'confirm', 'confirmed');
}

/** 核查不符: the one who checked does not decide; the person is told, so that the approver can hear them first. */
export async function doubtCommitment(tx: Tx, actor: Actor, input: CheckCommitment): Promise<Moved> {
  const moved = await checked(tx, actor, input, 'doubt', 'doubted');
  notifyApplicant(tx, await loadApplication(tx, input.tenant, input.applicationId), 'commitmentDoubted', {});
  return moved;
}

/** 认定属实: what looked false has been explained. */
export async function clearCommitment(tx: Tx, actor: Actor, input: DecideCommitment): Promise<Moved> {
  const row = await loadForDecision(tx, actor, input, 'clear');
  return move(tx, row, 'clear', decisionOf(tx, actor, row, input.note), 'cleared');
}

/**
 * 认定承诺不实: the aid was had by deceit. What still runs of the case is terminated (art. 48, item 1), and whoever signed
 * promises no more, at any centre; the bureau orders the cost to be paid (art. 64).
 */
export async function findCommitmentFalse(tx: Tx, actor: Actor, input: DecideCommitment): Promise<Moved> {
  const row = await loadForDecision(tx, actor, input, 'findFalse');
  const { tenant, applicationId } = row;
  const index = signerIndex(tx, await personInputOf(tx, tenant, row.signerId));
  if (index !== undefined) await bar(tx, { tenant, applicationId, signerIndex: index });
  const aidCase = await caseOfApplication(tx, tenant, applicationId);
  const runs = aidCase !== undefined && 'terminate' in caseLifecycle.states[aidCase.state].on;
  if (runs) {
    await terminateCase(
      tx,
      actor,
      {
        tenant,
        caseId: aidCase.id,
        version: aidCase.version,
        ground: 'fraud',
        facts: `经核查，关于经济困难状况的诚信承诺不实：${input.note}`,
      },
      'commitment',
    );
  }
  countCommitment(tx, 'commitments.false', { ...placeOf(row), day: tx.today });
  return move(tx, row, 'findFalse', decisionOf(tx, actor, row, input.note), 'foundFalse', {
    barred: index !== undefined,
    terminated: runs,
  });
}

/**
 * 纠正认定: the finding was wrong; the person may promise again, and a termination that rested on the finding falls with it. While an objection
 * to that termination lies with the bureau, the bureau decides on it.
 */
export async function correctFinding(tx: Tx, actor: Actor, input: DecideCommitment): Promise<Moved> {
  const row = await load(tx, actor, input, 'correct');
  await liftBar(tx, row, tx.today);
  const { tenant, applicationId } = row;
  const aidCase = await caseOfApplication(tx, tenant, applicationId);
  const reopened =
    aidCase !== undefined &&
    (await undoTerminationFor(tx, actor, {
      tenant,
      caseId: aidCase.id,
      madeFor: 'commitment',
      reason: input.note,
    }));
  // The finding is counted no more, in the month in which it was made.
  if (row.decidedOn !== null) countCommitment(tx, 'commitments.false', { ...placeOf(row), day: row.decidedOn }, -1);
  return move(tx, row, 'correct', decisionOf(tx, actor, row, input.note), 'corrected', { reopened });
}

/** 责令支付费用: by the bureau, never by the centre (art. 64). Money in fen. */
export async function orderRecovery(tx: Tx, actor: Actor, input: OrderRecovery): Promise<Moved> {
  const row = await load(tx, actor, input, 'orderRecovery');
  const { costFen, fineFen } = input;
  return move(tx, row, 'orderRecovery', { costFen, fineFen, orderedOn: tx.today }, 'recoveryOrdered', {
    costFen,
    fineFen,
  });
}

export async function recordPayment(tx: Tx, actor: Actor, input: RecordPayment): Promise<Moved> {
  const row = await load(tx, actor, input, 'recordPayment');
  if (input.paidOn > tx.today) throw at('/paidOn', 'application.dayFuture');
  if (row.orderedOn !== null && input.paidOn < row.orderedOn) throw at('/paidOn', 'application.paidBeforeOrder');
  const recovered = (row.costFen ?? 0) + (row.fineFen ?? 0);
  countCommitment(tx, 'commitments.recovered', { ...placeOf(row), day: input.paidOn }, recovered);
  return move(tx, row, 'recordPayment', { paidOn: input.paidOn }, 'repaid', { paidOn: input.paidOn });
}

type Place = { readonly tenant: string; readonly applicationId: string; readonly version: number };

async function load(tx: Tx, actor: Actor, input: Place, event: string): Promise<CommitmentRow> {
  const row = await loadCommitment(tx, input);
  authoriseTransition(commitmentLifecycle, row.state, event, actor, { tenant: row.tenant });
  return row;
}

/** Whoever checked does not decide on what they found. */
async function loadForDecision(tx: Tx, actor: Actor, input: Place, event: string): Promise<CommitmentRow> {
  const row = await load(tx, actor, input, event);
  if (row.checkedBy === actor.id) throw new Refusal('application.sameHand');
  return row;
}

async function checked(
  tx: Tx,
  actor: Actor,
  input: CheckCommitment,
  event: 'confirm' | 'doubt',
  past: string,
): Promise<Moved> {
  const row = await load(tx, actor, input, event);
  await meetDeadline(tx, { tenant: row.tenant, subjectId: row.applicationId, step: 'checkCommitment' });
  return move(
    tx,
    row,
    event,
    {
      dueOn: null,
      checkMethod: input.method,
      checkedBy: actor.id,
      checkedOn: tx.today,
      checkSealed: seal(tx, row, 'check', input.note),
    },
    past,
    { method: input.method },
  );
}

function decisionOf(tx: Tx, actor: Actor, row: CommitmentRow, note: string): Updateable<ApplicationCommitmentTable> {
  return { decidedBy: actor.id, decidedOn: tx.today, decisionSealed: seal(tx, row, 'decision', note) };
}

const placeOf = ({ tenant, applicationId }: CommitmentRow) => ({ tenant, applicationId });

const seal = (tx: Tx, row: CommitmentRow, column: 'check' | 'decision', text: string): string =>
  sealCommitment(tx, { tenant: row.tenant, id: row.applicationId }, column, text);

async function move(
  tx: Tx,
  row: CommitmentRow,
  event: string,
  changes: Updateable<ApplicationCommitmentTable>,
  past: string,
  payload: Readonly<Record<string, unknown>> = {},
): Promise<Moved> {
  const on: Readonly<Record<string, { readonly to: string }>> = commitmentLifecycle.states[row.state].on;
  const state = on[event]?.to as CommitmentState;
  await updateCommitment(tx, row, { ...changes, state });
  tx.record({
    tenant: row.tenant,
    matterId: row.matterId,
    kind: `commitment.${past}`,
    subject: 'commitment',
    subjectId: row.applicationId,
    payload: { from: row.state, to: state, ...payload },
  });
  return { version: row.version + 1, state };
}

const at = (pointer: string, code: string): Refusal => new Refusal('input.invalid', {}, [{ pointer, code }]);
