import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { type BatchEvent, batchLifecycle, subsidyLifecycle } from '../lifecycle.ts';
import { countPaid } from '../rules/counting.ts';
import { type Reconciliation, reconcile } from '../rules/reconciliation.ts';
import type { BouncePayment, DissolveBatch, ReconcileBatch } from '../schema.ts';
import { loadBatch, type PaymentBatch, paymentsOf, updateBatch, updatePayments } from '../store/batches.ts';
import { lockFund } from '../store/funds.ts';
import { loadSubsidy, lockSubsidies, moveBatchSubsidies } from '../store/subsidies.ts';
import { moveSubsidy, recordMove } from './move.ts';
import { postToFund } from './post-to-fund.ts';

interface BatchAt {
  readonly tenant: string;
  readonly batchId: string;
  readonly version: number;
}

/** 对账 against the bank's statement. A complete match settles the batch; anything else is told and settles what matched. */
export async function reconcileBatch(
  tx: Tx,
  actor: Actor,
  input: ReconcileBatch,
): Promise<Reconciliation & { version: number }> {
  const batch = await loadForMove(tx, actor, input, 'reconcile');
  const paid = (await paymentsOf(tx, batch.tenant, batch.id)).filter(
    (p) => p.state === 'paid' || p.state === 'reconciled',
  );
  const result = reconcile(
    paid.map((p) => ({ reference: p.reference ?? '', amount: p.amount })),
    input.lines,
  );
  const matched = new Set(result.matched);
  await updatePayments(
    tx,
    batch.tenant,
    paid.filter((p) => matched.has(p.reference ?? '')).map((p) => p.id),
    { state: 'reconciled' },
  );
  const saved = await updateBatch(tx, batch, result.complete ? { state: 'RECONCILED', reconciledOn: tx.today } : {});
  record(tx, batch, result.complete ? 'batch.reconciled' : 'batch.reconciliationTried', {
    matched: result.matched.length,
    missing: result.missing.length,
    unexpected: result.unexpected.length,
    differing: result.differing.length,
  });
  return { ...result, version: saved.version };
}

/** 撤销批次 before it is paid: the subsidies are approved again, the money is free again. */
export async function dissolveBatch(tx: Tx, actor: Actor, input: DissolveBatch): Promise<{ version: number }> {
  const batch = await loadForMove(tx, actor, input, 'dissolve');
  const payments = await paymentsOf(tx, batch.tenant, batch.id);
  const ids = payments.map((p) => p.subsidyId);
  const subsidies = await lockSubsidies(tx, batch.tenant, ids);
  const fund = await lockFund(tx, batch.tenant, batch.fundId);
  await postToFund(tx, actor, fund, 'release', batch.total, { memo: input.reason, batchId: batch.id });
  await updatePayments(
    tx,
    batch.tenant,
    payments.map((p) => p.id),
    { state: 'removed' },
  );
  await moveBatchSubsidies(tx, batch.tenant, ids, { state: 'APPROVED', batchId: null });
  for (const subsidy of subsidies) recordMove(tx, subsidy, 'unbatch', { batchId: batch.id });
  const saved = await updateBatch(tx, batch, { state: 'DISSOLVED' });
  record(tx, batch, 'batch.dissolved', { total: batch.total });
  return { version: saved.version };
}

/** 银行退回: one payment came back. Its money is there again, its subsidy waits for the next batch. */
export async function bouncePayment(tx: Tx, actor: Actor, input: BouncePayment): Promise<{ version: number }> {
  const batch = await loadForMove(tx, actor, input, 'bounce');
  if (input.returnedOn > tx.today) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/returnedOn', code: 'batch.paidOnFuture' }]);
  }
  const payment = (await paymentsOf(tx, batch.tenant, batch.id)).find((p) => p.subsidyId === input.subsidyId);
  if (payment === undefined || (payment.state !== 'paid' && payment.state !== 'reconciled')) {
    throw new Refusal('batch.paymentNotPaid');
  }
  const subsidy = await loadSubsidy(tx, batch.tenant, payment.subsidyId);
  authoriseTransition(subsidyLifecycle, subsidy.state, 'bounce', actor, { tenant: batch.tenant });
  const fund = await lockFund(tx, batch.tenant, batch.fundId);
  const { id: paymentId, amount, paidOn } = payment;
  await postToFund(tx, actor, fund, 'bounce', amount, { memo: input.reason, batchId: batch.id, paymentId });
  await updatePayments(tx, batch.tenant, [paymentId], {
    state: 'returned',
    returnedOn: input.returnedOn,
    returnReason: input.reason,
  });
  await moveSubsidy(
    tx,
    subsidy,
    'bounce',
    { batchId: null, paidOn: null, paymentReference: null },
    { batchId: batch.id, amount },
  );
  for (const count of countPaid(subsidy, fund.source, paidOn ?? tx.today, -1)) tx.count(count);
  const saved = await updateBatch(tx, batch, {});
  record(tx, batch, 'batch.paymentBounced', { paymentId, amount });
  return { version: saved.version };
}

async function loadForMove(tx: Tx, actor: Actor, input: BatchAt, event: BatchEvent): Promise<PaymentBatch> {
  const batch = await loadBatch(tx, input.tenant, input.batchId);
  authoriseTransition(batchLifecycle, batch.state, event, actor, { tenant: batch.tenant });
  if (batch.version !== input.version) throw new Refusal('record.stale', { current: batch.version });
  return batch;
}

function record(tx: Tx, batch: PaymentBatch, kind: string, payload: Readonly<Record<string, unknown>>): void {
  tx.record({ tenant: batch.tenant, matterId: batch.id, kind, subject: 'paymentBatch', subjectId: batch.id, payload });
}
