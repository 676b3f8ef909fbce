import { Refusal } from '../../kernel/errors/index.ts';
import { citizenActor, type Idempotency, runUseCase } from '../../kernel/use-case/index.ts';
import type { Draft } from '../../modules/applications/index.ts';
import type { Site } from './site.ts';

// A draft is sent once, however often the button is pressed.

/** What makes two presses one. */
export const sending = (tenant: string, draft: Draft): Idempotency => ({
  tenant,
  key: `draft:${draft.id}`,
  request: { draft: draft.id },
});

/** What the first press was answered, for as long as answers are kept; undefined afterwards. */
export async function sentBefore<T>(site: Site, draft: Draft): Promise<T | undefined> {
  if (draft.submitted === null) return undefined;
  const { tenant } = draft.submitted;
  try {
    return await runUseCase<T>(
      site.deps.runner,
      citizenActor(tenant),
      async () => {
        throw new Refusal('draft.submitted');
      },
      { idempotency: sending(tenant, draft) },
    );
  } catch (error) {
    if (error instanceof Refusal && error.code === 'draft.submitted') return undefined;
    throw error;
  }
}
