import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { formatDocumentNumber, nextSerial, numberStyleOf } from '../../documents/index.ts';
import { costLifecycle, subsidyLifecycle } from '../lifecycle.ts';
import { mayPay } from '../permissions.ts';
import type { CreateBatch } from '../schema.ts';
import { insertBatch } from '../store/batches.ts';
import { type DirectCost, lockCosts, moveBatchCosts } from '../store/costs.ts';
import { lockFund } from '../store/funds.ts';
import { lockSubsidies, moveBatchSubsidies, type Subsidy } from '../store/subsidies.ts';
import { recordCostMove } from './direct-costs.ts';
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
 * 支付批次: approved subsidies and allowed costs to be paid together out of one fund. Their sum is set aside at once, so a budget can never be
 * overdrawn: what is missing is refused and named.
 */
export async function createBatch(tx: Tx, actor: Actor, input: CreateBatch): Promise<CreatedBatch> {
  actor.must(mayPay, { tenant: input.tenant });
  const { tenant, fundId, subsidyIds = [], costIds = [] } = input;
  for (const [field, ids] of Object.entries({ subsidyIds, costIds })) {
    if (new Set(ids).size !== ids.length)
      throw new Refusal('input.invalid', {}, [{ pointer: `/${field}`, code: 'subsidy.chosenTwice' }]);
  }
  if (subsidyIds.length + costIds.length === 0)
    throw new Refusal('input.invalid', {}, [{ pointer: '/subsidyIds', code: 'batch.empty' }]);
  const subsidies = subsidyIds.length === 0 ? [] : await lockSubsidies(tx, tenant, subsidyIds);
  const costs = await lockCosts(tx, tenant, costIds);
  if (subsidies.length !== subsidyIds.length || costs.length !== costIds.length) throw new Refusal('record.notFound');
  checkPayable(actor, subsidies);
  checkAllowed(actor, costs);
  const fund = await lockFund(tx, tenant, fundId);
  const chosen = [...inOrder(subsidyIds, subsidies).map(ofSubsidy), ...inOrder(costIds, costs).map(ofCost)];
  const total = chosen.reduce((sum, { amount }) => sum + amount, 0);
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
      payments: chosen.length,
      createdBy: actor.id,
      createdAt: tx.at,
      demonstration: fund.demonstration || [...subsidies, ...costs].some((s) => s.demonstration),
    },
    chosen.map((one, i) => ({ ...one, tenant, id: tx.newId(), batchId, ordinal: i + 1, state: 'pending' as const })),
  );
  if (subsidies.length > 0) await moveBatchSubsidies(tx, tenant, subsidyIds, { state: 'BATCHED', batchId });
  await moveBatchCosts(tx, tenant, costIds, { state: 'BATCHED', batchId });
  for (const cost of costs) recordCostMove(tx, cost, 'batch', { batchId, amount: cost.allowed });
  for (const subsidy of subsidies) recordMove(tx, subsidy, 'batch', { batchId, amount: subsidy.amount });
  tx.record({
    tenant,
    matterId: batchId,
    kind: 'batch.created',
    subject: 'paymentBatch',
    subjectId: batchId,
    payload: { number, fundId, total, payments: chosen.length },
  });
  return { batchId, number, version: 1, total, payments: chosen.length };
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
function inOrder<T extends { readonly id: string }>(ids: readonly string[], rows: readonly T[]): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const ofSubsidy = ({ id, handlerId, handlerName, amount }: Subsidy) => ({
  subsidyId: id,
  costId: null,
  handlerId,
  handlerName,
  amount: amount ?? 0,
});
const ofCost = ({ id, handlerId, handlerName, allowed }: DirectCost) => ({
  subsidyId: null,
  costId: id,
  handlerId,
  handlerName,
  amount: allowed ?? 0,
});

function checkAllowed(actor: Actor, costs: readonly DirectCost[]): void {
  const wrong = costs.filter((cost) => cost.state !== 'CHECKED');
  if (wrong.length > 0)
    throw new Refusal('cost.notChecked', { numbers: wrong.map((cost) => cost.caseNumber).join('、') });
  for (const cost of costs) authoriseTransition(costLifecycle, cost.state, 'batch', actor, { tenant: cost.tenant });
}

/** （2026）保法援贴批字第000001号, gapless within centre and year. */
async function takeBatchNumber(tx: Tx, tenant: string): Promise<string> {
  const { agencyWord, template } = await numberStyleOf(tx, tenant);
  const series = { tenant, agencyWord, classWord: '贴', step: '批', year: Number(tx.today.slice(0, 4)) };
  const serial = await nextSerial(tx, series);
  return formatDocumentNumber(template, { year: series.year, agency: agencyWord, class: '贴', step: '批', serial });
}
