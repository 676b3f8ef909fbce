import { Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { useFactWords } from '../use-recorded-facts.ts';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly signed: 'yes' | 'no';
  readonly signedOn?: string;
  readonly scope: 'general' | 'special';
  readonly specialPowers?: string;
  readonly withoutAgreement?: string;
}

/** 登记委托协议: signed, with what powers; or why there is none. */
export function RecordAgreementForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const dayRules = useDayRules();
  const [form] = Form.useForm<Values>();
  const words = useFactWords();
  const signed = Form.useWatch('signed', form);
  const scope = Form.useWatch('scope', form);
  return (
    <ActionForm<Values>
      {...props}
      form={form}
      event="recordAgreement"
      mine={(values) => ({
        agreementOn: values.signed === 'no' ? null : words.day(values.signedOn),
        withoutAgreement: values.signed === 'no' ? words.text(values.withoutAgreement) : null,
      })}
      initial={{ signed: 'yes', scope: 'general', signedOn: today() }}
      send={(values, version, key) =>
        moveCase(
          props.matter.current,
          'recordAgreement',
          values.signed === 'no'
            ? { version, withoutAgreement: values.withoutAgreement?.trim() }
            : {
                version,
                signedOn: values.signedOn,
                scope: values.scope,
                specialPowers: values.scope === 'special' ? powersOf(values.specialPowers) : [],
              },
          key,
        )
      }
    >
      <Form.Item name="signed" label={t('agreement.signed')}>
        <Radio.Group
          options={[
            { value: 'yes', label: t('agreement.yes') },
            { value: 'no', label: t('agreement.no') },
          ]}
        />
      </Form.Item>
      {signed === 'no' ? (
        <Form.Item
          name="withoutAgreement"
          label={t('agreement.why')}
          rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
        >
          <ProseField maxLength={500} placeholder={t('agreement.whyHint')} />
        </Form.Item>
      ) : (
        <>
          <Form.Item
            name="signedOn"
            label={t('agreement.signedOn')}
            rules={dayRules({ required: t('form.dayMissing'), notAfter: today() })}
          >
            <DayField />
          </Form.Item>
          <Form.Item name="scope" label={t('agreement.scope')}>
            <Radio.Group
              options={[
                { value: 'general', label: t('agreement.general') },
                { value: 'special', label: t('agreement.special') },
              ]}
            />
          </Form.Item>
          {scope === 'special' ? (
            <Form.Item
              name="specialPowers"
              label={t('agreement.powers')}
              rules={[{ required: true, whitespace: true, message: t('agreement.powersMissing') }]}
            >
              <ProseField maxLength={2000} placeholder={t('agreement.powersHint')} />
            </Form.Item>
          ) : null}
        </>
      )}
    </ActionForm>
  );
}

/** One power a line, or parted by 、. */
function powersOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[\n、]/)
    .map((power) => power.trim())
    .filter((power) => power !== '');
}
