import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { costKinds, keepReceipt, moveCost } from '../../../api/costs.ts';
import { today } from '../../../api/server-clock.ts';
import { money } from '../../../format/money.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { MoneyField } from '../../../parts/money-field.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 直接费用: claimed with receipts by whoever handles the case, allowed or refused by finance. */

interface Claimed {
  readonly kind: string;
  readonly spentOn: string;
  readonly units?: number | null;
  readonly amount: number;
  readonly purpose: string;
}

const positive = (message: string) => [
  {
    validator: (_: unknown, fen: number | undefined) =>
      fen !== undefined && fen > 0 ? Promise.resolve() : Promise.reject(new Error(message)),
  },
];

export function ClaimCostForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const input = useRef<HTMLInputElement>(null);
  const [receipts, setReceipts] = useState<readonly { readonly attachmentId: string; readonly fileName: string }[]>([]);
  const upload = useMutation({
    mutationFn: (file: File) => keepReceipt(props.matter.current, file),
    onSuccess: (kept) => setReceipts([...receipts, kept]),
  });
  return (
    <ActionForm<Claimed>
      {...props}
      event="claimCost"
      initial={{ spentOn: today() }}
      send={({ units, purpose, ...values }, version, key) =>
        moveCase(
          props.matter.current,
          'claimCost',
          {
            version,
            ...values,
            ...(units == null ? {} : { units }),
            purpose: purpose.trim(),
            receipts: receipts.map(({ attachmentId }) => attachmentId),
          },
          key,
        )
      }
      intro={<p>{t('cost.intro')}</p>}
    >
      <Form.Item name="kind" label={t('cost.kind')} rules={[{ required: true, message: t('cost.kindMissing') }]}>
        <Select options={costKinds.map((value) => ({ value, label: t(`costKind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="spentOn"
        label={t('cost.spentOn')}
        rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="amount" label={t('cost.claimed')} rules={positive(t('form.amountWrong'))}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="units" label={t('cost.units')}>
        <InputNumber min={1} max={366} precision={0} suffix={t('form.days')} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('cost.purpose')}
        rules={[{ required: true, whitespace: true, message: t('cost.purposeMissing') }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="receipts" label={t('cost.receipts')}>
        {upload.isError ? <ProblemNote error={upload.error} /> : null}
        {receipts.map(({ attachmentId, fileName }) => (
          <div key={attachmentId}>{fileName}</div>
        ))}
        <input
          ref={input}
          type="file"
          // The form's own style would show a hidden file field again.
          style={{ display: 'none' }}
          accept=".pdf,.jpg,.jpeg,.png"
          aria-label={t('cost.upload')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) upload.mutate(file);
            event.target.value = '';
          }}
        />
        <Button loading={upload.isPending} onClick={() => input.current?.click()}>
          {t('cost.upload')}
        </Button>
      </Form.Item>
    </ActionForm>
  );
}

export function CheckCostForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const cost = props.matter.aidCase?.costs.find(({ id }) => id === props.matter.current.id);
  return (
    <ActionForm<{ allowed: number; note?: string }>
      {...props}
      event="check"
      initial={cost === undefined ? {} : { allowed: cost.claimed }}
      send={({ allowed, note = '' }, version, key) =>
        moveCost(
          props.matter.current,
          'check',
          { version, allowed, ...(note.trim() === '' ? {} : { note: note.trim() }) },
          key,
        )
      }
      intro={cost === undefined ? undefined : <p>{t('cost.checkIntro', { amount: money(cost.claimed) })}</p>}
    >
      <Form.Item name="allowed" label={t('cost.allowed')} rules={positive(t('form.amountWrong'))}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="note" label={t('affair.note')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
    </ActionForm>
  );
}

export function RefuseCostForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ reason: string }>
      {...props}
      event="refuse"
      danger
      send={({ reason }, version, key) =>
        moveCost(props.matter.current, 'refuse', { version, reason: reason.trim() }, key)
      }
    >
      <ReasonItem label={t('cost.refuseReason')} maxLength={300} />
    </ActionForm>
  );
}

export function WithdrawCostForm(props: ActionProps): ReactNode {
  return (
    <ActionForm<object>
      {...props}
      event="withdraw"
      send={(_values, version, key) => moveCost(props.matter.current, 'withdraw', { version }, key)}
    />
  );
}
