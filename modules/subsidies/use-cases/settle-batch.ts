import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { type BatchEvent, batchLifecycle, costLifecycle, subsidyLifecycle } from '../lifecycle.ts';
import { countCostPaid, countPaid } from '../rules/counting.ts';
import { type Reconciliation, reconcile } from '../rules/reconciliation.ts';
import type { BouncePayment, DissolveBatch, ReconcileBatch } from '../schema.ts';
import {
  loadBatch,
  type Payment,
  type PaymentBatch,
  paymentsOf,
  updateBatch,
  updatePayments,
} from '../store/batches.ts';
import { loadCost, lockCosts, moveBatchCosts } from '../store/costs.ts';
import { lockFund } from '../store/funds.ts';
import { loadSubsidy, lockSubsidies, moveBatchSubsidies } from '../store/subsidies.ts';
import { moveCost, recordCostMove } from './direct-costs.ts';
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
  const ids = payments.flatMap((p) => p.subsidyId ?? []);
  const costIds = payments.flatMap((p) => p.costId ?? []);
  const subsidies = ids.length === 0 ? [] : await lockSubsidies(tx, batch.tenant, ids);
  const costs = await lockCosts(tx, batch.tenant, costIds);
  const fund = await lockFund(tx, batch.tenant, batch.fundId);
  await postToFund(tx, actor, fund, 'release', batch.total, { memo: input.reason, batchId: batch.id });
  await updatePayments(
    tx,
    batch.tenant,
    payments.map((p) => p.id),
    { state: 'removed' },
  );
  if (ids.length > 0) await moveBatchSubsidies(tx, batch.tenant, ids, { state: 'APPROVED', batchId: null });
  await moveBatchCosts(tx, batch.tenant, costIds, { state: 'CHECKED', batchId: null });
  for (const cost of costs) recordCostMove(tx, cost, 'unbatch', { batchId: batch.id });
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
  const payment = (await paymentsOf(tx, batch.tenant, batch.id)).find(
    (p) => p.subsidyId === input.subsidyId || p.costId === input.subsidyId,
  );
  if (payment === undefined || (payment.state !== 'paid' && payment.state !== 'reconciled')) {
    throw new Refusal('batch.paymentNotPaid');
  }
  const fund = await lockFund(tx, batch.tenant, batch.fundId);
  const { id: paymentId, amount, paidOn } = payment;
  await postToFund(tx, actor, fund, 'bounce', amount, { memo: input.reason, batchId: batch.id, paymentId });
  await updatePayments(tx, batch.tenant, [paymentId], {
    state: 'returned',
    returnedOn: input.returnedOn,
    returnReason: input.reason,
  });
  await sendBack(tx, actor, payment, { batchId: batch.id, amount, source: fund.source, paidOn: paidOn ?? tx.today });
  const saved = await updateBatch(tx, batch, {});
  record(tx, batch, 'batch.paymentBounced', { paymentId, amount });
  return { version: saved.version };
}

/** What the payment was for waits to be paid once more. */
async function sendBack(
  tx: Tx,
  actor: Actor,
  { tenant, subsidyId, costId }: Payment,
  of: { readonly batchId: string; readonly amount: number; readonly source: string; readonly paidOn: LocalDate },
): Promise<void> {
  const unpaid = { batchId: null, paidOn: null, paymentReference: null } as const;
  const told = { batchId: of.batchId, amount: of.amount };
  if (subsidyId !== null) {
    const subsidy = await loadSubsidy(tx, tenant, subsidyId);
    authoriseTransition(subsidyLifecycle, subsidy.state, 'bounce', actor, { tenant });
    await moveSubsidy(tx, subsidy, 'bounce', unpaid, told);
    for (const count of countPaid(subsidy, of.source, of.paidOn, -1)) tx.count(count);
    return;
  }
  const cost = await loadCost(tx, tenant, costId ?? '');
  authoriseTransition(costLifecycle, cost.state, 'bounce', actor, { tenant });
  await moveCost(tx, cost, 'bounce', unpaid, told);
  for (const count of countCostPaid(cost, of.source, of.paidOn, -1)) tx.count(count);
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
