import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { createAccount } from '../../api/accounts.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem, pathOf } from '../../api/problem.ts';
import type { Role } from '../../api/session.ts';
import { useWords } from '../../locales/i18n.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useScope } from '../../shell/scope.ts';
import { FirstPassword } from './first-password.tsx';
import { GrantFields } from './grant-fields.tsx';

interface Values {
  readonly tenant: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role?: Role;
  readonly place: string;
  readonly subtree?: boolean;
}

/** 开户: the first password is shown once. */
export function NewAccountPanel({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { tenant, tenants } = useScope();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const key = useRef(newIdempotencyKey());
  const make = useMutation({
    mutationFn: ({ role, place, subtree, ...account }: Values) =>
      createAccount(
        { ...account, grants: role === undefined ? [] : [{ role, tenant: place, subtree: subtree === true }] },
        key.current,
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    onError: (error) => {
      if (!isProblem(error)) return;
      if (error.status >= 400) key.current = newIdempotencyKey();
      form.setFields(
        (error.body.errors ?? []).map((fault) => ({ name: pathOf(fault.pointer) as never, errors: [fault.detail] })),
      );
    },
  });
  const home = tenant ?? tenants[0]?.code;
  return (
    <Panel title={t('accounts.new')} onClose={onClose}>
      {make.data === undefined ? (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ tenant: home, place: home }}
          onFinish={(values) => make.mutate(values)}
        >
          {make.isError ? <ProblemNote error={make.error} /> : null}
          <Form.Item
            name="displayName"
            label={t('person.name')}
            rules={[{ required: true, whitespace: true, message: t('person.nameMissing') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="userName"
            label={t('session.userName')}
            extra={t('accounts.userNameHint')}
            rules={[{ required: true, whitespace: true, message: t('session.userNameMissing') }]}
          >
            <Input maxLength={32} autoComplete="off" />
          </Form.Item>
          <Form.Item name="tenant" label={t('accounts.home')}>
            <Select options={tenants.map((place) => ({ value: place.code, label: place.name }))} />
          </Form.Item>
          <GrantFields optional placeName="place" />
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {t('accounts.new')}
          </Button>
        </Form>
      ) : make.data.password === null ? (
        <p>{t('accounts.repeated')}</p>
      ) : (
        <FirstPassword name={make.variables?.userName ?? ''} password={make.data.password} />
      )}
    </Panel>
  );
}
