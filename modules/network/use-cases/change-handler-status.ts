import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerLifecycle } from '../lifecycle.ts';
import { HandlerStatus, TenantCode } from '../schema.ts';
import { handlerById, updateHandlerStatus } from '../store/handlers.ts';

export const ChangeHandlerStatus = z.strictObject({
  tenant: TenantCode,
  handlerId: z.uuid(),
  version: z.int().min(1),
  event: z.enum(['suspend', 'reinstate', 'leave']),
  /** Why; needed for everything but a return. */
  reason: z.string().trim().max(500).nullable(),
});
export type ChangeHandlerStatus = z.infer<typeof ChangeHandlerStatus>;

/** Suspend, reinstate or take a handler off the roster. Running cases are not touched: their centre replaces the handler. */
export async function changeHandlerStatus(
  tx: Tx,
  actor: Actor,
  input: ChangeHandlerStatus,
): Promise<{ status: HandlerStatus; version: number }> {
  const handler = await handlerById(tx, input.tenant, input.handlerId);
  if (handler === undefined) throw new Refusal('record.notFound');
  const { to } = authoriseTransition(handlerLifecycle, handler.status, input.event, actor, handler);
  if (handler.version !== input.version) throw new Refusal('record.stale', { current: handler.version });
  const reason = input.reason === '' ? null : input.reason;
  if (input.event !== 'reinstate' && reason === null) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/reason', code: 'network.reasonMissing' }]);
  }
  const status = HandlerStatus.parse(to);
  if (!(await updateHandlerStatus(tx, handler, status, tx.today, status === 'active' ? null : reason))) {
    throw new Refusal('record.stale', { current: handler.version + 1 });
  }
  tx.record({
    tenant: handler.tenant,
    matterId: handler.id,
    kind: 'handler.statusChanged',
    subject: 'handler',
    subjectId: handler.id,
    payload: { from: handler.status, to: status, event: input.event },
  });
  return { status, version: handler.version + 1 };
}
