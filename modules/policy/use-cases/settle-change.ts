import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { type ChangeEvent, type ChangeState, changeLifecycle } from '../lifecycle.ts';
import { type ChangeRow, loadChange, selectApproved, takeRevision, updateChange } from '../store.ts';
import { judgeChange } from './judge-change.ts';

const named = { id: z.uuid(), version: z.int().min(1) };
const note = z.string().trim().min(2).max(500);
export const ApproveChange = z.strictObject({ ...named, note: note.optional() });
export const RejectChange = z.strictObject({ ...named, note });
export const WithdrawChange = z.strictObject(named);
type Settle = { readonly id: string; readonly version: number; readonly note?: string | undefined };

export interface Settled {
  readonly version: number;
  readonly state: ChangeState;
  /** The law's revision from now on, when the change was approved. */
  readonly revision?: number;
}

/**
 * 批准变更: by a second person. It is judged once more against everything approved meanwhile, and gets its place in the order of approval;
 * decisions stored before it go on to be derived from the law without it.
 * @throws Refusal `policy.sameHand`, `policy.dayHasPassed`, `policy.noLongerFits`, `record.stale`, `auth.forbidden`
 */
export async function approveChange(tx: Tx, actor: Actor, input: Settle): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'approve');
  if (row.proposedBy === actor.id) throw new Refusal('policy.sameHand');
  if (row.effectiveFrom < tx.today && !row.correction) {
    throw new Refusal('policy.dayHasPassed', { day: row.effectiveFrom });
  }
  const revision = await takeRevision(tx);
  const judged = judgeChange(row.change, await selectApproved(tx));
  if (!judged.ok) {
    throw new Refusal('policy.noLongerFits', {
      zh: judged.faults.map(({ text }) => text.zh).join('；'),
      en: judged.faults.map(({ text }) => text.en).join('; '),
    });
  }
  const before = judged.before === undefined ? null : JSON.stringify(judged.before);
  const moved = await settle(tx, actor, row, 'approve', input.note, { revision, before });
  return { version: moved.version, state: moved.state, revision };
}

/** 不予批准, with the reason. @throws Refusal `record.stale`, `auth.forbidden` */
export async function rejectChange(tx: Tx, actor: Actor, input: Settle): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'reject');
  const { version, state } = await settle(tx, actor, row, 'reject', input.note);
  return { version, state };
}

/** 撤回, by who proposed it. @throws Refusal `policy.notYours`, `record.stale` */
export async function withdrawChange(tx: Tx, actor: Actor, input: Settle): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'withdraw');
  if (row.proposedBy !== actor.id) throw new Refusal('policy.notYours');
  const { version, state } = await settle(tx, actor, row, 'withdraw', undefined);
  return { version, state };
}

async function loadForMove(tx: Tx, actor: Actor, input: Settle, event: ChangeEvent): Promise<ChangeRow> {
  const row = await loadChange(tx, input.id, input.version);
  authoriseTransition(changeLifecycle, row.state, event, actor, { tenant: row.office });
  return row;
}

const moves = {
  approve: { state: 'APPROVED', kind: 'policy.changeApproved' },
  reject: { state: 'REJECTED', kind: 'policy.changeRejected' },
  withdraw: { state: 'WITHDRAWN', kind: 'policy.changeWithdrawn' },
} as const satisfies Readonly<Record<ChangeEvent, { state: ChangeState; kind: string }>>;

async function settle(
  tx: Tx,
  actor: Actor,
  row: ChangeRow,
  event: ChangeEvent,
  settledNote: string | undefined,
  more: { revision?: number; before?: string | null } = {},
): Promise<ChangeRow> {
  const { state, kind } = moves[event];
  const moved = await updateChange(tx, row, {
    state,
    settledBy: actor.id,
    settledByName: actor.name,
    settledAt: tx.at,
    settledNote: settledNote ?? null,
    ...more,
  });
  tx.record({
    tenant: row.office,
    matterId: row.id,
    kind,
    subject: 'policyChange',
    subjectId: row.id,
    payload: {
      figure: row.figure,
      from: row.state,
      to: state,
      proposedBy: row.proposedBy,
      ...(more.revision !== undefined && { revision: more.revision }),
      ...(settledNote !== undefined && { note: settledNote }),
    },
  });
  return moved;
}
