import { Checkbox, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { MoneyField } from '../../parts/money-field.tsx';

export interface HouseholdValues {
  readonly members?: number | null;
  readonly annualIncome?: number;
  readonly applicantAnnualIncome?: number;
  readonly opponentInHousehold?: boolean;
}

export interface HouseholdInput {
  readonly members: number;
  readonly annualIncome: number;
  readonly applicantAnnualIncome: number;
  readonly opponentInHousehold?: boolean;
}

/** The household, once all three figures are told; undefined before. */
export function householdOf(values: HouseholdValues): HouseholdInput | undefined {
  const { members, annualIncome, applicantAnnualIncome, opponentInHousehold } = values;
  if (members === undefined || members === null || !isAmount(annualIncome) || !isAmount(applicantAnnualIncome))
    return undefined;
  return {
    members,
    annualIncome,
    applicantAnnualIncome,
    ...(opponentInHousehold === true ? { opponentInHousehold } : {}),
  };
}

const isAmount = (fen: number | undefined): fen is number => fen !== undefined && !Number.isNaN(fen);

/** 家庭成员和收入. All three figures or none. */
export function HouseholdFields({ name, optional = false }: { name: string; optional?: boolean }): ReactNode {
  const { t } = useWords();
  const amount = {
    validator: (_: unknown, fen: number | undefined) =>
      fen !== undefined && Number.isNaN(fen) ? Promise.reject(new Error(t('form.amountWrong'))) : Promise.resolve(),
  };
  const needed = (message: string) => (optional ? [] : [{ required: true, message }]);
  return (
    <>
      <Form.Item name={[name, 'members']} label={t('household.members')} rules={needed(t('household.membersMissing'))}>
        <InputNumber min={1} max={99} precision={0} suffix={t('form.persons')} />
      </Form.Item>
      <Form.Item
        name={[name, 'annualIncome']}
        label={t('household.annualIncome')}
        extra={t('household.annualIncomeHint')}
        rules={[...needed(t('form.amountMissing')), amount]}
      >
        <MoneyField />
      </Form.Item>
      <Form.Item
        name={[name, 'applicantAnnualIncome']}
        label={t('household.applicantAnnualIncome')}
        dependencies={[[name, 'annualIncome']]}
        rules={[
          ...needed(t('form.amountMissing')),
          amount,
          ({ getFieldValue }) => ({
            validator: (_, own: number | undefined) => {
              const whole: unknown = getFieldValue([name, 'annualIncome']);
              return typeof whole === 'number' && own !== undefined && own > whole
                ? Promise.reject(new Error(t('household.ownOverWhole')))
                : Promise.resolve();
            },
          }),
        ]}
      >
        <MoneyField />
      </Form.Item>
      <Form.Item name={[name, 'opponentInHousehold']} valuePropName="checked">
        <Checkbox>{t('household.opponentInside')}</Checkbox>
      </Form.Item>
    </>
  );
}
