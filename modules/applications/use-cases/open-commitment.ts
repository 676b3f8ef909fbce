import { addDays, instantOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { normaliseIdentityNumber, type PersonInput } from '../../people/index.ts';
import { insertCommitment } from '../commitment-store.ts';
import { daysToCheck, decidesOn, drawn } from '../rules/commitment.ts';
import { countCommitment } from '../statistics.ts';
import { type ApplicationRow, partiesOf } from '../store.ts';

/** Aid was granted on a person's word about their means: the word is kept, and drawn for checking or not (art. 41). */
export async function openCommitment(tx: Tx, row: ApplicationRow): Promise<void> {
  if (!decidesOn(row.proof, row.assessment)) return;
  const { tenant, id, matterId } = row;
  const reason = drawn(id, row.assessment);
  const parties = await partiesOf(tx, tenant, id);
  const dueOn = reason === null ? null : startCheck(tx, row);
  await insertCommitment(tx, {
    tenant,
    applicationId: id,
    matterId,
    applicationNumber: row.number,
    recipientName: row.recipientName,
    signerId: parties.find(({ role }) => role === 'agent')?.personId ?? row.recipientId,
    state: reason === null ? 'STANDING' : 'TO_CHECK',
    version: 1,
    grantedOn: tx.today,
    pickedFor: reason,
    pickedOn: reason === null ? null : tx.today,
    dueOn,
    checkMethod: null,
    checkedBy: null,
    checkedOn: null,
    checkSealed: null,
    decidedBy: null,
    decidedOn: null,
    decisionSealed: null,
    costFen: null,
    fineFen: null,
    orderedOn: null,
    paidOn: null,
    demonstration: row.demonstration,
  });
  const counted = { tenant, applicationId: id, day: tx.today };
  countCommitment(tx, 'commitments.given', counted);
  if (reason !== null) countCommitment(tx, 'commitments.picked', { ...counted, pickedFor: reason });
  tx.record({
    tenant,
    matterId,
    kind: 'commitment.opened',
    subject: 'commitment',
    subjectId: id,
    payload: { drawn: reason, dueOn },
  });
}

/** 核查期限: the centre's own. @returns its last day */
export function startCheck(
  tx: Tx,
  of: { readonly tenant: string; readonly matterId: string; readonly id: string; readonly ruleSet: string },
): string {
  const dueOn = tx.calendar.nextWorkday(addDays(tx.today, daysToCheck));
  tx.startDeadline({
    tenant: of.tenant,
    matterId: of.matterId,
    subject: 'commitment',
    subjectId: of.id,
    step: 'checkCommitment',
    startedOn: tx.today,
    dueOn,
    dueAt: instantOf(addDays(dueOn, 1)),
    warnOn: addDays(dueOn, -tx.warningDays),
    citation: '诚信承诺核查期限（中心自定，非法定期限）',
    ruleSet: of.ruleSet,
    promise: true,
  });
  return dueOn;
}

/** A blind index of its own, which joins to no other table; undefined for somebody without a document. */
export function signerIndex(tx: Tx, signer: Pick<PersonInput, 'document'>): string | undefined {
  const number = normaliseIdentityNumber(signer.document?.number ?? '');
  return number === '' ? undefined : tx.cipher.blindIndex('commitmentSigner', number);
}
