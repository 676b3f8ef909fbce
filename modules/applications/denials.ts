import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runUseCase } from '../../kernel/use-case/index.ts';
import { findApplication } from './store.ts';

/** Refusals that say "not you": whoever met one tried what is somebody else's to do. */
const notYours = ['auth.forbidden', 'application.sameHand', 'objection.ownHand'];

/**
 * Make a move, and remember the attempt of somebody who may not: its transaction is undone, so the event has one of its own.
 * Only what the actor could see gets this far: an application hidden from them is not found, and nothing is written.
 */
export async function rememberingDenials<T>(
  deps: Pick<HttpDeps, 'runner'>,
  actor: Actor,
  of: { readonly tenant: string; readonly applicationId: string; readonly move: string },
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Refusal && notYours.includes(error.code)) {
      // Written in the matter's own place: a station's clerk sees what they took in, and may not write there.
      const scope = { tenants: [of.tenant], agencies: [] };
      await runUseCase(
        deps.runner,
        actor,
        async (tx) => {
          const row = await findApplication(tx, of.tenant, of.applicationId);
          if (row === undefined) return;
          tx.record({
            tenant: row.tenant,
            matterId: row.matterId,
            kind: 'application.moveDenied',
            subject: 'application',
            subjectId: row.id,
            payload: { move: of.move, code: error.code, permission: error.details.permission ?? null },
          });
        },
        { scope },
      );
    }
    throw error;
  }
}
