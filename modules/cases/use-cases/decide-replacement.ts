import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { meetClock } from '../../policy/index.ts';
import { notifyRecipient } from '../notices.ts';
import { issueCasePaper } from '../papers.ts';
import type { ApproveReplacement, KeepHandler } from '../replacement-schema.ts';
import { countsOf } from '../rules/counting.ts';
import { type AidCase, loadCase } from '../store/cases.ts';
import { updateDesignation } from '../store/designations.ts';
import { type Replacement, replacementsOf, updateReplacement } from '../store/replacements.ts';
import { nextDue, startDesignationAnew } from './clock.ts';
import { loadForMove, moveCase, undesignated } from './move.ts';
import { currentDesignation } from './record-agreement.ts';

export interface ReplacementDecided {
  readonly version: number;
  /** The approval form (no. 16). */
  readonly documentId: string;
}

/**
 * 同意更换: the approval form and the notice to the unit are issued, the former designation ends, and the case is designated anew.
 * Never by whoever took the request in. The former handler hands the papers over to the new one.
 */
export async function approveReplacement(
  tx: Tx,
  actor: Actor,
  input: ApproveReplacement,
): Promise<ReplacementDecided & { readonly noticeId: string }> {
  const { aidCase, replacement } = await loadForDecision(tx, actor, input, 'approveReplacement');
  const former = await currentDesignation(tx, aidCase);
  await updateReplacement(tx, replacement, decision(tx, actor, 'approved', input.opinion));
  await updateDesignation(tx, aidCase.tenant, former.id, { state: 'replaced' });
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'decideReplacement' });
  const due = await startDesignationAnew(tx, aidCase);
  const paper = { replacement, former, opinion: input.opinion, decidedBy: actor.name, replaceBy: due.dueOn };
  const form = await issueCasePaper(tx, actor, aidCase, 'replacementApproval', { ...paper, outcome: 'replace' });
  const notice = await issueCasePaper(tx, actor, aidCase, 'replacementNotice', paper);
  const moved = await moveCase(
    tx,
    aidCase,
    'approveReplacement',
    { ...undesignated, ...due },
    { replacementId: replacement.id, designationId: former.id, handlerId: former.handlerId },
  );
  for (const count of countsOf('cases.replaced', moved, tx.today, { ground: replacement.ground })) tx.count(count);
  notifyRecipient(tx, moved, 'replacementApproved');
  return { version: moved.version, documentId: form.documentId, noticeId: notice.documentId };
}

/** 不予更换, with the reason in writing; the handling goes on where it stood. */
export async function keepHandler(tx: Tx, actor: Actor, input: KeepHandler): Promise<ReplacementDecided> {
  const { agreementOn, withoutAgreement } = await loadCase(tx, input);
  const event = agreementOn === null && withoutAgreement === null ? 'keepHandlerUnsigned' : 'keepHandler';
  const { aidCase, replacement } = await loadForDecision(tx, actor, input, event);
  await updateReplacement(tx, replacement, decision(tx, actor, 'kept', input.opinion));
  await meetClock(tx, { tenant: aidCase.tenant, subjectId: aidCase.id, step: 'decideReplacement' });
  const form = await issueCasePaper(tx, actor, aidCase, 'replacementApproval', {
    replacement,
    former: await currentDesignation(tx, aidCase),
    opinion: input.opinion,
    decidedBy: actor.name,
    outcome: 'keep',
  });
  const moved = await moveCase(tx, aidCase, event, await nextDue(tx, aidCase), { replacementId: replacement.id });
  notifyRecipient(tx, moved, 'handlerKept');
  return { version: moved.version, documentId: form.documentId };
}

type DecisionEvent = 'approveReplacement' | 'keepHandler' | 'keepHandlerUnsigned';

async function loadForDecision(
  tx: Tx,
  actor: Actor,
  input: ApproveReplacement | KeepHandler,
  event: DecisionEvent,
): Promise<{ aidCase: AidCase; replacement: Replacement }> {
  const aidCase = await loadForMove(tx, actor, input, event);
  const replacement = (await replacementsOf(tx, aidCase.tenant, aidCase.id)).find((r) => r.state === 'requested');
  // The case was still asked for another handler when it was loaded: whoever decided since has moved it on.
  if (replacement === undefined) throw new Refusal('record.stale', { current: aidCase.version + 1 });
  if (replacement.requestedBy === actor.id) throw new Refusal('case.replacementSameHand');
  return { aidCase, replacement };
}

function decision(tx: Tx, actor: Actor, state: 'approved' | 'kept', opinion: string) {
  return { state, opinion, decidedBy: actor.id, decidedOn: tx.today };
}
