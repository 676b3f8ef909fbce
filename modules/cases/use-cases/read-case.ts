import { type DeadlineRow, openDeadlines } from '../../../kernel/deadlines/index.ts';
import { type Actor, allowedActions, type Tx } from '../../../kernel/use-case/index.ts';
import { type ArchiveLine, archiveLinesOf, mustStand } from '../../archive/index.ts';
import { type DocumentSummary, documentsOfMatter } from '../../documents/index.ts';
import { loadPersons, type PersonView } from '../../people/index.ts';
import { type CostView, costsOf, type SubsidySummary, subsidyOfCase } from '../../subsidies/index.ts';
import type { FeeGround } from '../affair-schema.ts';
import { type CaseState, caseLifecycle } from '../lifecycle.ts';
import { mayReadCases, mayReadContestedCases, mayReadOwnCases } from '../permissions.ts';
import { hasCourtFee, suggestedFeeGrounds } from '../rules/affairs.ts';
import { closingEventsFor } from '../rules/closing.ts';
import { type Conflict, conflictsOf } from '../rules/conflicts.ts';
import { type ClockChip, clockChip } from '../rules/due.ts';
import { type Catalogue, catalogueFor } from '../rules/file-catalogue.ts';
import { isResumption, type Resumption } from '../rules/resumption.ts';
import type { CaseKey, ClosingEvent } from '../schema.ts';
import { type AidCase, type LinkedStage, linkedStages, loadCase } from '../store/cases.ts';
import { type Designation, designationsOf } from '../store/designations.ts';
import { type FirmDesignation, firmsAsked } from '../store/firms.ts';
import {
  type CaseClosing,
  type CaseFile,
  type CaseProgress,
  closingOf,
  filesOf,
  progressOf,
} from '../store/handling.ts';
import { type CaseHearing, hearingsOf } from '../store/hearings.ts';
import { type DefenceRefusal, noticesOf, type OrganNotice, refusalsOf } from '../store/notices.ts';
import { type CaseOffer, offersOf } from '../store/offers.ts';
import { type CaseParty, partiesOf, partyMatches, soughtOf } from '../store/parties.ts';
import { type Replacement, replacementsOf } from '../store/replacements.ts';
import { type StoryEvent, storyOf } from '../store/story.ts';
import { type CaseTermination, terminationsOf } from '../store/terminations.ts';
import { type AffairView, affairViews } from './affairs.ts';
import { type KeptPiece, piecesOf } from './keep-piece.ts';
import { mustBeTheirs } from './move.ts';
import { isDefended } from './refused-by-accused.ts';
import { owesLetter } from './reply-organ.ts';
import { openWays } from './resume-aid.ts';

/** 案件页: all that the desk shows of one case. */
export interface CaseView {
  readonly case: AidCase;
  readonly clock: ClockChip | null;
  readonly deadlines: readonly DeadlineRow[];
  readonly recipient: PersonView | null;
  readonly parties: readonly Pick<CaseParty, 'role' | 'personId' | 'name'>[];
  readonly designations: readonly Designation[];
  /** Offers to the qualified, and firms that it went to, oldest first: for the desk. */
  readonly offers: readonly (Pick<CaseOffer, 'id' | 'state' | 'offeredAt' | 'expiresAt'> & {
    readonly asked: number;
  })[];
  readonly firms: readonly Pick<
    FirmDesignation,
    'id' | 'agencyName' | 'state' | 'designatedOn' | 'answerGround' | 'answerReason'
  >[];
  /** Possible conflicts of the present handler, should one have come up since the designation. */
  readonly conflicts: readonly Conflict[];
  /** The organ's notices, the latest last; empty for a case that was applied for. */
  readonly notices: readonly OrganNotice[];
  readonly refusals: readonly DefenceRefusal[];
  readonly hearings: readonly CaseHearing[];
  /** The stages of the same proceeding before and after this one. */
  readonly stages: readonly LinkedStage[];
  /** 更换请求, oldest first: what was asked, decided and handed over. */
  readonly replacements: readonly Replacement[];
  /** 终止, each with what became of it, oldest first. */
  readonly terminations: readonly CaseTermination[];
  /** 办理中的往来, oldest first, each with what may be done with it now. */
  readonly affairs: readonly AffairView[];
  /** Grounds for relief of the court fee that the file itself tells of; empty where there is no fee. */
  readonly feeGrounds: readonly FeeGround[];
  readonly progress: readonly CaseProgress[];
  readonly closing: CaseClosing | null;
  readonly files: readonly CaseFile[];
  /** Pieces uploaded so far, whether or not they were handed in. */
  readonly pieces: readonly KeptPiece[];
  /** What the file of this case has to hold. */
  readonly catalogue: Catalogue;
  readonly closingEvents: readonly ClosingEvent[];
  readonly documents: readonly DocumentSummary[];
  /** The file's line in the register of archives, once it was accepted. */
  readonly archive: ArchiveLine | null;
  readonly subsidy: SubsidySummary | null;
  /** 直接费用 claimed in this case, oldest first. */
  readonly costs: readonly CostView[];
  readonly story: readonly StoryEvent[];
  readonly allowedActions: readonly string[];
}

