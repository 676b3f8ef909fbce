import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { CriminalStage } from '../../policy/index.ts';
import type { DutyOutcome, DutyService } from '../duty-schema.ts';
import { type PleaWitness, pleaMatters, pleaTold } from '../plea-schema.ts';

interface WitnessedHelp {
  readonly services: readonly DutyService[];
  readonly outcome: DutyOutcome;
  readonly stage: CriminalStage;
  readonly plea?: PleaWitness | undefined;
}

/** Stages in which a plea agreement is signed: not while the police investigate, where the plea is only written down (CPL arts 162, 174). */
const signedIn: readonly CriminalStage[] = ['prosecutionReview', 'firstInstance', 'secondInstance', 'retrial'];

/**
 * Everything in the record of a witnessed plea that contradicts the law or itself; empty when it may be kept. Nobody's plea is recorded as
 * signed unless they were told all of it, consented freely, and the lawyer was there and signed.
 */
export function pleaFaults({ services, outcome, stage, plea }: WitnessedHelp): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const at = (pointer: string, code: string): void => void faults.push({ pointer, code });
  const witnessed = services.includes('pleaWitness');
  const ofPlea = outcome === 'pleaSigned' || outcome === 'pleaRefused';
  if (plea === undefined) {
    if (witnessed) at('/plea', 'duty.plea.missing');
    else if (ofPlea) at('/outcome', 'duty.plea.notWitnessed');
    return faults;
  }
  if (!witnessed) at('/services', 'duty.plea.notWitnessed');
  if (!ofPlea) at('/outcome', 'duty.plea.outcome');
  if (pleaMatters.some((matter) => plea.views[matter] === 'dissents') && plea.dissent === undefined)
    at('/plea/dissent', 'duty.plea.dissentMissing');
  if (outcome === 'pleaRefused') {
    if (plea.unsigned === undefined) at('/plea/unsigned', 'duty.plea.unsignedMissing');
    return faults;
  }
  if (plea.unsigned !== undefined) at('/plea/unsigned', 'duty.plea.unsignedSigned');
  if (outcome !== 'pleaSigned') return faults;
  if (!signedIn.includes(stage)) at('/stage', 'duty.plea.stage');
  if (pleaTold.some((one) => !plea.told.includes(one))) at('/plea/told', 'duty.plea.notTold');
  if (!plea.voluntary) at('/plea/voluntary', 'duty.plea.notVoluntary');
  if (!plea.lawyerSigned) at('/plea/lawyerSigned', 'duty.plea.lawyerUnsigned');
  return faults;
}
