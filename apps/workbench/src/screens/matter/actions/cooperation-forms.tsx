import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { moveApplication } from '../../../api/applications.ts';
import { regionByCode } from '../../../api/regions.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DaysField } from '../../../parts/days-field.tsx';
import { ProseField } from '../../../parts/prose-field.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Asked {
  readonly toTenant: string;
  readonly question: string;
  readonly days: number;
}

/** 请外地中心协助核查: what, by which centre, until when; the days to decide stand still meanwhile. */
export function RequestCooperationForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<Asked>();
  const here = props.matter.tenant;
  const register = useQuery(regionByCode(`${here.slice(0, 4)}00`));
  const centres =
    register.data === undefined
      ? []
      : [register.data, ...register.data.children].filter((region) => region.code !== here);
  return (
    <ActionForm<Asked>
      {...props}
      form={form}
      event="requestCooperation"
      initial={{ days: 7 }}
      send={({ question, ...values }, version, key) =>
        moveApplication(
          props.matter.current,
          'requestCooperation',
          { version, ...values, question: question.trim() },
          key,
        )
      }
      intro={<p>{t('cooperation.intro')}</p>}
    >
      <Form.Item
        name="toTenant"
        label={t('cooperation.to')}
        rules={[{ required: true, message: t('transfer.toMissing') }]}
      >
        <Select
          loading={register.isPending}
          options={centres.map((region) => ({ value: region.code, label: region.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item
        name="question"
        label={t('cooperation.question')}
        rules={[{ required: true, whitespace: true, message: t('cooperation.questionMissing') }]}
      >
        <ProseField maxLength={2000} rows={4} />
      </Form.Item>
      <DaysField label={t('cooperation.days')} />
    </ActionForm>
  );
}

/** 不再等待核查. */
export function EndCooperationForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const asked = props.matter.application?.cooperation.find(({ state }) => state === 'ASKED');
  return (
    <ActionForm<{ reason: string }>
      {...props}
      event="endCooperation"
      send={({ reason }, version, key) =>
        moveApplication(
          props.matter.current,
          'endCooperation',
          { version, toTenant: asked?.peerTenant ?? '', reason: reason.trim() },
          key,
        )
      }
      intro={<p>{t('cooperation.endIntro')}</p>}
    >
      <Form.Item
        name="reason"
        label={t('cooperation.endReason')}
        rules={[{ required: true, whitespace: true, message: t('form.reasonMissing') }]}
      >
        <ProseField maxLength={1000} rows={2} />
      </Form.Item>
    </ActionForm>
  );
}
