import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import type { Wish } from '../method-schema.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import { countsOf } from '../rules/counting.ts';
import type { Candidate } from '../rules/designation.ts';
import type { MethodFault } from '../rules/methods.ts';
import { rankingVersion } from '../rules/ranking.ts';
import type { DepartureGround, DesignationMethod } from '../schema.ts';
import type { AidCase } from '../store/cases.ts';
import { insertDesignation } from '../store/designations.ts';
import { nextDue, sooner, startCaseClock } from './clock.ts';
import { moveCase } from './move.ts';
import type { RankingView } from './view-handlers.ts';

export interface Designated {
  readonly version: number;
  readonly designationId: string;
  readonly documentId: string;
  readonly documentNumber: string | null;
  /** The last day for the agreement. */
  readonly signAgreementBy: LocalDate | null;
}

export interface ChosenHandler {
  readonly method: DesignationMethod;
  readonly candidate: Candidate;
  readonly reason?: string | undefined;
  readonly departure?: DepartureGround | undefined;
  readonly wish?: Wish | undefined;
}

/**
 * What every method ends with: the designation with its score as it was, the clocks, the notice to the unit, the counts, and the
 * word to the recipient. `takeOffer` has been accepted in the same breath. A case that a firm has keeps the firm's clock and notice.
 */
export async function recordDesignation(
  tx: Tx,
  actor: Actor,
  aidCase: AidCase,
  view: RankingView,
  event: 'designate' | 'takeOffer' | 'nameHandler',
  { method, candidate, reason, departure, wish }: ChosenHandler,
): Promise<{ readonly moved: AidCase; readonly designationId: string; readonly signAgreementBy: LocalDate | null }> {
  const handler = view.handlers.get(candidate.handlerId);
  if (handler === undefined) throw new Refusal('case.handlerUnknown');
  const designationId = tx.newId();
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'designate' });
  const running = await nextDue(tx, aidCase);
  const agreement = event === 'nameHandler' ? undefined : startCaseClock(tx, aidCase, 'signAgreement', tx.today);
  // An organ may still wait for its answer, which is due sooner.
  const due = agreement === undefined ? running : sooner(agreement, running);
  const { total, lines, rank } = candidate;
  const candidates = view.ranking.candidates.length;
  const taken = event === 'takeOffer';
  await insertDesignation(tx, {
    tenant: aidCase.tenant,
    id: designationId,
    caseId: aidCase.id,
    handlerId: handler.id,
    handlerKind: handler.kind,
    handlerName: handler.name,
    agencyId: handler.agencyId,
    agencyName: handler.agencyName,
    state: taken ? 'accepted' : 'offered',
    answeredAt: taken ? tx.at : null,
    method,
    departure: departure ?? null,
    wish: wish === undefined ? null : JSON.stringify(wish),
    designatedBy: actor.id,
    designatedAt: tx.at,
    designatedOn: tx.today,
    rank,
    candidates,
    score: JSON.stringify({ version: rankingVersion, total, lines }),
    reason: reason ?? null,
  });
  const moved = await moveCase(
    tx,
    aidCase,
    event,
    {
      designationId,
      firmId: null,
      handlerId: handler.id,
      handlerName: handler.name,
      handlerUnit: handler.agencyName,
      designatedOn: tx.today,
      ...due,
    },
    { designationId, handlerId: handler.id, method, rank, candidates, departs: departure !== undefined },
  );
  for (const count of countsOf('cases.designated', moved, tx.today, { handlerKind: handler.kind })) tx.count(count);
  notifyRecipient(tx, moved, 'designated');
  return { moved, designationId, signAgreementBy: agreement?.dueOn ?? null };
}

/** The notice to the unit, and what the desk is told. */
export async function withNotice(
  tx: Tx,
  actor: Actor,
  view: RankingView,
  { moved, designationId, signAgreementBy }: Awaited<ReturnType<typeof recordDesignation>>,
): Promise<Designated> {
  const handler = moved.handlerId === null ? undefined : view.handlers.get(moved.handlerId);
  if (handler === undefined) throw new Refusal('case.handlerUnknown');
  const { agencyName } = handler;
  const paper = await issueCasePaper(tx, actor, moved, 'designationNotice', {
    unit: agencyName,
    handler,
    signAgreementBy,
  });
  return {
    version: moved.version,
    designationId,
    documentId: paper.documentId,
    documentNumber: paper.number,
    signAgreementBy,
  };
}

const pointers: Partial<Readonly<Record<MethodFault['code'], string>>> = {
  'case.cautionReason': '/reason',
  'case.overrideReason': '/reason',
  'case.notTheirTurn': '/handlerId',
  'case.methodKind': '/handlerId',
  'case.notOfFirm': '/handlerId',
  'case.wishMissing': '/wish',
};

/** A fault of the rules as the refusal of the use case. */
export function refusedMethod(fault: MethodFault): Refusal {
  if (fault.code === 'case.handlerBarred') {
    const faults = fault.reasons.map(({ code }) => ({ pointer: '/handlerId', code: `case.bar.${code}` }));
    return new Refusal(fault.code, {}, faults);
  }
  const pointer = pointers[fault.code];
  return pointer === undefined
    ? new Refusal(fault.code)
    : new Refusal('input.invalid', {}, [{ pointer, code: fault.code }]);
}
