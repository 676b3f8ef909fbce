import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { maySetNumberStyle } from '../permissions.ts';
import { defaultNumberTemplate, numberTemplateFault } from '../rules/document-number.ts';
import { line } from '../schema.ts';
import { saveNumberStyle } from '../store.ts';

export const SetNumberStyle = z.strictObject({
  tenant: z.string().regex(/^\d{6}$/),
  agencyWord: line(12).min(1),
  template: line(80).default(defaultNumberTemplate),
});
export type SetNumberStyle = z.infer<typeof SetNumberStyle>;

/** Set a centre's word and number pattern. Numbers already given out stay as they are. */
export async function setNumberStyle(tx: Tx, actor: Actor, input: SetNumberStyle): Promise<void> {
  actor.must(maySetNumberStyle, { tenant: input.tenant });
  if (numberTemplateFault(input.template)) throw new Refusal('document.numberTemplate');
  await saveNumberStyle(tx, input.tenant, input, actor.id);
}
