import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { line } from '../schema.ts';
import { type TemplateEvent, type TemplateState, templateLifecycle } from '../template-lifecycle.ts';
import { loadTemplate, selectTemplates, type TemplateRow, updateTemplate } from '../template-store.ts';

const key = {
  tenant: z.string().regex(/^\d{6}$/),
  templateId: z.uuid(),
  version: z.int().min(1),
};
export const SettleTemplate = z.strictObject({ ...key, note: line(300).optional() });
export type SettleTemplate = z.infer<typeof SettleTemplate>;
export const ApproveTemplate = z.strictObject({
  ...key,
  note: line(300).optional(),
  /** First day on which papers are issued on it; absent: today. */
  inForceFrom: z.iso.date().optional(),
});
export type ApproveTemplate = z.infer<typeof ApproveTemplate>;

interface Settled {
  readonly version: number;
  readonly state: TemplateState;
}

/**
 * 批准启用, by another than who handed it in. The edition in force until now ends where this one begins; papers issued stay as they are.
 * @throws Refusal `template.sameHand`, `input.invalid` for a day that is past or before the edition in force
 */
export async function approveTemplate(tx: Tx, actor: Actor, input: ApproveTemplate): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'approve');
  if (row.uploadedBy === actor.id) throw new Refusal('template.sameHand');
  const from = input.inForceFrom ?? tx.today;
  const standing = (await selectTemplates(tx, row.tenant)).find(
    (other) => other.formKey === row.formKey && other.state === 'APPROVED' && other.inForceUntil === null,
  );
  if (from < tx.today || (standing?.inForceFrom ?? '') > from) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/inForceFrom', code: 'template.fromTooEarly' }]);
  }
  if (standing !== undefined) await updateTemplate(tx, standing, { inForceUntil: from });
  return settle(tx, actor, row, 'approve', { inForceFrom: from, note: input.note ?? null });
}

/** 不同意. */
export async function rejectTemplate(tx: Tx, actor: Actor, input: SettleTemplate): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'reject');
  return settle(tx, actor, row, 'reject', { note: input.note ?? null });
}

/** 撤回, by who handed it in. @throws Refusal `template.notYours` */
export async function withdrawTemplate(tx: Tx, actor: Actor, input: SettleTemplate): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'withdraw');
  if (row.uploadedBy !== actor.id) throw new Refusal('template.notYours');
  return settle(tx, actor, row, 'withdraw', { note: input.note ?? null });
}

/** 停用: from now on the built-in form is used again. */
export async function endTemplate(tx: Tx, actor: Actor, input: SettleTemplate): Promise<Settled> {
  const row = await loadForMove(tx, actor, input, 'end');
  // One that has not begun yet ends on the day on which it would have.
  const [, later = tx.today] = [row.inForceFrom ?? tx.today, tx.today].toSorted();
  // Where a later edition has taken its place, the day on which it did stays.
  const [last = later] = [later, row.inForceUntil ?? later].toSorted();
  return settle(tx, actor, row, 'end', { inForceUntil: last });
}

async function settle(
  tx: Tx,
  actor: Actor,
  row: TemplateRow,
  event: TemplateEvent,
  changes: Parameters<typeof updateTemplate>[2],
): Promise<Settled> {
  const state = nextStates[event];
  // Who approved an edition stays on it when it is ended: the event says who ended it.
  const by = event === 'end' ? {} : { settledBy: actor.id, settledByName: actor.name, settledAt: tx.at };
  const saved = await updateTemplate(tx, row, { ...by, ...changes, state });
  tx.record({
    tenant: row.tenant,
    matterId: row.id,
    kind: `template.${event}`,
    subject: 'documentTemplate',
    subjectId: row.id,
    payload: {
      formKey: row.formKey,
      edition: row.edition,
      sha256: row.fileHash,
      from: row.state,
      to: state,
      inForceFrom: saved.inForceFrom,
    },
  });
  return { version: saved.version, state };
}

const nextStates: Readonly<Record<TemplateEvent, TemplateState>> = {
  approve: templateLifecycle.states.PROPOSED.on.approve.to,
  reject: templateLifecycle.states.PROPOSED.on.reject.to,
  withdraw: templateLifecycle.states.PROPOSED.on.withdraw.to,
  end: templateLifecycle.states.APPROVED.on.end.to,
};

async function loadForMove(tx: Tx, actor: Actor, input: SettleTemplate, event: TemplateEvent): Promise<TemplateRow> {
  const row = await loadTemplate(tx, input.tenant, input.templateId, input.version);
  authoriseTransition(templateLifecycle, row.state, event, actor, { tenant: row.tenant });
  return row;
}
