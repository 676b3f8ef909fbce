import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, allowedActions, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { lawOf, proposeSubsidy as tariffOffer } from '../../policy/index.ts';
import { type CostEvent, type CostState, costLifecycle } from '../lifecycle.ts';
import { mayReadSubsidies } from '../permissions.ts';
import { type CostFault, costKinds, judgeCost } from '../rules/direct-costs.ts';
import { yuanText } from '../rules/money-text.ts';
import { tariffQuestion } from '../rules/tariff-question.ts';
import type { CheckCost, ListCosts, OpenCost, RefuseCost } from '../schema.ts';
import {
  type CostReceipt,
  costsIn,
  costsOfCase,
  type DirectCost,
  insertCost,
  loadCost,
  receiptsInUse,
  receiptsOf,
  releaseReceipts,
  updateCost,
} from '../store/costs.ts';
import { findSubsidyOfCase } from '../store/subsidies.ts';

const pastTense: Readonly<Record<CostEvent, string>> = {
  check: 'checked',
  refuse: 'refused',
  withdraw: 'withdrawn',
  batch: 'batched',
  unbatch: 'unbatched',
  pay: 'paid',
  bounce: 'bounced',
};

/**
 * 申报直接费用: what the handler spent, with its receipts. The caller has authorised the step in the case.
 * @throws Refusal `input.invalid` for a receipt that stands behind another claim already
 */
export async function openCost(tx: Tx, actor: Actor, { receipts, ...input }: OpenCost): Promise<{ costId: string }> {
  const used = await receiptsInUse(
    tx,
    input.tenant,
    receipts.map(({ fileHash }) => fileHash),
  );
  const hashes = receipts.map(({ fileHash }) => fileHash);
  const faults = receipts.flatMap(({ fileHash }, i) =>
    used.includes(fileHash) || hashes.indexOf(fileHash) < i
      ? [{ pointer: `/receipts/${i}`, code: 'cost.receiptUsed' }]
      : [],
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  const costId = tx.newId();
  await insertCost(
    tx,
    {
      ...input,
      id: costId,
      claimedBy: actor.id,
      claimedOn: tx.today,
      state: costLifecycle.initial,
      version: 1,
    },
    receipts.map((receipt) => ({ ...receipt, tenant: input.tenant, costId, live: true })),
  );
  tx.record({
    tenant: input.tenant,
    matterId: input.matterId,
    kind: 'directCost.claimed',
    subject: 'case',
    subjectId: input.caseId,
    payload: { costId, kind: input.kind, amount: input.claimed, receipts: receipts.length },
  });
  return { costId };
}

/**
 * 核定: finance compares claim and receipts, and allows what the tariff of the day on which it was spent leaves for this case. Never by whoever claimed it.
 * @throws Refusal `input.invalid` at the field, `cost.sameHand`, `cost.inSubsidy`, `subsidy.noTariff`
 */
export async function checkCost(tx: Tx, actor: Actor, input: CheckCost): Promise<{ version: number }> {
  const cost = await loadForCheck(tx, actor, input, 'check');
  const offer = tariffOffer(tariffQuestion({ ...cost, closedOn: cost.spentOn }), lawOf(tx));
  if (!offer.ok) throw new Refusal('subsidy.noTariff');
  const { item } = costKinds[cost.kind];
  const others = (await costsOfCase(tx, cost.tenant, cost.caseId)).filter(
    (other) => other.id !== cost.id && other.allowed !== null && costKinds[other.kind].item === item,
  );
  const before = {
    amount: others.reduce((sum, { allowed }) => sum + (allowed ?? 0), 0),
    units: others.reduce((sum, { units }) => sum + (units ?? 0), 0),
  };
  const judged = judgeCost(cost, input.allowed, offer.value.additions, before);
  if (!judged.ok) throw refused(judged.fault);
  const subsidy = await findSubsidyOfCase(tx, cost.tenant, cost.caseId);
  if (subsidy?.asked?.additions.some(({ key }) => key === item) === true) throw new Refusal('cost.inSubsidy');
  const { tariffKey, citation } = offer.value;
  return moveCost(
    tx,
    cost,
    'check',
    {
      allowed: input.allowed,
      rule: `${tariffKey}.${judged.value.key}`,
      citation: offer.value.additions.find(({ key }) => key === judged.value.key)?.citation ?? citation,
      note: input.note ?? null,
      checkedBy: actor.id,
      checkedOn: tx.today,
    },
    { amount: input.allowed, claimed: cost.claimed },
  );
}

/** 不予核定, with the reason; its receipts may stand behind another claim. */
export async function refuseCost(tx: Tx, actor: Actor, input: RefuseCost): Promise<{ version: number }> {
  const cost = await loadForCheck(tx, actor, input, 'refuse');
  await releaseReceipts(tx, cost);
  return moveCost(tx, cost, 'refuse', { note: input.reason, checkedBy: actor.id, checkedOn: tx.today }, {});
}

/** 撤回申报 before it is checked, by whoever claimed it. */
export async function withdrawCost(
  tx: Tx,
  actor: Actor,
  input: Omit<RefuseCost, 'reason'>,
): Promise<{ version: number }> {
  const cost = await loadCost(tx, input.tenant, input.costId, input.version);
  authoriseTransition(costLifecycle, cost.state, 'withdraw', actor, { tenant: cost.tenant });
  if (cost.claimedBy !== actor.id) throw new Refusal('cost.notYours');
  await releaseReceipts(tx, cost);
  return moveCost(tx, cost, 'withdraw', {}, {});
}

async function loadForCheck(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly costId: string; readonly version: number },
  event: 'check' | 'refuse',
): Promise<DirectCost> {
  const cost = await loadCost(tx, input.tenant, input.costId, input.version);
  authoriseTransition(costLifecycle, cost.state, event, actor, { tenant: cost.tenant });
  if (cost.claimedBy === actor.id) throw new Refusal('cost.sameHand');
  return cost;
}

