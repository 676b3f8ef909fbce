import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { type Account, accountsQuery } from '../../api/accounts.ts';
import { useWords } from '../../locales/i18n.ts';
import type { Column } from '../../parts/data-cell.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSession } from '../../session/gate.tsx';
import { useRoleName } from '../../shell/role-name.ts';
import { useScope } from '../../shell/scope.ts';
import { AccountPanel } from './account-panel.tsx';
import { NewAccountPanel } from './new-account-panel.tsx';

/** 账号名册. */
export function AccountsView(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const roleName = useRoleName();
  const { tenant, nameOf } = useScope();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const query = useInfiniteQuery(accountsQuery({ tenant, text: text === '' ? undefined : text }));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const [open, setOpen] = useState<string>();
  const [making, setMaking] = useState(false);
  const keeps = session.roles.includes('securityAdmin');
  const opened = rows.find((row) => row.accountId === open);
  const rolesOf = (row: Account): string =>
    [...new Set(row.grants.map((grant) => roleName(grant.role)))].join(t('word.list'));
  const columns: readonly Column<Account>[] = [
    {
      key: 'userName',
      title: t('session.userName'),
      rank: 'lead',
      width: 160,
      cell: (row) => row.userName,
      text: (row) => row.userName,
    },
    {
      key: 'name',
      title: t('person.name'),
      width: 140,
      narrow: 'first',
      cell: (row) => row.displayName,
      text: (row) => row.displayName,
    },
    { key: 'roles', title: t('account.roles'), cell: rolesOf, text: rolesOf },
    {
      key: 'home',
      title: t('accounts.home'),
      width: 100,
      cell: (row) => nameOf(row.tenant),
      text: (row) => nameOf(row.tenant),
    },
    {
      key: 'totp',
      title: t('session.code'),
      width: 100,
      cell: (row) => (row.totp ? t('accounts.totpOn') : '—'),
      text: (row) => (row.totp ? t('accounts.totpOn') : ''),
    },
    {
      key: 'state',
      title: t('accounts.state'),
      width: 130,
      cell: (row) =>
        row.state === 'disabled' ? (
          <Tag tone="zhu">{t('accounts.disabled')}</Tag>
        ) : row.passwordDue ? (
          <Tag tone="amber">{t('accounts.passwordDue')}</Tag>
        ) : (
          t('accounts.active')
        ),
      text: (row) => (row.state === 'disabled' ? t('accounts.disabled') : t('accounts.active')),
    },
  ];
  return (
    <>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <DataTable
        name="accounts"
        caption={t('system.accounts')}
        tools={
          <>
            <Input
              allowClear
              style={{ width: 240 }}
              placeholder={t('accounts.search')}
              aria-label={t('accounts.search')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {keeps ? <Button onClick={() => setMaking(true)}>{t('accounts.new')}</Button> : null}
          </>
        }
        columns={columns}
        rows={rows}
        keyOf={(row) => row.accountId}
        onOpen={(row) => setOpen(row.accountId)}
        openKey={open}
        loading={query.isPending}
        more={{ has: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() }}
        empty={<Empty title={t('accounts.empty')} hint={t('accounts.emptyHint')} />}
      />
      {opened === undefined ? null : (
        <AccountPanel key={opened.accountId} account={opened} keeps={keeps} onClose={() => setOpen(undefined)} />
      )}
      {making ? <NewAccountPanel onClose={() => setMaking(false)} /> : null}
    </>
  );
}
