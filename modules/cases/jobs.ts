import type { JobHandlers } from '../../kernel/outbox/index.ts';
import { lapseOffer, lapseTopic } from './use-cases/offer-case.ts';

/** What the worker does for this room; messages to recipients go by the box of the applicants' notices. */
export const caseJobs: JobHandlers = {
  /** 征集到期: the case goes back to the designator's desk, unless somebody was first. */
  [lapseTopic]: async (tx, { tenant, payload }) => {
    const { caseId, offerId } = payload as { caseId: string; offerId: string };
    await lapseOffer(tx, { tenant, caseId, offerId });
  },
};
