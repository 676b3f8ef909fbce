import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { removeTotp, sessionQuery } from '../../api/session.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { PasswordForm } from '../../session/password-form.tsx';
import { TotpSetup } from '../../session/totp-setup.tsx';
import { useRoleName } from '../../shell/role-name.ts';
import { useScope } from '../../shell/scope.ts';
import css from './account-screen.module.css';

/** 我的账号: roles, password, one-time codes. */
export function AccountScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const roleName = useRoleName();
  const { nameOf } = useScope();
  const { message } = App.useApp();
  return (
    <>
      <ScreenHead title={t('account.title')} beside={session.account.userName} />
      <div className={css.account}>
        <section>
          <h2>{t('account.roles')}</h2>
          <Facts>
            {session.grants.map((grant) => (
              <Fact key={`${grant.role}${grant.tenant}${grant.agency ?? ''}`} label={nameOf(grant.tenant)}>
                {roleName(grant.role)}
                {grant.subtree ? <span className="soft"> {t('account.subtree')}</span> : null}
              </Fact>
            ))}
          </Facts>
        </section>
        <section>
          <h2>{t('password.change')}</h2>
          <PasswordForm onDone={() => void message.success(t('password.changed'))} />
        </section>
        <section>
          <h2>{t('session.code')}</h2>
          <Totp on={session.totp} />
        </section>
      </div>
    </>
  );
}

function Totp({ on }: { on: boolean }): ReactNode {
  const { t } = useWords();
  const client = useQueryClient();
  const [setting, setSetting] = useState(false);
  const reload = (): void => {
    setSetting(false);
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const remove = useMutation({ mutationFn: (code: string) => removeTotp(code.replace(/\s/g, '')), onSuccess: reload });
  if (setting) return <TotpSetup onDone={reload} />;
  if (!on) {
    return (
      <>
        <p className="soft">{t('totp.off')}</p>
        <Button onClick={() => setSetting(true)}>{t('totp.setUp')}</Button>
      </>
    );
  }
  return (
    <>
      <p className="soft">{t('totp.on')}</p>
      <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => remove.mutate(code)}>
        {remove.isError ? <ProblemNote error={remove.error} /> : null}
        <Form.Item
          name="code"
          label={t('totp.code')}
          rules={[{ required: true, whitespace: true, message: t('session.codeMissing') }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
        </Form.Item>
        <Button danger htmlType="submit" loading={remove.isPending}>
          {t('totp.remove')}
        </Button>
      </Form>
    </>
  );
}
