import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { moveApplication } from '../../../api/applications.ts';
import { regionByCode } from '../../../api/regions.ts';
import { useWords } from '../../../locales/i18n.ts';
import { ReasonItem } from '../../../parts/reason-item.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';

interface Values {
  readonly toTenant: string;
  readonly reason: string;
}

/** 移送有权的中心 (art. 38): closed here, opened there, linked both ways. */
export function TransferForm(props: ActionProps): ReactNode {
  const { t } = useWords();
  const here = props.matter.tenant;
  const city = `${here.slice(0, 4)}00`;
  const register = useQuery(regionByCode(city));
  const centres =
    register.data === undefined
      ? []
      : [register.data, ...register.data.children].filter((region) => region.code !== here);
  return (
    <ActionForm<Values>
      {...props}
      event="transfer"
      danger
      send={(values, version, key) =>
        moveApplication(
          props.matter.current,
          'transfer',
          { version, toTenant: values.toTenant, reason: values.reason.trim() },
          key,
        )
      }
      intro={<p>{t('transfer.intro', { number: props.matter.number })}</p>}
    >
      <Form.Item
        name="toTenant"
        label={t('transfer.to')}
        rules={[{ required: true, message: t('transfer.toMissing') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={register.isPending}
          options={centres.map((region) => ({ value: region.code, label: region.name }))}
        />
      </Form.Item>
      <ReasonItem label={t('transfer.reason')} maxLength={1000} />
    </ActionForm>
  );
}
