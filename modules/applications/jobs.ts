import type { JobHandlers } from '../../kernel/outbox/index.ts';
import { loadPersons } from '../people/index.ts';
import { eraseCooperation, forgetCooperationTopic } from './erasure-store.ts';
import { sendMessage } from './messages.ts';
import { acknowledgeHandOver } from './use-cases/acknowledge-hand-over.ts';
import { handOverTopic } from './use-cases/move.ts';

/** What the worker does for this room. */
export const applicationJobs: JobHandlers = {
  /** Tell the applicant: by the message channel, in plain words. The person's telephone is looked up only now. */
  'notice.applicant': async (tx, job) => {
    const { applicationId, personId, number, kind, details } = job.payload as {
      applicationId: string;
      personId: string;
      number: string;
      kind: string;
      details: Record<string, string>;
    };
    const [person] = await loadPersons(tx, job.tenant, [personId]);
    await sendMessage(tx, {
      tenant: job.tenant,
      key: job.key,
      applicationId,
      personId,
      number,
      kind,
      details,
      reachable: person !== undefined && person.phone !== null,
    });
  },
  /** Tell the centre that handed a matter over that it was taken up where it went. */
  [handOverTopic]: async (tx, { tenant, payload }) => {
    const { from, on } = payload as { from: { tenant: string; applicationId: string }; on: string };
    await acknowledgeHandOver(tx, { ...from, byTenant: tenant, on });
  },
  /** The file for which another centre was asked something is destroyed: what it was asked goes too. */
  [forgetCooperationTopic]: async (tx, { payload }) => {
    const { asked, id } = payload as { asked: string; id: string };
    await eraseCooperation(tx, { tenant: asked, id });
  },
};
