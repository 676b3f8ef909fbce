import type { Tx } from '../../kernel/use-case/index.ts';
import type { AidCase } from './store/cases.ts';

/** What the recipient is told about; the words stand with the channel that says them. */
export type CaseNotice =
  | 'designated'
  | 'progressNoted'
  | 'closed'
  | 'terminated'
  | 'terminationContested'
  | 'objectionMaintained'
  | 'correctionOrdered'
  | 'resumed'
  | 'replacementApproved'
  | 'handlerKept';

/** Leave a message for the recipient in the outbox: ids and dates only; the worker looks up number and telephone. */
export function notifyRecipient(
  tx: Tx,
  aidCase: AidCase,
  kind: CaseNotice,
  details: Readonly<Record<string, string>> = {},
): void {
  // Somebody in custody, for whom an organ gave notice, has no page to look at: the lawyer tells them.
  if (aidCase.applicationId === null) return;
  tx.send({
    tenant: aidCase.tenant,
    topic: 'notice.applicant',
    key: `${aidCase.id}/${kind}/${aidCase.version}`,
    payload: {
      applicationId: aidCase.applicationId,
      personId: aidCase.recipientId,
      number: aidCase.applicationNumber,
      kind,
      details,
    },
  });
}
