import { Form, Input, InputNumber } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import {
  type AdjustmentAsked,
  type AdjustmentOffer,
  approveSubsidy,
  proposeSubsidy,
  returnSubsidy,
  type SubsidyPage,
} from '../../api/subsidies.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { MoveForm } from '../../parts/move-form.tsx';
import { ReasonItem } from '../../parts/reason-item.tsx';
import css from './subsidy-panel.module.css';

interface FormProps {
  readonly page: SubsidyPage;
  readonly onDone: () => void;
}

const common = ({ page, onDone }: FormProps) =>
  ({
    movable: {
      subject: 'subsidy',
      tenant: page.subsidy.tenant,
      id: page.subsidy.id,
      version: page.subsidy.version,
      state: page.subsidy.state,
      events: page.allowedActions,
    },
    story: [],
    page: ['subsidies', 'one'],
    onDone,
  }) as const;

interface Adjusted {
  readonly units?: number | null;
  readonly amount?: number;
  readonly reason?: string;
}

interface Proposed {
  readonly amount?: number;
  readonly reason?: string;
  readonly additions?: Readonly<Record<string, Adjusted | undefined>>;
  readonly deductions?: Readonly<Record<string, Adjusted | undefined>>;
}

/** 提出补贴金额: a base inside the band with its reason, and what the tariff lets be added or taken off. */
function ProposeForm(props: FormProps): ReactNode {
  const { t, side } = useWords();
  const { offer, asked } = props.page.subsidy;
  const [form] = Form.useForm<Proposed>();
  if (offer === null) return <p className="soft">{t('tariff.none')}</p>;
  const { min, max } = offer.band;
  const choice = min < max;
  const keyed = (list: readonly AdjustmentAsked[] | undefined): Record<string, Adjusted> =>
    Object.fromEntries((list ?? []).map(({ key, ...rest }) => [key, rest]));
  return (
    <MoveForm<Proposed>
      {...common(props)}
      form={form}
      event="propose"
      initial={
        {
          amount: asked?.amount ?? (choice ? min : undefined),
          reason: asked?.reason,
          additions: keyed(asked?.additions),
          deductions: keyed(asked?.deductions),
        } as Partial<Proposed>
      }
      send={(values, version, key) =>
        proposeSubsidy(
          props.page.subsidy,
          version,
          {
            ...(choice && values.amount !== undefined ? { amount: values.amount } : {}),
            ...(values.reason === undefined || values.reason.trim() === '' ? {} : { reason: values.reason.trim() }),
            additions: askedOf(values.additions, offer.additions),
            deductions: askedOf(values.deductions, offer.deductions),
          },
          key,
        )
      }
      fieldOf={(path) => fieldOfAdjustment(path, form.getFieldsValue(), offer)}
    >
      {choice ? (
        <>
          <Form.Item
            name="amount"
            label={t('tariff.base')}
            extra={t('tariff.within', { min: money(min), max: money(max) })}
            rules={[
              {
                validator: (_, fen: number | undefined) =>
                  fen !== undefined && !Number.isNaN(fen) && fen >= min && fen <= max
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('tariff.within', { min: money(min), max: money(max) }))),
              },
            ]}
          >
            <MoneyField />
          </Form.Item>
          <ReasonItem label={t('tariff.why')} maxLength={500} rows={2} />
        </>
      ) : null}
      {(['additions', 'deductions'] as const).map((sort) =>
        offer[sort].map((item) => (
          <div key={`${sort}${item.key}`} className={css.adjustment}>
            <label htmlFor={`${sort}_${item.key}_${figureOf(item)}`}>
              {sort === 'additions' ? '＋' : '−'} {side(item.text)}
            </label>
            <Form.Item name={[sort, item.key, figureOf(item)]} className={css.figure ?? ''}>
              {item.each === undefined ? (
                <MoneyField />
              ) : (
                <InputNumber
                  style={{ width: '100%' }}
                  min={0}
                  max={item.unitsUpTo ?? 9999}
                  precision={0}
                  controls={false}
                  suffix={t('tariff.units')}
                />
              )}
            </Form.Item>
            <Form.Item noStyle dependencies={[[sort, item.key]]}>
              {({ getFieldValue }) => {
                const value = getFieldValue([sort, item.key]) as Adjusted | undefined;
                const asks = (value?.units ?? 0) > 0 || (value?.amount ?? 0) > 0;
                return asks ? (
                  <Form.Item
                    className={css.reason ?? ''}
                    name={[sort, item.key, 'reason']}
                    rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
                  >
                    <Input
                      maxLength={300}
                      placeholder={t('tariff.adjustmentWhy')}
                      aria-label={t('tariff.adjustmentWhy')}
                    />
                  </Form.Item>
                ) : null;
              }}
            </Form.Item>
          </div>
        )),
      )}
    </MoveForm>
  );
}

/** 批准补贴: a second person; the sheet is issued. */
function ApproveForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <MoveForm<object>
      {...common(props)}
      event="approve"
      send={(_, version, key) => approveSubsidy(props.page.subsidy, version, key)}
      intro={
        <p>
          {t('tariff.approve', { name: props.page.subsidy.handlerName, amount: money(props.page.subsidy.amount ?? 0) })}
        </p>
      }
    />
  );
}

function CloseForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <MoveForm<object>
      {...common(props)}
      event="closeWithoutPayment"
      send={(_, version, key) => approveSubsidy(props.page.subsidy, version, key)}
      intro={<p>{t('tariff.nothing')}</p>}
    />
  );
}

function ReturnForm(props: FormProps): ReactNode {
  const { t } = useWords();
  return (
    <MoveForm<{ reason: string }>
      {...common(props)}
      event="returnProposal"
      send={({ reason }, version, key) => returnSubsidy(props.page.subsidy, version, reason.trim(), key)}
    >
      <ReasonItem label={t('returnProposal.reason')} maxLength={500} />
    </MoveForm>
  );
}

/** The form behind each move that is made on one subsidy; batching and paying are made on batches. */
export const subsidyForms: Readonly<Record<string, ComponentType<FormProps>>> = {
  propose: ProposeForm,
  approve: ApproveForm,
  closeWithoutPayment: CloseForm,
  returnProposal: ReturnForm,
};

/** What is asked for: so many units where the tariff pays by the unit, otherwise an amount. */
function figureOf(item: AdjustmentOffer): 'units' | 'amount' {
  return item.each === undefined ? 'amount' : 'units';
}

function askedOf(
  values: Readonly<Record<string, Adjusted | undefined>> | undefined,
  offers: readonly AdjustmentOffer[],
): readonly AdjustmentAsked[] {
  return offers.flatMap(({ key, each }) => {
    const value = values?.[key];
    const figure = each === undefined ? value?.amount : value?.units;
    if (figure === undefined || figure === null || figure === 0) return [];
    return [
      { key, ...(each === undefined ? { amount: figure } : { units: figure }), reason: value?.reason?.trim() ?? '' },
    ];
  });
}

/** `/additions/0/amount` counts what was sent; the form knows its items by their keys. */
function fieldOfAdjustment(
  path: readonly (string | number)[],
  values: Proposed,
  offer: NonNullable<SubsidyPage['subsidy']['offer']>,
): (string | number)[] {
  const [sort, index] = path;
  if ((sort !== 'additions' && sort !== 'deductions') || typeof index !== 'number') return [...path];
  const key = askedOf(values[sort], offer[sort])[index]?.key;
  const each = offer[sort].find((item) => item.key === key)?.each;
  return key === undefined
    ? [...path]
    : [sort, key, path[2] === 'reason' ? 'reason' : each === undefined ? 'amount' : 'units'];
}
