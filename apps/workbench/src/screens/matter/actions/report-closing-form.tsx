import { Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { caseOutcomes, closingEvents, isOneOf } from '../../../api/codes.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { MoneyField } from '../../../parts/money-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';
import css from './case-forms.module.css';

const counted = ['meetings', 'fileReviews', 'inquiries', 'hearings', 'serviceDays'] as const;

interface Values {
  readonly event: string;
  readonly closedOn: string;
  readonly outcome: (typeof caseOutcomes)[number];
  readonly recovered?: number;
  readonly work?: Readonly<Partial<Record<(typeof counted)[number], number | null>>>;
  readonly result: string;
  readonly summary: string;
}

/** 报告结案: which event closed it on which day; the thirty days for the file run from it. */
export function ReportClosingForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const words = useFactWords();
  const page = props.matter.aidCase;
  if (page === null) return null;
  const defence = page.case.aidForm === 'criminalDefence';
  return (
    <ActionForm<Values>
      {...props}
      event="reportClosing"
      send={({ work, recovered, ...values }, version, key) =>
        moveCase(
          props.matter.current,
          'reportClosing',
          {
            version,
            ...values,
            result: values.result.trim(),
            summary: values.summary.trim(),
            ...(recovered === undefined ? {} : { recovered }),
            work: Object.fromEntries(Object.entries(work ?? {}).filter(([, n]) => typeof n === 'number')),
          },
          key,
        )
      }
      mine={(values) => ({
        closingEvent: words.closingEvent(values.event),
        closedOn: words.day(values.closedOn),
        outcome: words.caseOutcome(values.outcome),
        recovered: words.amount(values.recovered),
        closingResult: words.text(values.result),
        closingSummary: words.text(values.summary),
      })}
      intro={<p>{t('closing.intro')}</p>}
    >
      <Form.Item
        name="event"
        label={t('closing.event')}
        rules={[{ required: true, message: t('closing.eventMissing') }]}
      >
        <Select
          options={page.closingEvents.map((event) => ({
            value: event,
            label: isOneOf(closingEvents, event) ? t(`closingEvent.${event}`) : event,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="closedOn"
        label={t('case.closedOn')}
        extra={t('closing.closedOnHint')}
        rules={dayRules({
          required: t('form.dayMissing'),
          notAfter: today(),
          notBefore: page.case.designatedOn ?? undefined,
        })}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={t('case.outcome')}
        rules={[{ required: true, message: t('closing.outcomeMissing') }]}
      >
        <Select options={caseOutcomes.map((outcome) => ({ value: outcome, label: t(`caseOutcome.${outcome}`) }))} />
      </Form.Item>
      {defence ? null : (
        <Form.Item
          name="recovered"
          label={t('closing.recovered')}
          rules={[
            {
              validator: (_, fen: number | undefined) =>
                Number.isNaN(fen) ? Promise.reject(new Error(t('form.amountWrong'))) : Promise.resolve(),
            },
          ]}
        >
          <MoneyField />
        </Form.Item>
      )}
      <Form.Item label={t('closing.work')}>
        <div className={css.counts}>
          {counted.map((key) => (
            <Form.Item key={key} name={['work', key]} label={t(`work.${key}`)}>
              <InputNumber
                style={{ width: '100%' }}
                min={0}
                max={999}
                precision={key === 'serviceDays' ? 1 : 0}
                controls={false}
              />
            </Form.Item>
          ))}
        </div>
      </Form.Item>
      <Form.Item
        name="result"
        label={t('closing.result')}
        rules={[{ required: true, whitespace: true, message: t('closing.resultMissing') }]}
      >
        <ProseField maxLength={3000} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={t('closing.summary')}
        rules={[{ required: true, whitespace: true, message: t('closing.summaryMissing') }]}
      >
        <ProseField maxLength={6000} rows={5} />
      </Form.Item>
    </ActionForm>
  );
}
