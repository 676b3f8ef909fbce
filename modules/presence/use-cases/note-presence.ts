import { addDays, type Instant, instantOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayBePresent } from '../permissions.ts';
import { deleteOldPresence, deletePresence, othersIn, upsertPresence } from '../store.ts';

/** Seconds without a sign after which somebody counts as gone; screens give one every fifteen. */
export const goneAfter = 45;

export interface Present {
  readonly name: string;
  /** The move whose form they have open, `subject.event`; null while they only read. */
  readonly doing: string | null;
  readonly since: Instant;
}

/** 在场: this person is at the matter, perhaps with a form open; answers who else is. No event: it changes nothing and tells of no person. */
export async function notePresence(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly matterId: string; readonly doing: string | null },
): Promise<{ readonly others: readonly Present[] }> {
  const { tenant, matterId, doing } = input;
  actor.must(mayBePresent, { tenant });
  const seat = { tenant, matterId, accountId: actor.id };
  const gone = new Date(Date.parse(tx.at) - goneAfter * 1000).toISOString();
  await upsertPresence(tx, { ...seat, name: actor.name, doing }, gone);
  return { others: await othersIn(tx, seat, gone) };
}

/** 离开. */
export async function leaveMatter(
  tx: Tx,
  actor: Actor,
  { tenant, matterId }: { readonly tenant: string; readonly matterId: string },
): Promise<{ readonly done: true }> {
  actor.must(mayBePresent, { tenant });
  await deletePresence(tx, { tenant, matterId, accountId: actor.id });
  return { done: true };
}

/** Rows of those who closed the browser without a word. For the worker, once a day. */
export async function forgetPresence(tx: Tx): Promise<void> {
  await deleteOldPresence(tx, instantOf(addDays(tx.today, -1)));
}
