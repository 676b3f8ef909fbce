import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { isProblem, pathOf } from '../api/problem.ts';
import { changePassword } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { ProblemNote } from '../parts/problem-note.tsx';

interface Values {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** 修改密码. The server judges the new one; all other sessions end. */
export function PasswordForm({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => changePassword({ current, next }),
    onSuccess: () => {
      form.resetFields();
      onDone();
    },
    onError: (error) => {
      const faults = isProblem(error) ? (error.body.errors ?? []) : [];
      form.setFields(faults.map((fault) => ({ name: pathOf(fault.pointer) as never, errors: [fault.detail] })));
    },
  });
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      {change.isError ? <ProblemNote error={change.error} /> : null}
      <Form.Item
        name="current"
        label={t('password.current')}
        rules={[{ required: true, message: t('session.passwordMissing') }]}
      >
        <Input type="password" autoComplete="current-password" maxLength={1024} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.next')}
        extra={t('password.nextHint')}
        rules={[{ required: true, message: t('session.passwordMissing') }]}
      >
        <Input type="password" autoComplete="new-password" maxLength={1024} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, again: string | undefined) =>
              again === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('password.differ'))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={1024} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('password.change')}
      </Button>
    </Form>
  );
}
