import type { ComponentType } from 'react';
import type { ActionProps } from './action-form.tsx';
import { followForms, IssueFeeLetterForm, ReferForReliefForm, ReportMajorMatterForm } from './affair-forms.tsx';
import { AnswerSupplementForm } from './answer-supplement-form.tsx';
import {
  AcceptFileForm,
  AcceptForm,
  CloseOfferForm,
  DeclineForm,
  RecallFirmForm,
  RecallForm,
  RecordNotificationForm,
  ReturnFileForm,
  TerminateForm,
} from './case-short-forms.tsx';
import { EndCooperationForm, RequestCooperationForm } from './cooperation-forms.tsx';
import { CheckCostForm, ClaimCostForm, RefuseCostForm, WithdrawCostForm } from './cost-forms.tsx';
import { ReplyOrganForm, ReportRefusalForm, ResumeDefenceForm, TakeRenoticeForm } from './defence-forms.tsx';
import { FixHearingForm, MoveHearingForm } from './hearing-forms.tsx';
import { NoteProgressForm } from './note-progress-form.tsx';
import { GrantCorrectedForm, MaintainForm, OrderCorrectionForm, RaiseObjectionForm } from './objection-forms.tsx';
import { ProposeForm } from './propose-form.tsx';
import {
  CompletePapersForm,
  ConfirmProvisionalForm,
  EndProvisionalForm,
  ProvideProvisionallyForm,
} from './provisional-forms.tsx';
import { RecordAgreementForm } from './record-agreement-form.tsx';
import {
  ApproveReplacementForm,
  KeepHandlerForm,
  RecordHandoverForm,
  RequestReplacementForm,
} from './replacement-forms.tsx';
import { ReportClosingForm } from './report-closing-form.tsx';
import { RequestSupplementForm } from './request-supplement-form.tsx';
import {
  ResumeByDesignationForm,
  ResumeHandlingForm,
  ResumeSigningForm,
  RevokeTerminationForm,
} from './resumption-forms.tsx';
import { AcknowledgeForm, GrantForm, RefuseForm, ReturnProposalForm, WithdrawForm } from './short-forms.tsx';
import { SubmitFileForm } from './submit-file-form.tsx';
import { TransferForm } from './transfer-form.tsx';

/** The form behind each move, by life cycle and event; `case.designate` has a screen of its own. */
export const actionForms: Readonly<Record<string, ComponentType<ActionProps>>> = {
  'application.acknowledge': AcknowledgeForm,
  'application.requestSupplement': RequestSupplementForm,
  'application.answerSupplement': AnswerSupplementForm,
  'application.propose': ProposeForm,
  'application.grant': GrantForm,
  'application.refuse': RefuseForm,
  'application.returnProposal': ReturnProposalForm,
  'application.withdraw': WithdrawForm,
  'application.transfer': TransferForm,
  'application.requestCooperation': RequestCooperationForm,
  'application.endCooperation': EndCooperationForm,
  'application.provideProvisionally': ProvideProvisionallyForm,
  'application.completePapers': CompletePapersForm,
  'application.confirmProvisional': ConfirmProvisionalForm,
  'application.endProvisional': EndProvisionalForm,
  'application.raiseObjection': RaiseObjectionForm,
  'application.maintain': MaintainForm,
  'application.orderCorrection': OrderCorrectionForm,
  'application.grantCorrected': GrantCorrectedForm,
  'case.accept': AcceptForm,
  'case.decline': DeclineForm,
  'case.recall': RecallForm,
  'case.recallFirm': RecallFirmForm,
  'case.closeOffer': CloseOfferForm,
  'case.recordAgreement': RecordAgreementForm,
  'case.noteProgress': NoteProgressForm,
  'case.replyOrgan': ReplyOrganForm,
  'case.reportRefusal': ReportRefusalForm,
  'case.takeRenotice': TakeRenoticeForm,
  'case.resumeDefence': ResumeDefenceForm,
  'case.fixHearing': FixHearingForm,
  'case.moveHearing': MoveHearingForm,
  'case.requestReplacement': RequestReplacementForm,
  'case.approveReplacement': ApproveReplacementForm,
  'case.keepHandler': KeepHandlerForm,
  'case.keepHandlerUnsigned': KeepHandlerForm,
  'case.recordHandover': RecordHandoverForm,
  'case.reportClosing': ReportClosingForm,
  'case.submitFile': SubmitFileForm,
  'case.returnFile': ReturnFileForm,
  'case.acceptFile': AcceptFileForm,
  'case.terminate': TerminateForm,
  'case.recordNotification': RecordNotificationForm,
  'case.claimCost': ClaimCostForm,
  'directCost.check': CheckCostForm,
  'directCost.refuse': RefuseCostForm,
  'directCost.withdraw': WithdrawCostForm,
  'case.reportMajorMatter': ReportMajorMatterForm,
  'case.issueFeeLetter': IssueFeeLetterForm,
  'case.referForRelief': ReferForReliefForm,
  ...followForms,
  'case.raiseObjection': RaiseObjectionForm,
  'case.maintain': MaintainForm,
  'case.orderCorrection': OrderCorrectionForm,
  'case.revokeTermination': RevokeTerminationForm,
  'case.resumeHandling': ResumeHandlingForm,
  'case.resumeSigning': ResumeSigningForm,
  'case.resumeByDesignation': ResumeByDesignationForm,
};