/** The row's next state with what changes beside it, and the event that remembers it. */
export async function moveCost(
  tx: Tx,
  cost: DirectCost,
  event: CostEvent,
  changes: Parameters<typeof updateCost>[2],
  payload: Readonly<Record<string, unknown>>,
): Promise<{ version: number }> {
  const moved = await updateCost(tx, cost, { ...changes, state: nextCostState(cost.state, event) });
  recordCostMove(tx, cost, event, payload);
  return { version: moved.version };
}

export function nextCostState(state: CostState, event: CostEvent): CostState {
  const on: Readonly<Record<string, { readonly to: string }>> = costLifecycle.states[state].on;
  const move = on[event];
  if (move === undefined) throw new Refusal('record.actionNotAllowed', { state, event, lifecycle: costLifecycle.name });
  return move.to as CostState;
}

/** The event of one move; also for batches, whose rows change in one statement. */
export function recordCostMove(
  tx: Tx,
  cost: DirectCost,
  event: CostEvent,
  payload: Readonly<Record<string, unknown>>,
): void {
  tx.record({
    tenant: cost.tenant,
    matterId: cost.matterId,
    kind: `directCost.${pastTense[event]}`,
    subject: 'case',
    subjectId: cost.caseId,
    payload: { costId: cost.id, from: cost.state, to: nextCostState(cost.state, event), ...payload },
  });
}

function refused(found: CostFault): Refusal {
  const left = 'left' in found ? { left: found.code === 'overLimit' ? yuanText(found.left) : String(found.left) } : {};
  return new Refusal('input.invalid', {}, [{ pointer: '/allowed', code: `cost.${found.code}`, details: left }]);
}

export interface CostView extends DirectCost {
  readonly receipts: readonly Pick<CostReceipt, 'attachmentId' | 'fileName'>[];
  readonly allowedActions: readonly string[];
}

/** The claims of a case, each with its receipts and what may be done now. The caller has authorised reading the case. */
export async function costsOf(tx: Tx, actor: Actor, tenant: string, caseId: string): Promise<readonly CostView[]> {
  return viewsOf(tx, actor, await costsOfCase(tx, tenant, caseId));
}

/** 费用清单 of a centre, the longest waiting first. */
export async function listCosts(tx: Tx, actor: Actor, { tenant, state }: ListCosts): Promise<readonly CostView[]> {
  const tenants = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter(
    (at) => (tenant === undefined || at === tenant) && actor.holds(mayReadSubsidies.roles, { tenant: at }),
  );
  return viewsOf(tx, actor, await costsIn(tx, tenants, state, 200));
}

async function viewsOf(tx: Tx, actor: Actor, costs: readonly DirectCost[]): Promise<readonly CostView[]> {
  const views: CostView[] = [];
  for (const tenant of new Set(costs.map((cost) => cost.tenant))) {
    const here = costs.filter((cost) => cost.tenant === tenant);
    const receipts = await receiptsOf(
      tx,
      tenant,
      here.map(({ id }) => id),
    );
    for (const cost of here) {
      views.push({
        ...cost,
        receipts: receipts
          .filter(({ costId }) => costId === cost.id)
          .map(({ attachmentId, fileName }) => ({ attachmentId, fileName })),
        allowedActions: allowedActions(costLifecycle, cost.state, actor, { tenant }).filter((action) =>
          action === 'withdraw' ? cost.claimedBy === actor.id : cost.claimedBy !== actor.id,
        ),
      });
    }
  }
  return views;
}
