import { Checkbox, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { roles } from '../../api/session.ts';
import { useWords } from '../../locales/i18n.ts';
import { useScope } from '../../shell/scope.ts';

/** 授权: a role at a place, perhaps with everything below it. */
export function GrantFields({
  optional = false,
  placeName = 'tenant',
}: {
  optional?: boolean;
  placeName?: string;
}): ReactNode {
  const { t } = useWords();
  const { tenants } = useScope();
  return (
    <>
      <Form.Item
        name="role"
        label={t('accounts.role')}
        rules={optional ? [] : [{ required: true, message: t('accounts.roleMissing') }]}
      >
        <Select allowClear={optional} options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
      </Form.Item>
      <Form.Item name={placeName} label={t('column.place')}>
        <Select options={tenants.map((place) => ({ value: place.code, label: place.name }))} />
      </Form.Item>
      <Form.Item name="subtree" valuePropName="checked">
        <Checkbox>{t('accounts.subtree')}</Checkbox>
      </Form.Item>
    </>
  );
}
