import type { CriminalStage, MatterClass, SubsidyKind, SubsidyQuestion, SubsidyStage } from '../../policy/index.ts';
import type { SubsidyAidForm } from '../schema.ts';

/** What it is in a case that its subsidy is worked out from. */
export interface PaidWork {
  readonly tenant: string;
  readonly class: MatterClass;
  readonly aidForm: SubsidyAidForm;
  readonly stage: CriminalStage | null;
  readonly designatedOn: string;
  readonly closedOn: string;
  readonly paidByTreasury: boolean;
}

const kindOf: Readonly<Record<SubsidyAidForm, SubsidyKind | null>> = {
  criminalDefence: 'criminalDefence',
  criminalRepresentation: 'criminalRepresentation',
  nonLitigationRepresentation: 'nonLitigation',
  labourArbitration: 'labourArbitration',
  // A suit is paid by its class.
  litigationRepresentation: null,
};

/** State compensation is claimed against an organ, as an administrative suit is; no tariff on file names it apart. */
const kindOfClass: Readonly<Record<MatterClass, SubsidyKind>> = {
  civil: 'civil',
  administrative: 'administrative',
  stateCompensation: 'administrative',
  criminal: 'criminalDefence',
};

const stageOf: Readonly<Record<CriminalStage, SubsidyStage>> = {
  investigation: 'investigation',
  prosecutionReview: 'prosecutionReview',
  firstInstance: 'firstInstance',
  secondInstance: 'secondInstance',
  deathPenaltyReview: 'deathPenaltyReview',
  retrial: 'retrial',
  compulsoryMedical: 'wholeCase',
};

/** The question to the tariff. The centre that pays is the centre of the case. */
export function tariffQuestion(work: PaidWork): SubsidyQuestion {
  return {
    kind: kindOf[work.aidForm] ?? kindOfClass[work.class],
    ...(work.stage === null ? {} : { stage: stageOf[work.stage] }),
    designatedOn: work.designatedOn,
    closedOn: work.closedOn,
    region: work.tenant,
    handlerPaidByTreasury: work.paidByTreasury,
  };
}
