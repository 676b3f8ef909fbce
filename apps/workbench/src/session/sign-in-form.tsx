import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { type Session, signIn } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { TextButton } from '../parts/text-button.tsx';

interface Values {
  readonly userName: string;
  readonly password: string;
  readonly code?: string;
  readonly recoveryCode?: string;
}

/** Refusals that mean: name and password are right, the second factor is not there yet. */
const secondFactor = ['auth.codeRequired', 'auth.oneTimeCode', 'auth.oneTimeCodeUsed', 'auth.recoveryCode'];

/** User name, password and, once the server asks for it, the one-time code or one of the codes written down. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }): ReactNode {
  const { t } = useWords();
  const [asked, setAsked] = useState<'none' | 'code' | 'recoveryCode'>('none');
  const attempt = useMutation({
    mutationFn: ({ userName, password, code, recoveryCode }: Values) =>
      signIn({
        userName: userName.trim(),
        password,
        ...(asked === 'code' && code !== undefined ? { code: code.replace(/\s/g, '') } : {}),
        ...(asked === 'recoveryCode' && recoveryCode !== undefined ? { recoveryCode: recoveryCode.trim() } : {}),
      }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (asked === 'none' && isProblem(error) && secondFactor.includes(error.code)) setAsked('code');
    },
  });
  const merelyAsked = isProblem(attempt.error, 'auth.codeRequired');
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => attempt.mutate(values)}>
      {attempt.isError && !merelyAsked ? <ProblemNote error={attempt.error} /> : null}
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
        <Input type="password" autoComplete="current-password" maxLength={1024} size="large" />
      </Form.Item>
      {asked === 'code' ? (
        <Form.Item
          name="code"
          label={t('session.code')}
          extra={<TextButton onClick={() => setAsked('recoveryCode')}>{t('session.useRecoveryCode')}</TextButton>}
          rules={[{ required: true, whitespace: true, message: t('session.codeMissing') }]}
        >
          <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={12} size="large" />
        </Form.Item>
      ) : null}
      {asked === 'recoveryCode' ? (
        <Form.Item
          name="recoveryCode"
          label={t('session.recoveryCode')}
          extra={<TextButton onClick={() => setAsked('code')}>{t('session.useCode')}</TextButton>}
          rules={[{ required: true, whitespace: true, message: t('session.recoveryCodeMissing') }]}
        >
          <Input autoFocus autoComplete="off" maxLength={40} size="large" />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={attempt.isPending}>
        {t('session.signIn')}
      </Button>
    </Form>
  );
}
