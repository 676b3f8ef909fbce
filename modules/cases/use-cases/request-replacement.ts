import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { groundsOfAsker, type RequestReplacement } from '../replacement-schema.ts';
import { insertReplacement } from '../store/replacements.ts';
import { checkDay } from './check-day.ts';
import { startCaseClock } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

/**
 * 请求更换承办人: by the recipient on their own page or at the counter, or by the handler who cannot go on (Legal Aid Law art. 55;
 * procedure arts 37, 38). The five days run from the day of receipt; until then whoever acts goes on acting.
 */
export async function requestReplacement(
  tx: Tx,
  actor: Actor,
  input: RequestReplacement,
): Promise<{ version: number; decideBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'requestReplacement');
  if (!(await mayAskFor(tx, actor, input))) throw new Refusal('case.replacementNotYours');
  if (!groundsOfAsker[input.askedBy].includes(input.ground)) {
    throw new Refusal('input.invalid', {}, [{ pointer: '/ground', code: 'case.replacementGround' }]);
  }
  const receivedOn = input.receivedOn ?? tx.today;
  checkDay(tx, receivedOn, '/receivedOn', aidCase.designatedOn, 'case.dateBeforeDesignation');
  const designation = await currentDesignation(tx, aidCase);
  const replacementId = tx.newId();
  await insertReplacement(tx, {
    tenant: aidCase.tenant,
    id: replacementId,
    caseId: aidCase.id,
    designationId: designation.id,
    askedBy: input.askedBy,
    ground: input.ground,
    facts: input.facts,
    receivedOn,
    requestedBy: actor.id,
    requestedAt: tx.at,
  });
  const due = startCaseClock(tx, aidCase, 'decideReplacement', receivedOn);
  const moved = await moveCase(tx, aidCase, 'requestReplacement', due, {
    replacementId,
    askedBy: input.askedBy,
    ground: input.ground,
    receivedOn,
  });
  return { version: moved.version, decideBy: due.dueOn };
}

/** A citizen asks as the recipient, a handler for themselves; the desk writes down either from paper or by word of mouth. */
async function mayAskFor(tx: Tx, actor: Actor, { tenant, askedBy, receivedOn }: RequestReplacement): Promise<boolean> {
  if (actor.kind === 'citizen') return askedBy === 'recipient' && receivedOn === undefined;
  if (actor.holds(['clerk'], { tenant })) return true;
  return askedBy === 'handler' && (await handlerByAccount(tx, tenant, actor.id)) !== undefined;
}
