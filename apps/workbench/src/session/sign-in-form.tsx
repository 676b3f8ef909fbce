import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { type Session, type SignIn, signIn } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { ProblemNote } from '../parts/problem-note.tsx';

/** Codes by which the server asks for the second factor. */
const asksForCode = ['auth.codeRequired', 'auth.codeWrong'] as const;

/** User name, password and, once the server asks for it, the one-time code. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }): ReactNode {
  const { t } = useWords();
  const [form] = Form.useForm<SignIn>();
  const [codeAsked, setCodeAsked] = useState(false);
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: onSignedIn,
    onError: (error) => {
      if (asksForCode.some((code) => isProblem(error, code))) setCodeAsked(true);
    },
  });
  const onlyAsked = isProblem(attempt.error, 'auth.codeRequired');
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ userName, password, code }) =>
        attempt.mutate({
          userName: userName.trim(),
          password,
          ...(code === undefined || code === '' ? {} : { code: code.replace(/\s/g, '') }),
        })
      }
    >
      {attempt.isError && !onlyAsked ? <ProblemNote error={attempt.error} /> : null}
      <Form.Item
        name="userName"
        label={t('session.userName')}
        rules={[{ required: true, whitespace: true, message: t('session.userNameMissing') }]}
      >
        <Input autoComplete="username" autoFocus maxLength={64} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        rules={[{ required: true, message: t('session.passwordMissing') }]}
      >
        <Input type="password" autoComplete="current-password" maxLength={200} size="large" />
      </Form.Item>
      {codeAsked ? (
        <Form.Item
          name="code"
          label={t('session.code')}
          extra={t('session.codeHint')}
          rules={[{ required: true, whitespace: true, message: t('session.codeMissing') }]}
        >
          <Input autoFocus autoComplete="one-time-code" maxLength={40} size="large" />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={attempt.isPending}>
        {t('session.signIn')}
      </Button>
    </Form>
  );
}