/** Read one case: the centre's desks any of theirs, a handler their own. Reading is remembered. @throws Refusal `case.notYours` */
export async function readCase(tx: Tx, actor: Actor, input: CaseKey): Promise<CaseView> {
  const place = { tenant: input.tenant };
  const ofCentre = actor.holds(mayReadCases.roles, place);
  const ofBureau = actor.holds(mayReadContestedCases.roles, place);
  if (!ofCentre && !ofBureau) actor.must(mayReadOwnCases, place);
  const aidCase = await loadCase(tx, input);
  const whole = ofCentre || (ofBureau && aidCase.contestedOn !== null);
  if (!whole) {
    actor.must(mayReadOwnCases, place);
    await mustBeTheirs(tx, actor, aidCase);
  }

  // Only an archived file may have been destroyed.
  if (aidCase.state === 'ARCHIVED') await mustStand(tx, aidCase);
  const { tenant, id, matterId } = aidCase;
  const [recipient] = await loadPersons(tx, tenant, [aidCase.recipientId]);
  const designations = await designationsOf(tx, tenant, id);
  const files = await filesOf(tx, tenant, id);
  const replacements = await replacementsOf(tx, tenant, id);
  const hearings = await hearingsOf(tx, tenant, id);
  const documents = await documentsOfMatter(tx, tenant, matterId);
  const affairs = await affairViews(tx, actor, aidCase);
  tx.record({ tenant, matterId, kind: 'case.read', subject: 'case', subjectId: id });
  return {
    case: aidCase,
    clock: clockChip(aidCase, tx.today, tx.warningDays),
    deadlines: await openDeadlines(tx, tenant, [id, ...affairs.map((affair) => affair.id)]),
    recipient: recipient ?? null,
    parties: (await partiesOf(tx, tenant, id)).map(({ role, personId, name }) => ({ role, personId, name })),
    // Why others were passed over is for the desk, not for colleagues.
    designations: whole ? designations : designations.filter((d) => d.handlerId === aidCase.handlerId),
    offers: whole
      ? (await offersOf(tx, tenant, id)).map(({ offeredTo, ...o }) => ({
          id: o.id,
          state: o.state,
          offeredAt: o.offeredAt,
          expiresAt: o.expiresAt,
          asked: offeredTo.length,
        }))
      : [],
    firms: whole
      ? (await firmsAsked(tx, tenant, id)).map(
          ({ id: firmId, agencyName, state, designatedOn, answerGround, answerReason }) => ({
            id: firmId,
            agencyName,
            state,
            designatedOn,
            answerGround,
            answerReason,
          }),
        )
      : [],
    conflicts: whole ? await presentConflicts(tx, aidCase, designations) : [],
    // What the recipient said of the handler is for the centre, not for the handler's colleagues.
    notices: await noticesOf(tx, tenant, id),
    refusals: await refusalsOf(tx, tenant, id),
    hearings,
    stages: await linkedStages(tx, aidCase),
    replacements: whole ? replacements : replacements.map(withoutFacts),
    terminations: await terminationsOf(tx, tenant, id),
    affairs,
    feeGrounds: hasCourtFee(aidCase) ? suggestedFeeGrounds(aidCase) : [],
    progress: await progressOf(tx, tenant, [id]),
    closing: (await closingOf(tx, tenant, id)) ?? null,
    files,
    pieces: await piecesOf(tx, aidCase),
    catalogue: catalogueFor(aidCase),
    closingEvents: closingEventsFor(aidCase),
    documents: whole ? documents : documents.filter((d) => d.subjectId === id),
    archive: whole ? ((await archiveLinesOf(tx, tenant, matterId)).find(({ caseId }) => caseId === id) ?? null) : null,
    subsidy: (await subsidyOfCase(tx, tenant, id)) ?? null,
    costs: await costsOf(tx, actor, tenant, id),
    story: await storyOf(tx, tenant, matterId, whole ? undefined : id),
    allowedActions: possible(actor, aidCase, {
      files,
      replacements,
      designations,
      hearings,
      ways: aidCase.state === 'RESUMPTION_DUE' ? await openWays(tx, aidCase) : [],
    }),
  };
}

