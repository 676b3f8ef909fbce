import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock, pauseClock, resumeClock, startClock } from '../../policy/index.ts';
import { issueComplaintPaper } from '../papers.ts';
import type {
  acceptInput,
  declineInput,
  requestInformationInput,
  supplyInformationInput,
  withdrawInput,
} from '../schema.ts';
import { openFindings, openWords, sealFindings, sealWords } from '../sealed.ts';
import { loadForMove, type MovedComplaint, moveComplaint, mustBePast, noDue, refuseDay } from './move.ts';

/** 一次告知补正: everything that is missing, once; the days to take it up stand still until it comes. */
export async function requestInformation(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof requestInformationInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'requestInformation');
  if (row.askedOn !== null) throw new Refusal('complaint.askedOnce');
  if (input.dueOn <= tx.today) refuseDay('/dueOn', 'complaint.past');
  const { missing, dueOn } = input;
  const paper = await issueComplaintPaper(tx, actor, row, 'complaintSupplementNotice', { missing, dueOn });
  await pauseClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'acceptComplaint' }, tx.today);
  const moved = await moveComplaint(
    tx,
    row,
    'requestInformation',
    {
      askedOn: tx.today,
      answerBy: dueOn,
      dueOn,
      dueStep: 'supplement',
      dueCitation: '补正期限（本机关指定）',
      wordsSealed: sealWords(tx, row, { ...openWords(tx, row), missing }),
    },
    { documentId: paper.documentId, dueOn, items: missing.length },
  );
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 收到补正: from the person's telephone or at the counter; the days go on. */
export async function supplyInformation(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof supplyInformationInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'supplyInformation');
  const asked = row.askedOn ?? row.receivedOn;
  const on = input.receivedOn ?? tx.today;
  if (actor.kind === 'citizen' && input.receivedOn !== undefined) refuseDay('/receivedOn', 'complaint.staffOnly');
  mustBePast(tx, '/receivedOn', on, asked);
  const words = openWords(tx, row);
  // Days until it came do not count; it counts again from the day after.
  const clock = await resumeClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'acceptComplaint' }, on);
  const moved = await moveComplaint(
    tx,
    row,
    'supplyInformation',
    {
      answerBy: null,
      ...(clock === undefined
        ? noDue
        : { dueOn: clock.dueOn, dueStep: 'acceptComplaint', dueCitation: clock.citation }),
      wordsSealed: sealWords(tx, row, { ...words, supplied: [...words.supplied, { on, text: input.text }] }),
    },
    { on },
  );
  return { version: moved.version };
}

/** 受理: within the days of the measures; the days to settle it begin. */
export async function acceptComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof acceptInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'accept');
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'acceptComplaint' });
  const clock = startClock(tx, {
    tenant: row.tenant,
    matterId: row.id,
    subject: 'complaint',
    subjectId: row.id,
    step: 'decideComplaint',
    from: tx.today,
    on: row.receivedOn,
  });
  const paper = await issueComplaintPaper(tx, actor, row, 'complaintAcceptance', {
    decideBy: { on: clock.dueOn, citation: clock.citation },
  });
  const moved = await moveComplaint(
    tx,
    row,
    'accept',
    { acceptedOn: tx.today, dueOn: clock.dueOn, dueStep: 'decideComplaint', dueCitation: clock.citation },
    { documentId: paper.documentId, dueOn: clock.dueOn },
  );
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 不予受理: with its reason, in writing. */
export async function declineComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof declineInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'declineToAccept');
  await meetClock(tx, { tenant: row.tenant, subjectId: row.id, step: 'acceptComplaint' });
  const { reason, citation, ground } = input;
  const paper = await issueComplaintPaper(tx, actor, row, 'complaintNonAcceptance', {
    reason,
    ...(citation === undefined ? {} : { citation }),
  });
  const findings = { ...openFindings(tx, row), refusal: reason, refusalCitation: citation ?? '' };
  const moved = await moveComplaint(
    tx,
    row,
    'declineToAccept',
    { refusedGround: ground, findingsSealed: sealFindings(tx, row, findings) },
    { ground, documentId: paper.documentId },
  );
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number };
}

/** 撤回: by the person, or recorded for them by the bureau, before it is decided. */
export async function withdrawComplaint(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof withdrawInput>,
): Promise<MovedComplaint> {
  const row = await loadForMove(tx, actor, input, 'withdraw');
  const words = { ...openWords(tx, row), withdrawal: input.reason };
  const moved = await moveComplaint(
    tx,
    row,
    'withdraw',
    { wordsSealed: sealWords(tx, row, words) },
    { by: actor.kind },
  );
  return { version: moved.version };
}
