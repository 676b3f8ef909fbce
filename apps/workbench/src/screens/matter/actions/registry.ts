import type { ComponentType } from 'react';
import type { ActionProps } from './action-form.tsx';
import { AnswerSupplementForm } from './answer-supplement-form.tsx';
import { ProposeForm } from './propose-form.tsx';
import { RequestSupplementForm } from './request-supplement-form.tsx';
import { AcknowledgeForm, GrantForm, RefuseForm, ReturnProposalForm, WithdrawForm } from './short-forms.tsx';
import { TransferForm } from './transfer-form.tsx';

/** The form behind each move, by life cycle and event. */
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
};
