import type { z } from 'zod';
import type { DocumentHead } from '../schema.ts';
import { applicationForm } from './application-form.ts';
import { approvalForm } from './approval-form.ts';
import { archiveCatalogue } from './archive-catalogue.ts';
import { assessmentResult } from './assessment-result.ts';
import { closingReport } from './closing-report.ts';
import {
  complaintAcceptance,
  complaintNonAcceptance,
  complaintReply,
  complaintSupplementNotice,
} from './complaint-papers.ts';
import { consultationRegister } from './consultation-register.ts';
import { cooperationLetter } from './cooperation-letter.ts';
import { courtFeeReliefLetter } from './court-fee-relief-letter.ts';
import { deemedWithdrawalNotice } from './deemed-withdrawal-notice.ts';
import { designationNotice } from './designation-notice.ts';
import type { FormDefinition } from './form.ts';
import { grantDecision } from './grant-decision.ts';
import { hardshipStatement } from './hardship-statement.ts';
import { judicialReliefReferral } from './judicial-relief-referral.ts';
import { materialsReceipt } from './materials-receipt.ts';
import { objectionDecision } from './objection-decision.ts';
import { organReply } from './organ-reply.ts';
import { pleaWitnessRecord } from './plea-witness-record.ts';
import { powerOfAttorney } from './power-of-attorney.ts';
import { progressReport } from './progress-report.ts';
import { provisionalAidDecision } from './provisional-aid-decision.ts';
import { refusalDecision } from './refusal-decision.ts';
import { replacementApproval } from './replacement-approval.ts';
import { replacementNotice } from './replacement-notice.ts';
import { resumptionDecision } from './resumption-decision.ts';
import { retainerAgreement } from './retainer-agreement.ts';
import { serviceReceipt } from './service-receipt.ts';
import { subsidySheet } from './subsidy-sheet.ts';
import { supplementNotice } from './supplement-notice.ts';
import { terminationDecision } from './termination-decision.ts';
import { transferLetter } from './transfer-letter.ts';

/** Every official paper (文书) the system issues, in the order of a matter's life. */
export const forms = {
  consultationRegister,
  applicationForm,
  hardshipStatement,
  materialsReceipt,
  supplementNotice,
  deemedWithdrawalNotice,
  transferLetter,
  cooperationLetter,
  approvalForm,
  provisionalAidDecision,
  grantDecision,
  refusalDecision,
  objectionDecision,
  designationNotice,
  organReply,
  retainerAgreement,
  powerOfAttorney,
  progressReport,
  pleaWitnessRecord,
  courtFeeReliefLetter,
  judicialReliefReferral,
  replacementApproval,
  replacementNotice,
  terminationDecision,
  resumptionDecision,
  closingReport,
  archiveCatalogue,
  assessmentResult,
  subsidySheet,
  complaintSupplementNotice,
  complaintAcceptance,
  complaintNonAcceptance,
  complaintReply,
  serviceReceipt,
} as const;

export type FormKey = keyof typeof forms;

/** What the caller hands in for one form: the words and figures as they will be printed. */
export type FormBody<K extends FormKey> = z.infer<(typeof forms)[K]['body']>;

/** A paper as frozen at issue: the shared head and the form's own body. */
export interface Snapshot<K extends FormKey = FormKey> {
  readonly head: DocumentHead;
  readonly body: FormBody<K>;
}

export const formKeys = Object.keys(forms) as readonly FormKey[];

export function isFormKey(text: string): text is FormKey {
  return Object.hasOwn(forms, text);
}

/** The definition with its body type widened, for code that treats all forms alike. */
export function formOf(key: FormKey): FormDefinition {
  return forms[key] as unknown as FormDefinition;
}
