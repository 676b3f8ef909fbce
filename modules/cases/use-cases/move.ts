import type { Updateable } from 'kysely';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, authoriseTransition, type Place, type Tx } from '../../../kernel/use-case/index.ts';
import { handlerByAccount } from '../../network/index.ts';
import { type CaseEvent, type CaseState, caseLifecycle, deskOf } from '../lifecycle.ts';
import { type AidCase, loadCase, updateCase } from '../store/cases.ts';
import type { AidCaseTable } from '../tables.ts';

const pastTense: Readonly<Record<CaseEvent, string>> = {
  designate: 'designated',
  openOffer: 'offered',
  takeOffer: 'offerTaken',
  closeOffer: 'offerClosed',
  lapseOffer: 'offerLapsed',
  designateFirm: 'firmDesignated',
  nameHandler: 'handlerNamed',
  giveBack: 'givenBackByFirm',
  recallFirm: 'firmRecalled',
  accept: 'designationAccepted',
  decline: 'designationDeclined',
  recall: 'designationRecalled',
  recordAgreement: 'agreementRecorded',
  noteProgress: 'progressNoted',
  reportClosing: 'closed',
  submitFile: 'fileSubmitted',
  returnFile: 'fileReturned',
  acceptFile: 'archived',
  terminate: 'terminated',
  recordNotification: 'terminationNotified',
  requestReplacement: 'replacementRequested',
  approveReplacement: 'replacementApproved',
  keepHandler: 'handlerKept',
  keepHandlerUnsigned: 'handlerKept',
  recordHandover: 'papersHandedOver',
  replyOrgan: 'organTold',
  reportRefusal: 'refusedByAccused',
  takeRenotice: 'notifiedAgain',
  resumeDefence: 'defenceResumed',
  fixHearing: 'hearingFixed',
  moveHearing: 'hearingMoved',
  claimCost: 'costClaimed',
  reportMajorMatter: 'majorMatterReported',
  issueFeeLetter: 'feeLetterIssued',
  referForRelief: 'referredForRelief',
  raiseObjection: 'terminationContested',
  maintain: 'terminationUpheld',
  orderCorrection: 'correctionOrdered',
  revokeTermination: 'terminationRevoked',
  resumeHandling: 'resumed',
  resumeSigning: 'resumed',
  resumeByDesignation: 'resumed',
};

/** What a case no longer has while it waits for another designation. */
export const undesignated = {
  designationId: null,
  firmId: null,
  handlerId: null,
  handlerName: null,
  handlerUnit: null,
  designatedOn: null,
  agreementOn: null,
  withoutAgreement: null,
} as const satisfies Updateable<AidCaseTable>;

/** Load the case at the caller's version, and check that the table has the move and that the actor may make it in this case. */
export async function loadForMove(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly caseId: string; readonly version: number },
  event: CaseEvent,
): Promise<AidCase> {
  const aidCase = await loadCase(tx, input);
  try {
    await authoriseMove(tx, actor, aidCase, event);
  } catch (error) {
    throw remembered(error, aidCase, event);
  }
  return aidCase;
}

async function authoriseMove(tx: Tx, actor: Actor, aidCase: AidCase, event: CaseEvent): Promise<void> {
  const place = { tenant: aidCase.tenant };
  const { by } = authoriseTransition(caseLifecycle, aidCase.state, event, actor, firmPlace(aidCase));
  // The page that a citizen acts from has checked the matter's number and code; a case on offer is nobody's yet.
  if (actor.kind === 'citizen' || event === 'takeOffer') return;
  const desk = by.filter((role) => role !== 'handler' && role !== 'firmHead');
  if (actor.holds(desk, place)) return;
  // A head speaks for the one firm that the role was given for.
  if (by.includes('firmHead')) {
    if (!headsFirm(actor, aidCase)) throw new Refusal('case.notYours');
    return;
  }
  await mustBeTheirs(tx, actor, aidCase);
}

/** Where a case lies for those whose role is bound to a firm. */
export function firmPlace({ tenant, firmId }: Pick<AidCase, 'tenant' | 'firmId'>): Place {
  return firmId === null ? { tenant } : { tenant, agency: firmId };
}

/** True for the head of the firm that has the case. */
function headsFirm(actor: Actor, { tenant, firmId }: AidCase): boolean {
  return actor.grants.some((g) => g.role === 'firmHead' && g.tenant === tenant && g.agency === firmId);
}

const reached = ['auth.forbidden', 'case.notYours'];

/** Who reached for a case that is not theirs to move stays in its memory. */
function remembered(error: unknown, aidCase: AidCase, event: CaseEvent): unknown {
  if (!(error instanceof Refusal) || !reached.includes(error.code)) return error;
  return new Refusal(error.code, error.details, error.faults, {
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    kind: 'case.moveForbidden',
    subject: 'case',
    subjectId: aidCase.id,
    payload: { event, state: aidCase.state, code: error.code },
  });
}

/** A handler acts in, and looks at, their own cases only. @throws Refusal `case.notYours` */
export async function mustBeTheirs(tx: Tx, actor: Actor, aidCase: AidCase): Promise<void> {
  const own = await handlerByAccount(tx, aidCase.tenant, actor.id);
  if (own === undefined || own.id !== aidCase.handlerId) throw new Refusal('case.notYours');
}

/**
 * Make a move of the life cycle: the row's next state with what changes beside it, and the event that remembers it.
 * The move was authorised when the case was loaded. @throws Refusal `record.stale` when somebody was faster
 */
export async function moveCase(
  tx: Tx,
  aidCase: AidCase,
  event: CaseEvent,
  changes: Updateable<AidCaseTable> = {},
  payload: Readonly<Record<string, unknown>> = {},
): Promise<AidCase> {
  const to = nextState(aidCase.state, event);
  const desk = deskOf(to, (changes.notifiedOn ?? aidCase.notifiedOn) !== null);
  const moved = await updateCase(tx, aidCase, { ...changes, state: to, desk });
  tx.record({
    tenant: aidCase.tenant,
    matterId: aidCase.matterId,
    kind: `case.${pastTense[event]}`,
    subject: 'case',
    subjectId: aidCase.id,
    payload: { from: aidCase.state, to, ...payload },
  });
  return moved;
}

function nextState(state: CaseState, event: CaseEvent): CaseState {
  const on: Readonly<Record<string, { readonly to: string }>> = caseLifecycle.states[state].on;
  const move = on[event];
  if (move === undefined) throw new Refusal('record.actionNotAllowed', { state, event, lifecycle: caseLifecycle.name });
  return move.to as CaseState;
}