async function presentConflicts(
  tx: Tx,
  aidCase: AidCase,
  designations: readonly Designation[],
): Promise<readonly Conflict[]> {
  const current = designations.find((d) => d.id === aidCase.designationId);
  if (current === undefined) return [];
  const handler = { id: current.handlerId, agencyId: current.agencyId, ownFirm: current.handlerKind !== 'centreStaff' };
  return conflictsOf(handler, await partyMatches(tx, await soughtOf(tx, aidCase)));
}

/** The table's moves, less those that separation of duties or the case itself rules out. */
function possible(
  actor: Actor,
  aidCase: AidCase,
  {
    files,
    replacements,
    designations,
    hearings,
    ways,
  }: Pick<CaseView, 'files' | 'replacements' | 'designations' | 'hearings'> & { readonly ways: readonly Resumption[] },
): readonly string[] {
  const unsigned = aidCase.agreementOn === null && aidCase.withoutAgreement === null;
  const ownRequest = replacements.some((r) => r.state === 'requested' && r.requestedBy === actor.id);
  const own = files.some((f) => f.state === 'submitted' && f.submittedBy === actor.id);
  return allowedActions(caseLifecycle, aidCase.state satisfies CaseState, actor, { tenant: aidCase.tenant }).filter(
    (action) => {
      if (action === 'acceptFile' || action === 'returnFile') return !own;
      if (action === 'recordNotification') return aidCase.notifiedOn === null;
      if (isResumption(action)) return ways.includes(action);
      if (action === 'issueFeeLetter') return hasCourtFee(aidCase);
      if (action === 'replyOrgan') return owesLetter(aidCase, designations);
      if (action === 'reportRefusal') return isDefended(aidCase);
      if (action === 'takeRenotice') return aidCase.noticeId !== null;
      if (action === 'moveHearing') return hearings.some((h) => h.state === 'fixed');
      if (action === 'recordHandover') return replacements.some((r) => r.state === 'approved');
      if (action === 'keepHandlerUnsigned') return !ownRequest && unsigned;
      if (action === 'keepHandler') return !ownRequest && !unsigned;
      if (action === 'approveReplacement') return !ownRequest;
      return true;
    },
  );
}

/** A handler sees that there is a request and what came of it; what the recipient told the centre stays there. */
function withoutFacts(replacement: Replacement): Replacement {
  return replacement.askedBy === 'handler' ? replacement : { ...replacement, facts: '', opinion: null };
}
