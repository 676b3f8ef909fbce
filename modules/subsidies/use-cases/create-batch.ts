import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { formatDocumentNumber, nextSerial, numberStyleOf } from '../../documents/index.ts';
import { subsidyLifecycle } from '../lifecycle.ts';
import { mayPay } from '../permissions.ts';
import type { CreateBatch } from '../schema.ts';
import { insertBatch } from '../store/batches.ts';
import { lockFund } from '../store/funds.ts';
import { lockSubsidies, moveBatchSubsidies, type Subsidy } from '../store/subsidies.ts';
import { recordMove } from './move.ts';
import { postToFund } from './post-to-fund.ts';

export interface CreatedBatch {
  readonly batchId: string;
  readonly number: string;
  readonly version: number;
  readonly total: number;
  readonly payments: number;
}

/**
 * 支付批次: approved subsidies to be paid together out of one fund. Their sum is set aside at once, so a budget can never be
 * overdrawn: what is missing is refused and named.
 */
export async function createBatch(tx: Tx, actor: Actor, input: CreateBatch): Promise<CreatedBatch> {
  actor.must(mayPay, { tenant: input.tenant });
  const { tenant, fundId } = input;
  if (new Set(input.subsidyIds).size !== input.subsidyIds.length) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/subsidyIds', code: 'subsidy.chosenTwice' }]);
  }
  const subsidies = await lockSubsidies(tx, tenant, input.subsidyIds);
  if (subsidies.length !== input.subsidyIds.length) throw new Refusal('record.notFound');
  checkPayable(actor, subsidies);
  const fund = await lockFund(tx, tenant, fundId);
  const total = subsidies.reduce((sum, s) => sum + (s.amount ?? 0), 0);
  const batchId = tx.newId();
  const number = await takeBatchNumber(tx, tenant);
  await postToFund(tx, actor, fund, 'commit', total, { memo: number, batchId });
  await insertBatch(
    tx,
    {
      tenant,
      id: batchId,
      number,
      fundId,
      state: 'OPEN',
      version: 1,
      total,
      payments: subsidies.length,
      createdBy: actor.id,
      createdAt: tx.at,
      demonstration: fund.demonstration || subsidies.some((s) => s.demonstration),
    },
    inOrder(input.subsidyIds, subsidies).map((s, i) => ({
      tenant,
      id: tx.newId(),
      batchId,
      ordinal: i + 1,
      subsidyId: s.id,
      handlerId: s.handlerId,
      handlerName: s.handlerName,
      amount: s.amount ?? 0,
      state: 'pending' as const,
    })),
  );
  await moveBatchSubsidies(tx, tenant, input.subsidyIds, { state: 'BATCHED', batchId });
  for (const subsidy of subsidies) recordMove(tx, subsidy, 'batch', { batchId, amount: subsidy.amount });
  tx.record({
    tenant,
    matterId: batchId,
    kind: 'batch.created',
    subject: 'paymentBatch',
    subjectId: batchId,
    payload: { number, fundId, total, payments: subsidies.length },
  });
  return { batchId, number, version: 1, total, payments: subsidies.length };
}

function checkPayable(actor: Actor, subsidies: readonly Subsidy[]): void {
  const wrong = subsidies.filter((s) => s.state !== 'APPROVED');
  if (wrong.length > 0)
    throw new Refusal('subsidy.notApproved', { numbers: wrong.map((s) => s.caseNumber).join('、') });
  const empty = subsidies.filter((s) => (s.amount ?? 0) === 0);
  if (empty.length > 0)
    throw new Refusal('subsidy.nothingToPay', { numbers: empty.map((s) => s.caseNumber).join('、') });
  for (const s of subsidies) authoriseTransition(subsidyLifecycle, s.state, 'batch', actor, { tenant: s.tenant });
}

/** In the order in which they were chosen, which is the order on the payment list. */
function inOrder(ids: readonly string[], subsidies: readonly Subsidy[]): readonly Subsidy[] {
  const byId = new Map(subsidies.map((s) => [s.id, s]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** （2026）保法援贴批字第000001号, gapless within centre and year. */
async function takeBatchNumber(tx: Tx, tenant: string): Promise<string> {
  const { agencyWord, template } = await numberStyleOf(tx, tenant);
  const series = { tenant, agencyWord, classWord: '贴', step: '批', year: Number(tx.today.slice(0, 4)) };
  const serial = await nextSerial(tx, series);
  return formatDocumentNumber(template, { year: series.year, agency: agencyWord, class: '贴', step: '批', serial });
}
