import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { markSeen, type Notice, unseenNotices } from '../store.ts';

/** 我的提醒: what the worker told this person and still holds. */
export async function readNotices(tx: Tx, actor: Actor): Promise<{ readonly rows: readonly Notice[] }> {
  const tenants = actor.scope.tenants === '*' ? [] : actor.scope.tenants;
  return { rows: await unseenNotices(tx, { tenants, accountId: actor.id }) };
}

/** 知道了: put aside by the one who was told; nobody else's. */
export async function putAside(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly ids: readonly string[] },
): Promise<{ readonly done: true }> {
  await markSeen(tx, { ...input, accountId: actor.id });
  return { done: true };
}
