import { Refusal } from '../../../kernel/errors/index.ts';
import type { Instant } from '../../../kernel/time/index.ts';
import { type Actor, systemActor, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import type { AnswerOffer, CloseOffer, OpenOffer } from '../method-schema.ts';
import { mayAnswerOffers } from '../permissions.ts';
import { decideByMethod, offeredTo } from '../rules/methods.ts';
import { loadCase, updateCase } from '../store/cases.ts';
import { endOffer, insertOffer, insertPass, offersFor } from '../store/offers.ts';
import { courtPapers } from './answer-designation.ts';
import { loadForMove, moveCase } from './move.ts';
import { type Designated, recordDesignation, refusedMethod, withNotice } from './record-designation.ts';
import { viewHandlers } from './view-handlers.ts';

export const lapseTopic = 'case.offer.lapse';

/**
 * 公开征集: to everybody who may act today and in whom nothing has to be looked into. The law's three days to designate go on
 * running. The worker takes the case back when the hours are over.
 */
export async function openOffer(
  tx: Tx,
  actor: Actor,
  input: OpenOffer,
): Promise<{ version: number; offerId: string; offeredTo: number; expiresAt: Instant }> {
  const aidCase = await loadForMove(tx, actor, input, 'openOffer');
  const { tenant } = aidCase;
  const asked = offeredTo((await viewHandlers(tx, aidCase)).ranking).map(({ handlerId }) => handlerId);
  if (asked.length === 0) throw new Refusal('case.nobodyToOffer');
  const offerId = tx.newId();
  const expiresAt = new Date(Date.parse(tx.at) + input.hours * 3_600_000).toISOString();
  await insertOffer(tx, {
    tenant,
    id: offerId,
    caseId: aidCase.id,
    state: 'open',
    offeredTo: asked,
    offeredBy: actor.id,
    offeredAt: tx.at,
    expiresAt,
  });
  tx.send({ tenant, topic: lapseTopic, key: offerId, payload: { caseId: aidCase.id, offerId }, notBefore: expiresAt });
  const moved = await moveCase(tx, aidCase, 'openOffer', {}, { offerId, offeredTo: asked.length, expiresAt });
  return { version: moved.version, offerId, offeredTo: asked.length, expiresAt };
}

/**
 * 接受征集: the first to accept has the case. The offer's own row tells who was first; whether the handler may act is judged anew,
 * because a conflict or a suspension may have come up since.
 * @throws Refusal `case.offerGone` for everybody after the first, and when the hours are over
 */
export async function takeOffer(tx: Tx, actor: Actor, input: AnswerOffer): Promise<Designated> {
  const { tenant, caseId, offerId } = input;
  actor.must(mayAnswerOffers, { tenant });
  const own = await handlerByAccount(tx, tenant, actor.id);
  if (own === undefined) throw new Refusal('case.notYours');
  const offer = await endOffer(tx, { tenant, caseId, offerId, stillOpenAt: tx.at }, 'taken');
  if (offer === undefined) throw new Refusal('case.offerGone');
  const { version } = await loadCase(tx, { tenant, caseId });
  const aidCase = await loadForMove(tx, actor, { tenant, caseId, version }, 'takeOffer');
  const view = await viewHandlers(tx, aidCase);
  const decision = decideByMethod(view.ranking, { method: 'offer', handlerId: own.id });
  if (!decision.ok) throw refusedMethod(decision.fault);
  const made = await recordDesignation(tx, actor, aidCase, view, 'takeOffer', {
    method: 'offer',
    candidate: decision.value,
  });
  const due = courtPapers(tx, made.moved);
  const moved = due === undefined ? made.moved : await updateCase(tx, made.moved, due);
  return withNotice(tx, actor, view, { ...made, moved });
}

/** 不承接: the handler lets it go. Nothing else changes, and no reason is asked: nobody was designated. */
export async function letOfferGo(tx: Tx, actor: Actor, input: AnswerOffer): Promise<{ done: true }> {
  const { tenant, caseId, offerId } = input;
  actor.must(mayAnswerOffers, { tenant });
  const own = await handlerByAccount(tx, tenant, actor.id);
  if (own === undefined) throw new Refusal('case.notYours');
  const waiting = (await offersFor(tx, tenant, own.id)).find(({ offer }) => offer.id === offerId);
  if (waiting === undefined || waiting.aidCase.id !== caseId) throw new Refusal('case.offerGone');
  await insertPass(tx, tenant, offerId, own.id);
  return { done: true };
}

/** 收回征集, before anybody has taken it. */
export async function closeOffer(tx: Tx, actor: Actor, input: CloseOffer): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'closeOffer');
  await endOffer(tx, { tenant: aidCase.tenant, caseId: aidCase.id }, 'closed');
  const moved = await moveCase(tx, aidCase, 'closeOffer');
  return { version: moved.version };
}

/** 征集到期: back to the designator's desk. Done once, however often the worker is told; nothing where somebody was first. */
export async function lapseOffer(tx: Tx, at: AnswerOffer): Promise<void> {
  const { tenant, caseId, offerId } = at;
  if ((await endOffer(tx, { tenant, caseId, offerId }, 'lapsed')) === undefined) return;
  const { version } = await loadCase(tx, { tenant, caseId });
  const aidCase = await loadForMove(tx, systemActor, { tenant, caseId, version }, 'lapseOffer');
  await moveCase(tx, aidCase, 'lapseOffer', {}, { offerId });
}
