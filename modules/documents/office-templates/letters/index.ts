import type { FormKey } from '../../forms/index.ts';
import { powerOfAttorney, retainerAgreement } from './agreements.ts';
import { assessmentResult } from './assessment.ts';
import {
  complaintAcceptance,
  complaintNonAcceptance,
  complaintReply,
  complaintSupplementNotice,
} from './complaints.ts';
import {
  deemedWithdrawalNotice,
  grantDecision,
  objectionDecision,
  provisionalAidDecision,
  refusalDecision,
  resumptionDecision,
  supplementNotice,
  terminationDecision,
} from './decisions.ts';
import {
  cooperationLetter,
  courtFeeReliefLetter,
  designationNotice,
  judicialReliefReferral,
  materialsReceipt,
  organReply,
  replacementNotice,
  transferLetter,
} from './letters.ts';
import type { Letter } from './spec.ts';

/** Papers of running text. A form that is not here is a sheet of boxes, whose fields are the boxes themselves. */
const letters: { readonly [K in FormKey]?: Letter<K> } = {
  materialsReceipt,
  supplementNotice,
  deemedWithdrawalNotice,
  transferLetter,
  cooperationLetter,
  provisionalAidDecision,
  grantDecision,
  refusalDecision,
  objectionDecision,
  designationNotice,
  organReply,
  retainerAgreement,
  powerOfAttorney,
  courtFeeReliefLetter,
  judicialReliefReferral,
  replacementNotice,
  terminationDecision,
  resumptionDecision,
  assessmentResult,
  complaintSupplementNotice,
  complaintAcceptance,
  complaintNonAcceptance,
  complaintReply,
};

/** The letter with its body type widened, for code that treats all forms alike. */
export function letterOf(key: FormKey): Letter<FormKey> | undefined {
  return letters[key] as Letter<FormKey> | undefined;
}
