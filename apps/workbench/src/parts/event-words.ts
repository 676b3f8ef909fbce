import { type Face, faces, isOneOf } from '../api/codes.ts';
import type { StoryEvent } from '../api/matter.ts';
import { today } from '../api/server-clock.ts';
import { dayInWords } from '../format/day.ts';
import { money } from '../format/money.ts';
import { useWords } from '../locales/i18n.ts';
import { useScope } from '../shell/scope.ts';
import { useCodeWords } from './code-words.ts';

/** Kinds of events the desk has words for; any other shows its kind, so that nothing in the story is hidden. */
const kinds = [
  'application.submitted',
  'application.received',
  'application.acknowledged',
  'application.supplementRequested',
  'application.supplementAnswered',
  'application.deemedWithdrawn',
  'application.proposed',
  'application.proposalReturned',
  'application.granted',
  'application.refused',
  'application.cooperationRequested',
  'application.cooperationReceived',
  'application.cooperationEnded',
  'application.handOverAcknowledged',
  'application.providedProvisionally',
  'application.papersCompleted',
  'application.provisionalConfirmed',
  'application.provisionalEnded',
  'application.provisionalRestored',
  'application.grantedByRestoration',
  'application.objectionRaised',
  'application.refusalMaintained',
  'application.correctionOrdered',
  'application.grantedByCorrection',
  'application.withdrawn',
  'clock.climbed',
  'commitment.opened',
  'commitment.picked',
  'commitment.confirmed',
  'commitment.doubted',
  'commitment.cleared',
  'commitment.foundFalse',
  'commitment.corrected',
  'commitment.recoveryOrdered',
  'commitment.repaid',
  'application.transferred',
  'archive.opened',
  'archive.bound',
  'archive.held',
  'archive.holdLifted',
  'archive.termLengthened',
  'archive.destructionProposed',
  'archive.destructionAppraised',
  'archive.destructionRejected',
  'archive.destructionWithdrawn',
  'case.opened',
  'case.designated',
  'case.offered',
  'case.offerTaken',
  'case.offerClosed',
  'case.offerLapsed',
  'case.firmDesignated',
  'case.handlerNamed',
  'case.givenBackByFirm',
  'case.firmRecalled',
  'case.designationAccepted',
  'case.designationDeclined',
  'case.designationRecalled',
  'case.agreementRecorded',
  'case.progressNoted',
  'case.noticeRegistered',
  'case.organTold',
  'case.refusedByAccused',
  'case.notifiedAgain',
  'case.defenceResumed',
  'case.hearingFixed',
  'case.hearingMoved',
  'case.replacementRequested',
  'case.replacementApproved',
  'case.handlerKept',
  'case.papersHandedOver',
  'case.closed',
  'case.fileSubmitted',
  'case.fileReturned',
  'case.archived',
  'case.terminated',
  'case.terminationNotified',
  'case.costClaimed',
  'directCost.checked',
  'directCost.refused',
  'directCost.withdrawn',
  'directCost.batched',
  'directCost.unbatched',
  'directCost.paid',
  'directCost.bounced',
  'case.majorMatterReported',
  'case.feeLetterIssued',
  'case.referredForRelief',
  'majorMatter.acknowledged',
  'feeRelief.deferred',
  'feeRelief.reduced',
  'feeRelief.waived',
  'feeRelief.refused',
  'feeRelief.settled',
  'judicialRelief.takenUp',
  'judicialRelief.granted',
  'judicialRelief.declined',
  'judicialRelief.withdrawn',
  'judicialRelief.paid',
  'case.terminationContested',
  'case.terminationUpheld',
  'case.correctionOrdered',
  'case.terminationRevoked',
  'case.resumed',
  'complaint.received',
  'complaint.requestInformation',
  'complaint.supplyInformation',
  'complaint.accept',
  'complaint.declineToAccept',
  'complaint.passOn',
  'complaint.merge',
  'complaint.mergedHere',
  'complaint.withdraw',
  'complaint.investigate',
  'complaint.entrust',
  'complaint.takeReturn',
  'complaint.tellFederation',
  'complaint.reportFindings',
  'complaint.sendBack',
  'complaint.decide',
  'complaint.reply',
  'complaint.recordService',
  'complaint.close',
  'complaint.revealed',
  'complaint.fileOpened',
  'subsidy.opened',
  'subsidy.proposed',
  'subsidy.approved',
  'subsidy.closedWithoutPayment',
  'subsidy.proposalReturned',
  'subsidy.batched',
  'subsidy.unbatched',
  'subsidy.paid',
  'subsidy.bounced',
  'satisfaction.answered',
  'assessment.sampled',
  'assessment.told',
  'assessment.reassessmentAsked',
  'assessment.rectificationRequired',
  'assessment.rectificationReturned',
  'assessment.rectificationReplied',
  'assessment.closed',
  'document.attached',
  'document.served',
  'supervision.recorded',
  'supervision.asked',
  'supervision.replied',
  'supervision.sentBack',
  'supervision.accepted',
  'supervision.dropped',
  'person.revealed',
] as const;
type Kind = (typeof kinds)[number];

const isKind = (kind: string): kind is Kind => kinds.some((known) => known === kind);

export function useEventWords(): {
  readonly headline: (event: StoryEvent) => string;
  readonly detail: (event: StoryEvent) => string | undefined;
} {
  const { t, language } = useWords();
  const words = useCodeWords();
  const { nameOf } = useScope();
  return {
    headline: ({ kind }) => (isKind(kind) ? t(`event.${kind}`) : kind),
    detail: ({ kind, payload }) => {
      if (kind === 'application.submitted' && typeof payload.door === 'string')
        return t('matter.through', { door: words.door(payload.door) });
      if (
        (kind === 'application.transferred' || kind === 'application.handOverAcknowledged') &&
        typeof payload.toTenant === 'string'
      )
        return t('event.toPlace', { place: nameOf(payload.toTenant) });
      if (kind === 'application.received' && typeof payload.fromTenant === 'string')
        return t('event.fromPlace', { place: nameOf(payload.fromTenant) });
      if (kind === 'application.proposed' && (payload.outcome === 'grant' || payload.outcome === 'refuse'))
        return t(`proposal.${payload.outcome}`);
      if (kind === 'satisfaction.answered' && isOneOf(faces, payload.face as string))
        return t(`face.${payload.face as Face}`);
      if (/^(?:subsidy|directCost|feeRelief|judicialRelief)\./.test(kind) && typeof payload.amount === 'number')
        return money(payload.amount);
      if (typeof payload.dueOn === 'string')
        return t('clock.dueOn', { day: dayInWords(payload.dueOn, language, today()) });
      if (typeof payload.reason === 'string' && payload.reason !== '') return payload.reason;
      return undefined;
    },
  };
}
