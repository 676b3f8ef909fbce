import { Form, Input, InputNumber, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { type MaterialInput, moveApplication } from '../../../api/applications.ts';
import { type ProvisionalGround, provisionalGrounds } from '../../../api/codes.ts';
import { today } from '../../../api/server-clock.ts';
import { addDays, dayInWords } from '../../../format/day.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { MaterialsField } from '../../../parts/materials-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { HouseholdFields, type HouseholdValues, householdOf } from '../../application-entry/household-fields.tsx';
import { ProvisionalFacts } from '../provisional-facts.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

/* 先行提供 (art. 44): aid first, papers after; then confirmed or ended. */

interface Provided {
  readonly ground: ProvisionalGround;
  readonly note: string;
  readonly periodExpiresOn?: string;
  readonly toComplete: string;
  readonly days: number;
}

export function ProvideProvisionallyForm(props: ActionProps): ReactNode {
  const { t, language } = useWords();
  const dayRules = useDayRules();
  const [form] = Form.useForm<Provided>();
  const ground = Form.useWatch('ground', form);
  const days = Form.useWatch('days', form);
  const words = useFactWords();
  const told = props.matter.application?.application.assessment.provisionalAid;
  const now = today();
  return (
    <ActionForm<Provided>
      {...props}
      form={form}
      event="provideProvisionally"
      initial={{
        ground: told?.ground ?? 'periodExpiring',
        note: '',
        toComplete: t('provideProvisionally.usual'),
        days: 7,
      }}
      send={({ toComplete, note, periodExpiresOn, ...values }, version, key) =>
        moveApplication(
          props.matter.current,
          'provideProvisionally',
          {
            version,
            ...values,
            note: note.trim(),
            toComplete: toComplete
              .split('\n')
              .map((item) => item.trim())
              .filter((item) => item !== ''),
            ...(periodExpiresOn === undefined ? {} : { periodExpiresOn }),
          },
          key,
        )
      }
      mine={({ ground: chosen, periodExpiresOn, toComplete, days: given }) => ({
        provisionalGround: words.provisionalGround(chosen),
        periodExpiresOn: words.day(periodExpiresOn),
        toComplete: words.lines(toComplete.split('\n').filter((item) => item.trim() !== '')),
        completeBy: Number.isInteger(given) ? words.day(addDays(now, given)) : null,
      })}
      intro={<p>{t('provideProvisionally.intro')}</p>}
    >
      <Form.Item name="ground" label={t('provisional.ground')}>
        <Radio.Group options={provisionalGrounds.map((value) => ({ value, label: t(`provisionalGround.${value}`) }))} />
      </Form.Item>
      {ground === 'periodExpiring' ? (
        <Form.Item
          name="periodExpiresOn"
          label={t('provisional.periodExpiresOn')}
          rules={dayRules({
            ...(told?.ground === 'periodExpiring' ? {} : { required: t('provideProvisionally.periodMissing') }),
            notBefore: now,
            notAfter: addDays(now, 6),
          })}
        >
          <DayField />
        </Form.Item>
      ) : null}
      <Form.Item
        name="note"
        label={t('provisional.note')}
        rules={
          ground === 'other'
            ? [{ required: true, whitespace: true, message: t('provideProvisionally.noteMissing') }]
            : []
        }
      >
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
      <Form.Item
        name="toComplete"
        label={t('provisional.toComplete')}
        rules={[{ required: true, whitespace: true, message: t('provideProvisionally.itemsMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="days"
        label={t('provideProvisionally.days')}
        extra={
          typeof days === 'number' && days > 0
            ? t('requestSupplement.until', { day: dayInWords(addDays(now, days), language, now) })
            : undefined
        }
        rules={[{ required: true, type: 'integer', min: 1, max: 30, message: t('requestSupplement.daysRange') }]}
      >
        <InputNumber min={1} max={30} precision={0} suffix={t('form.days')} />
      </Form.Item>
    </ActionForm>
  );
}

interface Completed {
  readonly note: string;
  readonly materials: readonly MaterialInput[];
  readonly household?: HouseholdValues;
}

export function CompletePapersForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const words = useFactWords();
  // As it was when the form was opened: what was typed stays.
  const [meansAsked] = useState(props.matter.application?.household === null);
  return (
    <ActionForm<Completed>
      {...props}
      event="completePapers"
      initial={{ note: '', materials: [] }}
      send={({ note, materials, household }, version, key) => {
        const told = household === undefined ? undefined : householdOf(household);
        return moveApplication(
          props.matter.current,
          'completePapers',
          { version, note: note.trim(), materials, ...(told === undefined ? {} : { household: told }) },
          key,
        );
      }}
      mine={({ materials, household }) => ({
        materials: words.lines(materials.map(({ fileName }) => fileName)),
        ...(meansAsked ? words.household(household) : {}),
      })}
      intro={
        <>
          <p>{t('completePapers.intro')}</p>
          <ProvisionalFacts matter={props.matter} />
        </>
      }
    >
      <Form.Item name="materials" label={t('answerSupplement.materials')}>
        <MaterialsField />
      </Form.Item>
      {meansAsked ? <HouseholdFields name="household" optional /> : null}
      <Form.Item name="note" label={t('answerSupplement.note')}>
        <ProseField maxLength={2000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}

export function ConfirmProvisionalForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  return (
    <ActionForm<{ note: string }>
      {...props}
      event="confirmProvisional"
      initial={{ note: '' }}
      send={(values, version, key) =>
        moveApplication(props.matter.current, 'confirmProvisional', { version, ...values }, key)
      }
      intro={
        <>
          <p>{t('confirmProvisional.intro')}</p>
          <ProvisionalFacts matter={props.matter} />
        </>
      }
    >
      <Form.Item name="note" label={t('decide.note')}>
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}

interface Ended {
  readonly outcome: 'notMadeGood' | 'notEligible';
  readonly facts: string;
}

export function EndProvisionalForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const came = props.matter.application?.provisional?.completedAt !== null;
  return (
    <ActionForm<Ended>
      {...props}
      event="endProvisional"
      danger
      initial={{ outcome: came ? 'notEligible' : 'notMadeGood', facts: '' }}
      send={({ outcome, facts }, version, key) =>
        moveApplication(props.matter.current, 'endProvisional', { version, outcome, facts: facts.trim() }, key)
      }
      intro={
        <>
          <p>{t('endProvisional.intro')}</p>
          <ProvisionalFacts matter={props.matter} />
        </>
      }
    >
      <Form.Item name="outcome" label={t('endProvisional.outcome')}>
        <Radio.Group
          options={(['notMadeGood', 'notEligible'] as const).map((value) => ({
            value,
            label: t(`endProvisional.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="facts"
        label={t('endProvisional.facts')}
        rules={[{ required: true, whitespace: true, message: t('endProvisional.factsMissing') }]}
      >
        <ProseField maxLength={2000} />
      </Form.Item>
    </ActionForm>
  );
}
