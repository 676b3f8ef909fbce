import type { Tx } from '../../kernel/use-case/index.ts';
import type { ApplicationRow } from './store.ts';

/** What a person is told about; the words stand with the channel that says them. */
export type NoticeKind =
  | 'supplementRequested'
  | 'granted'
  | 'refused'
  | 'deemedWithdrawn'
  | 'transferred'
  | 'provisional'
  | 'provisionalConfirmed'
  | 'provisionalEnded'
  | 'commitmentDoubted'
  | 'objectionRaised'
  | 'objectionMaintained'
  | 'correctionOrdered';

/** Leave a message for the applicant in the outbox: ids and dates only, the worker looks up number and telephone. */
export function notifyApplicant(
  tx: Tx,
  row: ApplicationRow,
  kind: NoticeKind,
  details: Readonly<Record<string, string>>,
): void {
  tx.send({
    tenant: row.tenant,
    topic: 'notice.applicant',
    key: `${row.id}/${kind}/${row.version}`,
    payload: { applicationId: row.id, personId: row.recipientId, number: row.number, kind, details },
  });
}
