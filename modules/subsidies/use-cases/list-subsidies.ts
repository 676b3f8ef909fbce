import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { batchLifecycle, subsidyLifecycle } from '../lifecycle.ts';
import { mayReadOwnSubsidies, mayReadSubsidies } from '../permissions.ts';
import type { ListSubsidies, ReadBatch } from '../schema.ts';
import { advicesFor, batchesOf, loadBatch, type Payment, type PaymentBatch, paymentsOf } from '../store/batches.ts';
import { type Subsidy, type SubsidyQuery, subsidyPage } from '../store/subsidies.ts';

export interface SubsidyPage {
  readonly rows: readonly (Omit<Subsidy, 'offer' | 'asked' | 'lines'> & { readonly actions: readonly string[] })[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

/** 补贴清单, the longest waiting first. Finance sees all of its places, a handler only what is due to them. */
export async function listSubsidies(tx: Tx, actor: Actor, input: ListSubsidies): Promise<SubsidyPage> {
  const { tenant, after, limit, ...filter } = input;
  const places = await visiblePlaces(tx, actor, tenant);
  const [on = '', id = ''] = after?.split('~') ?? [];
  const rows = await subsidyPage(tx, {
    ...filter,
    places,
    limit: limit + 1,
    after: after === undefined ? undefined : { on, id },
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ offer: _offer, asked: _asked, lines: _lines, ...row }) => ({
      ...row,
      actions: actionsOf(actor, row),
    })),
    next: rows.length > limit && last !== undefined ? `${last.archivedOn}~${last.id}` : null,
  };
}

/** 支付批次清单, newest first. */
export async function listBatches(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant?: string | undefined; readonly state?: PaymentBatch['state'] | undefined },
): Promise<readonly PaymentBatch[]> {
  const places = await visiblePlaces(tx, actor, input.tenant);
  const tenants = places.filter((p) => p.handlerId === undefined).map((p) => p.tenant);
  return batchesOf(tx, tenants, input.state, 100);
}

export interface BatchView {
  readonly batch: PaymentBatch;
  readonly payments: readonly Payment[];
  readonly allowedActions: readonly string[];
}

export async function readBatch(tx: Tx, actor: Actor, input: ReadBatch): Promise<BatchView> {
  actor.must(mayReadSubsidies, { tenant: input.tenant });
  const batch = await loadBatch(tx, input.tenant, input.batchId);
  return {
    batch,
    payments: await paymentsOf(tx, batch.tenant, batch.id),
    allowedActions: allowedActions(batchLifecycle, batch.state, actor, { tenant: batch.tenant }),
  };
}

/** 到账通知 of the handler who asks. */
export async function listAdvices(tx: Tx, actor: Actor, input: { readonly tenant: string }) {
  actor.must(mayReadOwnSubsidies, { tenant: input.tenant });
  const handler = await handlerByAccount(tx, input.tenant, actor.id);
  return handler === undefined ? [] : advicesFor(tx, input.tenant, handler.id, 100);
}

/** The table's moves, less approving what one proposed oneself; an amount of nothing is approved in its own way. */
export function actionsOf(
  actor: Actor,
  subsidy: Pick<Subsidy, 'tenant' | 'state' | 'proposedBy' | 'amount'>,
): readonly string[] {
  return allowedActions(subsidyLifecycle, subsidy.state, actor, { tenant: subsidy.tenant }).filter((action) => {
    if (action === 'approve') return subsidy.proposedBy !== actor.id && subsidy.amount !== 0;
    if (action === 'closeWithoutPayment') return subsidy.proposedBy !== actor.id && subsidy.amount === 0;
    return true;
  });
}

async function visiblePlaces(tx: Tx, actor: Actor, tenant: string | undefined): Promise<SubsidyQuery['places']> {
  const { tenants } = actor.scope;
  const asked =
    tenants === '*'
      ? tenant === undefined
        ? []
        : [tenant]
      : tenants.filter((t) => tenant === undefined || t === tenant);
  const places: { tenant: string; handlerId?: string }[] = [];
  for (const place of asked) {
    if (actor.holds(mayReadSubsidies.roles, { tenant: place })) {
      places.push({ tenant: place });
    } else if (actor.holds(mayReadOwnSubsidies.roles, { tenant: place })) {
      const handler = await handlerByAccount(tx, place, actor.id);
      if (handler !== undefined) places.push({ tenant: place, handlerId: handler.id });
    }
  }
  return places;
}
