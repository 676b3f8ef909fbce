import { Form } from 'antd';
import type { ReactNode } from 'react';
import { type ApplicationMove, moveApplication } from '../../../api/applications.ts';
import { useWords } from '../../../locales/i18n.ts';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import { ProposalSummary } from './proposal-summary.tsx';

/* The moves that ask for a sentence at most. */

const sendMove =
  (matter: ActionProps['matter'], move: ApplicationMove) => (values: object, version: number, key: string) =>
    moveApplication(matter.current, move, { version, ...values }, key);

export function AcknowledgeForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<object>
      {...props}
      event="acknowledge"
      send={sendMove(props.matter, 'acknowledge')}
      intro={<p>{t('acknowledge.intro')}</p>}
    />
  );
}

interface Noted {
  readonly note: string;
}

export function GrantForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Noted>
      {...props}
      event="grant"
      initial={{ note: '' }}
      send={sendMove(props.matter, 'grant')}
      intro={
        <>
          <p>{t('grant.intro')}</p>
          <ProposalSummary matter={props.matter} />
        </>
      }
    >
      <Form.Item name="note" label={t('decide.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}

export function RefuseForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Noted>
      {...props}
      event="refuse"
      danger
      initial={{ note: '' }}
      send={sendMove(props.matter, 'refuse')}
      intro={
        <>
          <p>{t('refuse.intro')}</p>
          <ProposalSummary matter={props.matter} />
        </>
      }
    >
      <Form.Item name="note" label={t('decide.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}

interface Reasoned {
  readonly reason: string;
}

export function ReturnProposalForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Reasoned>
      {...props}
      event="returnProposal"
      send={sendMove(props.matter, 'returnProposal')}
      intro={<ProposalSummary matter={props.matter} />}
    >
      <ReasonItem label={t('returnProposal.reason')} maxLength={1000} />
    </ActionForm>
  );
}

export function WithdrawForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<Reasoned>
      {...props}
      event="withdraw"
      danger
      initial={{ reason: '' }}
      send={sendMove(props.matter, 'withdraw')}
      intro={<p>{t('withdraw.intro', { name: props.matter.recipientName, number: props.matter.number })}</p>}
    >
      <Form.Item name="reason" label={t('withdraw.reason')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
