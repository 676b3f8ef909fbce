import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runUseCase } from '../../kernel/use-case/index.ts';
import { findApplication } from './store.ts';

/** Refusals that say "not you": whoever met one tried what is somebody else's to do. */
const notYours = ['auth.forbidden', 'application.sameHand', 'objection.ownHand'];

/**
 * Make a move, and remember the attempt of somebody who may not: its transaction is undone, so the event has one of its own.
 * An application that the actor cannot even see leaves no trace: there is no matter of theirs to write it to.
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
      await runUseCase(deps.runner, actor, async (tx) => {
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
      });
    }
    throw error;
  }
}
