import type { Tx } from '../../../kernel/use-case/index.ts';
import { notifyApplicant } from '../notices.ts';
import { countApplication } from '../statistics.ts';
import type { ApplicationRow } from '../store.ts';
import { openCommitment } from './open-commitment.ts';

/** What every grant is followed by, whichever way it was reached: the commitment it rests on, the count, and word to the person. */
export async function followGrant(
  tx: Tx,
  granted: ApplicationRow,
  told: 'granted' | 'provisionalConfirmed',
): Promise<void> {
  await openCommitment(tx, granted);
  countApplication(tx, 'applications.granted', { ...granted, day: tx.today });
  notifyApplicant(tx, granted, told, {});
}
