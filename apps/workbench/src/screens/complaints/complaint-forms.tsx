import type { ComponentType } from 'react';
import type { FormProps } from './complaint-form.tsx';
import {
  EntrustForm,
  InvestigateForm,
  ReportFindingsForm,
  SendBackForm,
  TakeReturnForm,
  TellFederationForm,
} from './investigation-forms.tsx';
import { CloseForm, DecideForm, RecordServiceForm, ReplyForm } from './settling-forms.tsx';
import {
  AcceptForm,
  DeclineForm,
  MergeForm,
  PassOnForm,
  RequestInformationForm,
  SupplyInformationForm,
  WithdrawForm,
} from './taking-up-forms.tsx';

/** The form behind each move of the table. */
export const complaintForms: Readonly<Record<string, ComponentType<FormProps>>> = {
  requestInformation: RequestInformationForm,
  supplyInformation: SupplyInformationForm,
  accept: AcceptForm,
  declineToAccept: DeclineForm,
  passOn: PassOnForm,
  merge: MergeForm,
  withdraw: WithdrawForm,
  investigate: InvestigateForm,
  entrust: EntrustForm,
  takeReturn: TakeReturnForm,
  tellFederation: TellFederationForm,
  reportFindings: ReportFindingsForm,
  sendBack: SendBackForm,
  decide: DecideForm,
  reply: ReplyForm,
  recordService: RecordServiceForm,
  close: CloseForm,
};
