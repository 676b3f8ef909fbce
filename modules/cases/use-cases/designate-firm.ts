import { Refusal } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { agencyById } from '../../network/index.ts';
import { meetClock } from '../../policy/index.ts';
import type { DesignateFirm, GiveBack, NameHandler, RecallFirm } from '../method-schema.ts';
import { issueCasePaper } from '../papers.ts';
import { decideByMethod, firmsFor } from '../rules/methods.ts';
import { answerForFirm, firmsAsked, insertFirmDesignation } from '../store/firms.ts';
import { backToDesignation } from './answer-designation.ts';
import { nextDue, sooner, startCaseClock } from './clock.ts';
import { loadForMove, moveCase } from './move.ts';
import { recordDesignation, refusedMethod } from './record-designation.ts';
import { viewHandlers } from './view-handlers.ts';

/**
 * 指派到单位, the first of two steps: a firm or office that has somebody who may act gets the case with the notice (Legal Aid Law arts
 * 16, 43); its five days for the agreement begin, whoever of its people it names.
 */
export async function designateFirm(
  tx: Tx,
  actor: Actor,
  input: DesignateFirm,
): Promise<{ version: number; documentId: string; documentNumber: string | null; signAgreementBy: LocalDate | null }> {
  const aidCase = await loadForMove(tx, actor, input, 'designateFirm');
  const { tenant } = aidCase;
  const view = await viewHandlers(tx, aidCase);
  const asked = await firmsAsked(tx, tenant, aidCase.id);
  const gaveBack = asked.filter(({ state }) => state === 'givenBack').map(({ agencyId }) => agencyId);
  const fits = firmsFor(view.ranking, gaveBack).some(({ agencyId }) => agencyId === input.agencyId);
  const firm = fits ? await agencyById(tx, tenant, input.agencyId) : undefined;
  if (firm === undefined)
    throw new Refusal('input.invalid', {}, [{ pointer: '/agencyId', code: 'case.firmHasNobody' }]);
  await insertFirmDesignation(tx, {
    tenant,
    id: tx.newId(),
    caseId: aidCase.id,
    agencyId: firm.id,
    agencyName: firm.name,
    state: 'asked',
    designatedBy: actor.id,
    designatedAt: tx.at,
    designatedOn: tx.today,
  });
  await meetClock(tx, { tenant, subjectId: aidCase.id, step: 'designate' });
  const agreement = startCaseClock(tx, aidCase, 'signAgreement', tx.today);
  const due = sooner(agreement, await nextDue(tx, aidCase));
  const moved = await moveCase(
    tx,
    aidCase,
    'designateFirm',
    { firmId: firm.id, handlerUnit: firm.name, ...due },
    { agencyId: firm.id, candidates: view.ranking.candidates.length },
  );
  const signAgreementBy = agreement.dueOn;
  const paper = await issueCasePaper(tx, actor, moved, 'designationNotice', { unit: firm.name, signAgreementBy });
  return { version: moved.version, documentId: paper.documentId, documentNumber: paper.number, signAgreementBy };
}

/** 确定承办人, the second step: by the head of the firm, or written down at the counter from the firm's word. */
export async function nameHandler(
  tx: Tx,
  actor: Actor,
  input: NameHandler,
): Promise<{ version: number; designationId: string }> {
  const aidCase = await loadForMove(tx, actor, input, 'nameHandler');
  const view = await viewHandlers(tx, aidCase);
  const { handlerId, reason } = input;
  const firmId = aidCase.firmId ?? undefined;
  const decision = decideByMethod(view.ranking, { method: 'firm', handlerId, reason, firmId });
  if (!decision.ok) throw refusedMethod(decision.fault);
  const chosen = { method: 'firm', candidate: decision.value, reason } as const;
  const { moved, designationId } = await recordDesignation(tx, actor, aidCase, view, 'nameHandler', chosen);
  await answerForFirm(tx, aidCase, { state: 'named', designationId });
  return { version: moved.version, designationId };
}

/** 单位不能承办: with a good reason (art. 46); the case is designated anew, and this firm is not asked again. */
export async function giveBack(tx: Tx, actor: Actor, input: GiveBack): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'giveBack');
  const { ground, reason } = input;
  await answerForFirm(tx, aidCase, { state: 'givenBack', ground, reason });
  const moved = await backToDesignation(tx, aidCase, 'giveBack', { agencyId: aidCase.firmId, ground });
  return { version: moved.version };
}

/** 收回对单位的指派, before it has named anybody. */
export async function recallFirm(tx: Tx, actor: Actor, input: RecallFirm): Promise<{ version: number }> {
  const aidCase = await loadForMove(tx, actor, input, 'recallFirm');
  await answerForFirm(tx, aidCase, { state: 'recalled', reason: input.reason });
  const moved = await backToDesignation(tx, aidCase, 'recallFirm', { agencyId: aidCase.firmId });
  return { version: moved.version };
}
