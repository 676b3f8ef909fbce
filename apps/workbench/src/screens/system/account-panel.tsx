import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import {
  type Account,
  type AccountStep,
  type GrantInput,
  grantRole,
  resetPassword,
  revokeRole,
  stepAccount,
} from '../../api/accounts.ts';
import { useWords } from '../../locales/i18n.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextButton } from '../../parts/text-button.tsx';
import { useSession } from '../../session/gate.tsx';
import { useRoleName } from '../../shell/role-name.ts';
import { useScope } from '../../shell/scope.ts';
import { FirstPassword } from './first-password.tsx';
import { GrantFields } from './grant-fields.tsx';
import css from './system.module.css';

/** One account: its roles, and what a keeper may do to it. Nobody keeps their own. */
export function AccountPanel({
  account,
  keeps,
  onClose,
}: {
  account: Account;
  keeps: boolean;
  onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const roleName = useRoleName();
  const { nameOf } = useScope();
  const client = useQueryClient();
  const [form] = Form.useForm<GrantInput>();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['accounts'] });
  const step = useMutation({ mutationFn: (which: AccountStep) => stepAccount(account, which), onSuccess: reload });
  const revoke = useMutation({ mutationFn: (grantId: string) => revokeRole(account, grantId), onSuccess: reload });
  const give = useMutation({
    mutationFn: (grant: GrantInput) => grantRole(account, { ...grant, subtree: grant.subtree === true }),
    onSuccess: async () => {
      form.resetFields();
      await reload();
    },
  });
  const reset = useMutation({ mutationFn: () => resetPassword(account), onSuccess: reload });
  const may = keeps && account.accountId !== session.account.id;
  const error = step.error ?? revoke.error ?? give.error ?? reset.error;
  return (
    <Panel title={account.displayName} onClose={onClose}>
      <div className={css.account}>
        <p className="soft">
          {[
            account.userName,
            nameOf(account.tenant),
            account.state === 'disabled' ? t('accounts.disabled') : t('accounts.active'),
          ].join(t('word.dot'))}
        </p>
        {error === null ? null : <ProblemNote error={error} />}
        {reset.data === undefined ? null : <FirstPassword name={account.userName} password={reset.data.password} />}
        <section>
          <h3>{t('account.roles')}</h3>
          <ul className={css.grants}>
            {account.grants.map((grant) => (
              <li key={grant.grantId}>
                <span>
                  {roleName(grant.role)}{' '}
                  <span className="soft">
                    {[nameOf(grant.tenant), grant.subtree ? t('account.subtree') : ''].join(' ')}
                  </span>
                </span>
                {may ? (
                  <TextButton
                    aria-label={t('accounts.revokeOf', { role: roleName(grant.role) })}
                    onClick={() => revoke.mutate(grant.grantId)}
                  >
                    {t('accounts.revoke')}
                  </TextButton>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
        {may ? (
          <>
            <Form<GrantInput>
              form={form}
              layout="vertical"
              requiredMark={false}
              initialValues={{ tenant: account.tenant, subtree: false }}
              onFinish={(grant) => give.mutate(grant)}
            >
              <GrantFields />
              <Button htmlType="submit" loading={give.isPending}>
                {t('accounts.grant')}
              </Button>
            </Form>
            <section className={css.steps}>
              <h3>{t('accounts.keep')}</h3>
              <Button onClick={() => reset.mutate()} loading={reset.isPending}>
                {t('accounts.resetPassword')}
              </Button>
              <Button onClick={() => step.mutate('unlock')}>{t('accounts.unlock')}</Button>
              {account.totp ? (
                <Button onClick={() => step.mutate('reset-totp')}>{t('accounts.resetTotp')}</Button>
              ) : null}
              {account.state === 'active' ? (
                <Button danger onClick={() => step.mutate('disable')}>
                  {t('accounts.disable', { name: account.displayName })}
                </Button>
              ) : (
                <Button onClick={() => step.mutate('enable')}>{t('accounts.enable')}</Button>
              )}
            </section>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
