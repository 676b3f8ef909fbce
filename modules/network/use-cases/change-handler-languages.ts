import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import { Language, TenantCode } from '../schema.ts';
import { handlerById, updateHandlerLanguages } from '../store/handlers.ts';

export const ChangeHandlerLanguages = z.strictObject({
  tenant: TenantCode,
  handlerId: z.uuid(),
  version: z.int().min(1),
  /** All of them, not only those that are new. */
  languages: z
    .array(Language)
    .min(1)
    .max(11)
    .transform((all) => [...new Set(all)]),
});
export type ChangeHandlerLanguages = z.infer<typeof ChangeHandlerLanguages>;

/** 语言: what a handler can be spoken to in. The next ranking of every case counts with it. */
export async function changeHandlerLanguages(
  tx: Tx,
  actor: Actor,
  input: ChangeHandlerLanguages,
): Promise<{ version: number }> {
  actor.must(mayManageNetwork, input);
  const handler = await handlerById(tx, input.tenant, input.handlerId);
  if (handler === undefined) throw new Refusal('record.notFound');
  if (handler.version !== input.version) throw new Refusal('record.stale', { current: handler.version });
  if (!(await updateHandlerLanguages(tx, handler, input.languages)))
    throw new Refusal('record.stale', { current: handler.version + 1 });
  tx.record({
    tenant: handler.tenant,
    matterId: handler.id,
    kind: 'handler.languagesChanged',
    subject: 'handler',
    subjectId: handler.id,
    payload: { from: handler.languages, to: input.languages },
  });
  return { version: handler.version + 1 };
}
