import type { JobHandlers } from '../../kernel/outbox/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import type { ComplaintEvent } from './lifecycle.ts';
import { isTold, messageWords } from './rules/message-words.ts';
import { openComplainant } from './sealed.ts';
import { type ComplaintRow, insertComplaintMessage, loadComplaint } from './store.ts';

const topic = 'notice.complainant';

/** Leave a message for the person in the outbox where the move is one they are told of: ids and days only. */
export function notifyComplainant(
  tx: Tx,
  { tenant, id, version }: ComplaintRow,
  event: ComplaintEvent,
  { dueOn }: Readonly<Record<string, unknown>>,
): void {
  if (!isTold(event)) return;
  const details = typeof dueOn === 'string' ? { dueOn } : {};
  tx.send({
    tenant,
    topic,
    key: `${id}/${event}/${version}`,
    payload: { complaintId: id, event, details },
  });
}

/** What the worker does for this room. */
export const complaintJobs: JobHandlers = {
  /** Tell the person, by text message where they left a telephone; who they are is opened only now. */
  [topic]: async (tx, job) => {
    const { complaintId, event, details } = job.payload as {
      complaintId: string;
      event: ComplaintEvent;
      details: Record<string, string>;
    };
    const row = await loadComplaint(tx, job.tenant, complaintId);
    const phone = openComplainant(tx, row)?.phone ?? '';
    await insertComplaintMessage(tx, {
      tenant: row.tenant,
      id: tx.newId(),
      key: job.key,
      complaintId,
      aboutMatterId: row.aboutMatterId,
      channel: phone === '' ? 'web' : 'sms',
      kind: event,
      text: messageWords(event, row.language, row.number, details),
      createdAt: tx.at,
    });
  },
};
