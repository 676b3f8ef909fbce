import { Form, Input, Select } from 'antd';
import { type ComponentType, type ReactNode, useState } from 'react';
import { today } from '../../api/server-clock.ts';
import {
  type BatchPage,
  bouncePayment,
  dissolveBatch,
  payBatch,
  type Reconciliation,
  reconcileBatch,
} from '../../api/subsidies.ts';
import { fenOf, money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { DayField, useDayRules } from '../../parts/day-field.tsx';
import { MoveForm } from '../../parts/move-form.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';

interface FormProps {
  readonly page: BatchPage;
  readonly onDone: () => void;
}

const common = ({ page, onDone }: FormProps) =>
  ({
    movable: {
      subject: 'paymentBatch',
      tenant: page.batch.tenant,
      id: page.batch.id,
      version: page.batch.version,
      state: page.batch.state,
      events: page.allowedActions,
    },
    story: [],
    page: ['batches', 'one'],
    onDone,
  }) as const;

/** 登记支付: the whole batch, by the bank's reference. */
function PayForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const { batch } = props.page;
  return (
    <MoveForm<{ paidOn: string; bankReference: string }>
      {...common(props)}
      event="pay"
      initial={{ paidOn: today() }}
      send={({ paidOn, bankReference }, version, key) =>
        payBatch(batch, version, { paidOn, bankReference: bankReference.trim() }, key)
      }
      intro={<p>{t('batch.payIntro', { count: batch.payments, total: money(batch.total) })}</p>}
    >
      <Form.Item
        name="paidOn"
        label={t('subsidies.paidOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="bankReference"
        label={t('batch.bankReference')}
        rules={[
          {
            required: true,
            pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._/-]{0,59}\s*$/,
            message: t('batch.bankReferenceWrong'),
          },
        ]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </MoveForm>
  );
}

function DissolveForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const { batch } = props.page;
  return (
    <MoveForm<{ reason: string }>
      {...common(props)}
      event="dissolve"
      danger
      send={({ reason }, version, key) => dissolveBatch(batch, version, reason.trim(), key)}
      intro={<p>{t('batch.dissolveIntro', { number: batch.number, total: money(batch.total) })}</p>}
    >
      <ReasonItem label={t('batch.reason')} maxLength={300} />
    </MoveForm>
  );
}

/** 对账: the bank's lines pasted as they are; what disagrees is named. */
function ReconcileForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const { batch } = props.page;
  const [found, setFound] = useState<Reconciliation>();
  return (
    <>
      {found === undefined ? null : <Findings found={found} />}
      <MoveForm<{ lines: string }>
        {...common(props)}
        event="reconcile"
        send={async ({ lines }, version, key) => {
          const answer = await reconcileBatch(batch, version, linesOf(lines), key);
          setFound(answer);
          return answer;
        }}
        intro={<p>{t('batch.reconcileIntro')}</p>}
        fieldOf={() => ['lines']}
      >
        <Form.Item
          name="lines"
          label={t('batch.statement')}
          rules={[
            {
              required: true,
              validator: (_, text: string | undefined) =>
                linesOf(text ?? '').length > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('batch.statementMissing'))),
            },
          ]}
        >
          <ProseField maxLength={60_000} rows={6} placeholder={t('batch.statementHint')} />
        </Form.Item>
      </MoveForm>
    </>
  );
}

function Findings({ found }: { found: Reconciliation }): ReactNode {
  const { t } = useWords();
  return (
    <div role="status">
      <p>
        {found.complete
          ? t('reconciled.complete', { count: found.matched.length })
          : t('reconciled.partly', { count: found.matched.length })}
      </p>
      <ul>
        {found.missing.map((reference) => (
          <li key={reference}>{t('reconciled.missing', { reference })}</li>
        ))}
        {found.unexpected.map((reference) => (
          <li key={reference}>{t('reconciled.unexpected', { reference })}</li>
        ))}
        {found.differing.map(({ reference, expected, actual }) => (
          <li key={reference}>
            {t('reconciled.differing', { reference, expected: money(expected), actual: money(actual) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Bounced {
  readonly subsidyId: string;
  readonly returnedOn: string;
  readonly reason: string;
}

function BounceForm(props: FormProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const { batch, payments } = props.page;
  return (
    <MoveForm<Bounced>
      {...common(props)}
      event="bounce"
      initial={{ returnedOn: today() }}
      send={(values, version, key) => bouncePayment(batch, version, values, key)}
    >
      <Form.Item
        name="subsidyId"
        label={t('batch.which')}
        rules={[{ required: true, message: t('batch.whichMissing') }]}
      >
        <Select
          options={payments
            .filter((payment) => payment.state === 'paid' || payment.state === 'reconciled')
            .map((payment) => ({
              value: payment.subsidyId ?? payment.costId ?? '',
              label: `${payment.handlerName} ${money(payment.amount)}`,
            }))}
        />
      </Form.Item>
      <Form.Item
        name="returnedOn"
        label={t('batch.returnedOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <ReasonItem label={t('batch.reason')} maxLength={300} rows={2} />
    </MoveForm>
  );
}

/** The form behind each move of a batch. */
export const batchForms: Readonly<Record<string, ComponentType<FormProps>>> = {
  pay: PayForm,
  dissolve: DissolveForm,
  reconcile: ReconcileForm,
  bounce: BounceForm,
};

/** A reference and an amount in yuan on each line, parted by spaces, a tab or a comma. */
function linesOf(text: string): readonly { readonly reference: string; readonly amount: number }[] {
  return text.split('\n').flatMap((line) => {
    const [reference = '', typed = ''] = line.trim().split(/[\s,，;]+(?=[\d¥￥])/u);
    const amount = fenOf(typed);
    return reference === '' || amount === undefined ? [] : [{ reference, amount }];
  });
}
