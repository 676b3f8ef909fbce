import { violatedUnique } from '../../../kernel/db/index.ts';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { batchLifecycle } from '../lifecycle.ts';
import { countCostPaid, countPaid } from '../rules/counting.ts';
import type { PayBatch } from '../schema.ts';
import { loadBatch, markPaid, type Payment, type PaymentBatch, paymentsOf, updateBatch } from '../store/batches.ts';
import { lockCosts, moveBatchCosts, noteCostReferences } from '../store/costs.ts';
import { lockFund } from '../store/funds.ts';
import { lockSubsidies, moveBatchSubsidies, noteReferences } from '../store/subsidies.ts';
import { recordCostMove } from './direct-costs.ts';
import { recordMove } from './move.ts';
import { postToFund } from './post-to-fund.ts';

export interface PaidBatch {
  readonly batchId: string;
  readonly version: number;
  readonly total: number;
  readonly payments: number;
  readonly paidOn: string;
}

/**
 * 登记支付: the bank has the order. In one commit every subsidy of the batch is paid, the money leaves the fund's ledger, and
 * the handlers' notices are on their way. Sent twice with the same bank reference, it changes nothing the second time.
 */
export async function payBatch(tx: Tx, actor: Actor, input: PayBatch): Promise<PaidBatch> {
  const batch = await loadBatch(tx, input.tenant, input.batchId);
  const paidBefore = batch.state === 'PAID' || batch.state === 'RECONCILED';
  if (paidBefore && batch.bankReference !== input.bankReference) throw new Refusal('batch.paidOtherwise');
  authoriseTransition(batchLifecycle, paidBefore ? 'OPEN' : batch.state, 'pay', actor, { tenant: batch.tenant });
  if (paidBefore) return paidView(batch);
  if (batch.version !== input.version) throw new Refusal('record.stale', { current: batch.version });
  if (input.paidOn > tx.today)
    throw new Refusal('input.invalid', {}, [{ pointer: '/paidOn', code: 'batch.paidOnFuture' }]);

  const { tenant, id: batchId } = batch;
  const payments = (await paymentsOf(tx, tenant, batchId)).filter((p) => p.state === 'pending');
  const references = referencesOf(payments, input);
  const subsidyIds = payments.flatMap((p) => p.subsidyId ?? []);
  const costIds = payments.flatMap((p) => p.costId ?? []);
  const subsidies = subsidyIds.length === 0 ? [] : await lockSubsidies(tx, tenant, subsidyIds);
  const costs = await lockCosts(tx, tenant, costIds);
  const fund = await lockFund(tx, tenant, batch.fundId);
  await postToFund(tx, actor, fund, 'pay', batch.total, { memo: input.bankReference, batchId });
  try {
    await markPaid(
      tx,
      tenant,
      input.paidOn,
      payments.map((p) => ({ id: p.id, reference: references.get(paidFor(p)) ?? '' })),
    );
  } catch (error) {
    if (violatedUnique(error) === 'payment_reference') throw new Refusal('batch.referenceTaken');
    throw error;
  }
  const moved =
    (subsidyIds.length === 0
      ? 0
      : await moveBatchSubsidies(tx, tenant, subsidyIds, { state: 'PAID', paidOn: input.paidOn })) +
    (await moveBatchCosts(tx, tenant, costIds, { state: 'PAID', paidOn: input.paidOn }));
  if (moved !== payments.length) throw new Refusal('record.stale', { current: batch.version });
  await noteReferences(
    tx,
    tenant,
    input.paidOn,
    subsidyIds.map((subsidyId) => ({ subsidyId, reference: references.get(subsidyId) ?? '' })),
  );
  await noteCostReferences(
    tx,
    tenant,
    input.paidOn,
    costIds.map((costId) => ({ costId, reference: references.get(costId) ?? '' })),
  );
  for (const cost of costs) {
    recordCostMove(tx, cost, 'pay', { batchId, amount: cost.allowed, paidOn: input.paidOn });
    for (const count of countCostPaid(cost, fund.source, input.paidOn, 1)) tx.count(count);
  }
  for (const subsidy of subsidies) {
    recordMove(tx, subsidy, 'pay', { batchId, amount: subsidy.amount, paidOn: input.paidOn });
    for (const count of countPaid(subsidy, fund.source, input.paidOn, 1)) tx.count(count);
  }
  const paid = await updateBatch(tx, batch, {
    state: 'PAID',
    bankReference: input.bankReference,
    paidBy: actor.id,
    paidOn: input.paidOn,
  });
  tx.record({
    tenant,
    matterId: batchId,
    kind: 'batch.paid',
    subject: 'paymentBatch',
    subjectId: batchId,
    payload: {
      total: batch.total,
      payments: payments.length,
      paidOn: input.paidOn,
      bankReference: input.bankReference,
    },
  });
  tx.send({ tenant, topic: 'subsidy.batchPaid', key: batchId, payload: { batchId } });
  return paidView(paid);
}

/** Each payment's own reference: as the bank gave it, else the order's with the place in the batch. */
function referencesOf(payments: readonly Payment[], input: PayBatch): ReadonlyMap<string, string> {
  const given = new Map(input.references.map((r) => [r.subsidyId, r.reference]));
  const known = new Set(payments.map(paidFor));
  const faults = input.references.flatMap(({ subsidyId }, i) =>
    known.has(subsidyId) ? [] : [{ pointer: `/references/${i}/subsidyId`, code: 'batch.referenceUnknown' }],
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return new Map(payments.map((p) => [paidFor(p), given.get(paidFor(p)) ?? `${input.bankReference}-${p.ordinal}`]));
}

/** What a payment is for: a subsidy or a direct cost. */
function paidFor({ subsidyId, costId }: Payment): string {
  return subsidyId ?? costId ?? '';
}

function paidView(batch: PaymentBatch): PaidBatch {
  return {
    batchId: batch.id,
    version: batch.version,
    total: batch.total,
    payments: batch.payments,
    paidOn: batch.paidOn ?? '',
  };
}
