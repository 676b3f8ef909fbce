import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import { countsOf } from '../rules/counting.ts';
import { type DesignationFault, decideDesignation } from '../rules/designation.ts';
import { rankingVersion } from '../rules/ranking.ts';
import type { DesignateHandler } from '../schema.ts';
import { insertDesignation } from '../store/designations.ts';
import { nextDue, sooner, startCaseClock } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';
import { viewHandlers } from './view-handlers.ts';

export interface Designated {
  readonly version: number;
  readonly designationId: string;
  readonly documentId: string;
  readonly documentNumber: string | null;
  /** The last day for the agreement. */
  readonly signAgreementBy: LocalDate | null;
}

/**
 * 指派: one who may act is designated, with the notice; the five days for the agreement begin. Whoever may not act cannot be
 * designated, whatever the reason; departing from the ranking needs one.
 */
export async function designateHandler(tx: Tx, actor: Actor, input: DesignateHandler): Promise<Designated> {
  const aidCase = await loadForMove(tx, actor, input, 'designate');
  const view = await viewHandlers(tx, aidCase);
  const decision = decideDesignation(view.ranking, input.handlerId, input.reason);
  if (!decision.ok) throw refused(decision.fault);
  const candidate = decision.value;
  const handler = view.handlers.get(candidate.handlerId);
  if (handler === undefined) throw new Refusal('case.handlerUnknown');

  const designationId = tx.newId();
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'designate' });
  const agreement = startCaseClock(tx, aidCase, 'signAgreement', tx.today);
  // An organ may still wait for its answer, which is due sooner.
  const due = sooner(agreement, await nextDue(tx, aidCase));
  const { total, lines, rank } = candidate;
  await insertDesignation(tx, {
    tenant: aidCase.tenant,
    id: designationId,
    caseId: aidCase.id,
    handlerId: handler.id,
    handlerKind: handler.kind,
    handlerName: handler.name,
    agencyId: handler.agencyId,
    agencyName: handler.agencyName,
    state: 'offered',
    designatedBy: actor.id,
    designatedAt: tx.at,
    designatedOn: tx.today,
    rank,
    candidates: view.ranking.candidates.length,
    score: JSON.stringify({ version: rankingVersion, total, lines }),
    reason: input.reason ?? null,
  });
  const moved = await moveCase(
    tx,
    aidCase,
    'designate',
    {
      designationId,
      handlerId: handler.id,
      handlerName: handler.name,
      handlerUnit: handler.agencyName,
      designatedOn: tx.today,
      ...due,
    },
    { designationId, handlerId: handler.id, rank, candidates: view.ranking.candidates.length, departs: rank > 1 },
  );
  const paper = await issueCasePaper(tx, actor, moved, 'designationNotice', {
    handler,
    signAgreementBy: agreement.dueOn,
  });
  for (const count of countsOf('cases.designated', moved, tx.today, { handlerKind: handler.kind })) tx.count(count);
  notifyRecipient(tx, moved, 'designated');
  return {
    version: moved.version,
    designationId,
    documentId: paper.documentId,
    documentNumber: paper.number,
    signAgreementBy: agreement.dueOn,
  };
}

function refused(fault: DesignationFault): Refusal {
  if (fault.code === 'case.handlerBarred') {
    const faults = fault.reasons.map(({ code }) => ({ pointer: '/handlerId', code: `case.bar.${code}` }));
    return new Refusal(fault.code, {}, faults);
  }
  if (fault.code === 'case.handlerUnknown') return new Refusal(fault.code);
  return new Refusal('input.invalid', {}, [{ pointer: '/reason', code: fault.code }]);
}
