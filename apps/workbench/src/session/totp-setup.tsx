import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { confirmTotp, enrolTotp } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import css from './totp-setup.module.css';

/** 绑定动态口令: scan, show that the phone has it, write down the recovery codes. */
export function TotpSetup({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useWords();
  const enrolment = useQuery({
    queryKey: ['totp-enrolment'],
    queryFn: enrolTotp,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const confirm = useMutation({ mutationFn: (code: string) => confirmTotp(code.replace(/\s/g, '')) });

  if (confirm.data !== undefined) {
    return (
      <div className={css.setup}>
        <p>{t('totp.recoveryHint')}</p>
        <ol className={css.codes}>
          {confirm.data.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className={css.foot}>
          <Button onClick={() => window.print()}>{t('totp.print')}</Button>
          <Button type="primary" onClick={onDone}>
            {t('totp.kept')}
          </Button>
        </div>
      </div>
    );
  }
  if (enrolment.isError) return <ProblemNote error={enrolment.error} onRetry={() => void enrolment.refetch()} />;
  if (enrolment.data === undefined) return null;
  return (
    <div className={css.setup}>
      <p>{t('totp.scan')}</p>
      <img className={css.picture} src={enrolment.data.picture} alt={t('totp.picture')} width={200} height={200} />
      <p className="soft">
        {t('totp.secret')} <code className={css.secret}>{enrolment.data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => confirm.mutate(code)}>
        {confirm.isError ? <ProblemNote error={confirm.error} /> : null}
        <Form.Item
          name="code"
          label={t('totp.code')}
          rules={[{ required: true, whitespace: true, message: t('session.codeMissing') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('totp.confirm')}
        </Button>
      </Form>
    </div>
  );
}
