import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { documentsOfMatter } from '../../documents/index.ts';
import { meetClock, startClock } from '../../policy/index.ts';
import { countComplaint } from '../counting.ts';
import { addresseeOf, issueComplaintPaper } from '../papers.ts';
import { mayDecide } from '../rules/independence.ts';
import type { closeInput, decideInput, recordServiceInput, replyInput } from '../schema.ts';
import { openComplainant, openFindings, sealFindings } from '../sealed.ts';
import { loadForMove, type MovedComplaint, moveComplaint, mustBePast, noDue } from './move.ts';

/**
 * 作出处理决定: by another person than the one who looked into it. What was found true leads to measures; the handler's suspension is a decision
 * of its own, on the roster.
 * @throws Refusal `complaint.sameHand`
 */
export async function decideComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof decideInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'decide');
  if (!mayDecide(actor, row)) throw new Refusal('complaint.sameHand');
  const { outcome, reasons, measureNote } = input;
  const measures = [...new Set(input.measures)];
  const foundTrue = outcome === 'upheld' || outcome === 'partly';
  if (foundTrue !== measures.length > 0) {
    const code = foundTrue ? 'complaint.measuresMissing' : 'complaint.measuresNotMeant';
    throw new Refusal('input.invalid', {}, [{ pointer: '/measures', code }]);
  }
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'decideComplaint' });
  const clock = startClock(tx, {
    tenant: row.tenant,
    matterId: row.id,
    subject: 'complaint',
    subjectId: row.id,
    step: 'replyComplaint',
    from: tx.today,
    on: row.receivedOn,
  });
  const findings = { ...openFindings(tx, row), reasons, measureNote };
  const moved = await moveComplaint(
    tx,
    row,
    'decide',
    {
      outcome,
      measures,
      decidedBy: actor.id,
      decidedOn: tx.today,
      dueOn: clock.dueOn,
      dueStep: 'replyComplaint',
      dueCitation: clock.citation,
      findingsSealed: sealFindings(tx, row, findings),
    },
    { outcome, measures },
  );
  countComplaint(tx, 'complaints.decided', moved, tx.today);
  if (foundTrue) countComplaint(tx, 'complaints.upheld', moved, tx.today);
  return { version: moved.version };
}

/** 出具答复书: what was found, what is done, and what else can be done. */
export async function replyToComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof replyInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'reply');
  const { outcome, decidedOn } = row;
  if (outcome === null || decidedOn === null) throw new Error(`complaint ${row.id} is decided without a decision`);
  const { reasons, measureNote } = openFindings(tx, row);
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'replyComplaint' });
  const paper = await issueComplaintPaper(tx, actor, row, 'complaintReply', {
    decidedOn,
    outcome,
    reasons: [...reasons],
    measures: row.measures,
    ...(measureNote === '' ? {} : { measureNote }),
  });
  const moved = await moveComplaint(
    tx,
    row,
    'reply',
    { repliedOn: tx.today, ...noDue },
    { documentId: paper.documentId },
  );
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 登记送达: how and when the answer reached the person; the receipt goes to the papers. */
export async function recordComplaintService(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof recordServiceInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'recordService');
  mustBePast(tx, '/servedOn', input.servedOn, row.repliedOn ?? row.receivedOn);
  const papers = await documentsOfMatter(tx, row.tenant, row.id);
  const answer = papers.findLast(({ formKey }) => formKey === 'complaintReply');
  const address = openComplainant(tx, row)?.address ?? '';
  const paper = await issueComplaintPaper(tx, actor, row, 'serviceReceipt', {
    recipientName: addresseeOf(tx, row),
    ...(address === '' ? {} : { address }),
    method: input.method,
    documents: [
      { name: answer?.title ?? '法律援助投诉处理答复书', ...(answer?.number ? { number: answer.number } : {}) },
    ],
    servedBy: [actor.name],
    servedOn: input.servedOn,
  });
  const moved = await moveComplaint(
    tx,
    row,
    'recordService',
    { servedOn: input.servedOn },
    { method: input.method, servedOn: input.servedOn, documentId: paper.documentId },
  );
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 办结: with what came of the measures. */
export async function closeComplaint(tx: Tx, actor: Actor, input: z.infer<typeof closeInput>): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'close');
  const findings = { ...openFindings(tx, row), followUp: input.followUp };
  const moved = await moveComplaint(tx, row, 'close', { findingsSealed: sealFindings(tx, row, findings) });
  return { version: moved.version };
}
