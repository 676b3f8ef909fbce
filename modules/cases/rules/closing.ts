import type { CriminalStage } from '../../policy/index.ts';
import type { CaseAidForm, CaseOutcome, ClosingEvent, Words } from '../schema.ts';

/** 结案事由 in words; the paper whose receipt, or the fact whose day, is the closing date. */
export const closingEventText: Readonly<Record<ClosingEvent, Words>> = {
  prosecutionOpinion: { zh: '收到起诉意见书', en: 'Opinion recommending prosecution received' },
  caseDropped: { zh: '收到撤销案件决定书', en: 'Decision dropping the case received' },
  indictment: { zh: '收到起诉书', en: 'Indictment received' },
  nonProsecution: { zh: '收到不起诉决定书', en: 'Decision not to prosecute received' },
  judgment: { zh: '收到判决书', en: 'Judgment received' },
  ruling: { zh: '收到裁定书', en: 'Ruling received' },
  mediationAgreement: { zh: '收到调解书', en: 'Mediation agreement received' },
  arbitralAward: { zh: '收到仲裁裁决书', en: 'Arbitral award received' },
  administrativeDecision: { zh: '收到行政复议（处理）决定书', en: 'Administrative decision received' },
  settlement: { zh: '签订和解协议', en: 'Settlement agreed' },
  obligorPerforms: { zh: '义务人开始履行义务', en: 'The obligor starts to perform' },
};

const trial: readonly ClosingEvent[] = ['judgment', 'ruling', 'mediationAgreement'];

const ofStage: Readonly<Record<CriminalStage, readonly ClosingEvent[]>> = {
  investigation: ['prosecutionOpinion', 'caseDropped'],
  prosecutionReview: ['indictment', 'nonProsecution'],
  firstInstance: trial,
  secondInstance: trial,
  deathPenaltyReview: ['ruling', 'judgment'],
  retrial: trial,
  compulsoryMedical: ['ruling', 'judgment'],
};

const ofForm: Readonly<Record<CaseAidForm, readonly ClosingEvent[]>> = {
  criminalDefence: trial,
  criminalRepresentation: trial,
  // A suit may be settled before judgment, and a labour dispute is arbitrated first.
  litigationRepresentation: [...trial, 'arbitralAward', 'settlement', 'obligorPerforms'],
  nonLitigationRepresentation: [
    'settlement',
    'obligorPerforms',
    'administrativeDecision',
    'arbitralAward',
    'mediationAgreement',
  ],
  labourArbitration: ['arbitralAward', 'mediationAgreement', 'settlement', 'obligorPerforms'],
};

/** The events that can close a case of this stage or form (办理法律援助案件程序规定 art. 40). */
export function closingEventsFor(matter: {
  stage: CriminalStage | null;
  aidForm: CaseAidForm;
}): readonly ClosingEvent[] {
  return matter.stage === null ? ofForm[matter.aidForm] : ofStage[matter.stage];
}

const settled: readonly (ClosingEvent | CaseOutcome)[] = ['settlement', 'mediationAgreement', 'settled', 'mediated'];

/**
 * True when what closes the case is an agreement, to which only the recipient can consent; the consent is on record before (办理法律援助案件
 * 程序规定 art. 32; its text has not been read). A judgment after a mediation that failed needs none.
 */
export function needsConsent({
  event,
  outcome,
}: {
  readonly event: ClosingEvent;
  readonly outcome: CaseOutcome;
}): boolean {
  return settled.includes(event) || settled.includes(outcome);
}
