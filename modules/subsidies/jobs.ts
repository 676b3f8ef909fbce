import type { JobHandlers } from '../../kernel/outbox/index.ts';
import { insertAdvices, paymentsOf } from './store/batches.ts';
import { lockCosts } from './store/costs.ts';
import { lockSubsidies } from './store/subsidies.ts';

/** What the worker does for this room. */
export const subsidyJobs: JobHandlers = {
  /** Tell each handler of a paid batch what was paid for which case; told once, however often the job runs. */
  'subsidy.batchPaid': async (tx, job) => {
    const { batchId } = job.payload as { batchId: string };
    const payments = (await paymentsOf(tx, job.tenant, batchId)).filter(
      (p) => p.state === 'paid' || p.state === 'reconciled',
    );
    if (payments.length === 0) return;
    const subsidyIds = payments.flatMap((p) => p.subsidyId ?? []);
    const costIds = payments.flatMap((p) => p.costId ?? []);
    const paid = [
      ...(subsidyIds.length === 0 ? [] : await lockSubsidies(tx, job.tenant, subsidyIds)),
      ...(await lockCosts(tx, job.tenant, costIds)),
    ];
    const numbers = new Map(paid.map((s) => [s.id, s.caseNumber]));
    await insertAdvices(
      tx,
      payments.flatMap((p) =>
        p.paidOn === null
          ? []
          : [
              {
                tenant: job.tenant,
                paymentId: p.id,
                handlerId: p.handlerId,
                caseNumber: numbers.get(p.subsidyId ?? p.costId ?? '') ?? '',
                amount: p.amount,
                paidOn: p.paidOn,
                advisedAt: tx.at,
              },
            ],
      ),
    );
  },
};
