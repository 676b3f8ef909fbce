import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type Handler, handlerByAccount, handlerById } from '../../network/index.ts';
import type { DeclareRelative, WithdrawRelative } from '../conflict-schema.ts';
import { mayDeclareRelatives } from '../permissions.ts';
import { insertRelative, type Relative, relativesOf, withdrawRelativeRow } from '../store/relatives.ts';

/** 回避声明: a relative is told of, so that no case against them comes to this handler unseen. */
export async function declareRelative(tx: Tx, actor: Actor, input: DeclareRelative): Promise<{ relativeId: string }> {
  const handler = await speaksFor(tx, actor, input);
  const relativeId = tx.newId();
  const { tenant, relation, name } = input;
  await insertRelative(tx, { tenant, id: relativeId, handlerId: handler.id, relation, name, declaredBy: actor.id });
  remember(tx, handler, 'relativeDeclared', relativeId);
  return { relativeId };
}

export async function withdrawRelative(tx: Tx, actor: Actor, input: WithdrawRelative): Promise<{ done: true }> {
  const handler = await speaksFor(tx, actor, input);
  if (!(await withdrawRelativeRow(tx, input.tenant, input.relativeId, handler.id)))
    throw new Refusal('record.notFound');
  remember(tx, handler, 'relativeWithdrawn', input.relativeId);
  return { done: true };
}

/** The handler's own list. */
export async function listRelatives(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string },
): Promise<readonly Relative[]> {
  const handler = await speaksFor(tx, actor, input);
  return relativesOf(tx, input.tenant, handler.id);
}

async function speaksFor(
  tx: Tx,
  actor: Actor,
  { tenant, handlerId }: { readonly tenant: string; readonly handlerId?: string | undefined },
): Promise<Handler> {
  actor.must(mayDeclareRelatives, { tenant });
  if (handlerId !== undefined && !actor.holds(['designator'], { tenant })) throw new Refusal('case.notYours');
  const handler =
    handlerId === undefined ? await handlerByAccount(tx, tenant, actor.id) : await handlerById(tx, tenant, handlerId);
  if (handler === undefined) throw new Refusal(handlerId === undefined ? 'case.notYours' : 'case.handlerUnknown');
  return handler;
}

/** The register's own chain: a handler is no matter, so the handler's id stands for one. */
function remember(tx: Tx, { tenant, id }: Handler, what: string, relativeId: string): void {
  tx.record({
    tenant,
    matterId: id,
    kind: `handler.${what}`,
    subject: 'handler',
    subjectId: id,
    payload: { relativeId },
  });
}
