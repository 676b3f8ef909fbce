import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { signOut } from '../api/session.ts';
import { useWords } from '../locales/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../session/gate.tsx';
import css from './header-menu.module.css';
import { useLanguageChange } from './language-switch.tsx';
import { useRoleName } from './role-name.ts';

/** Who is at the desk, in which roles; the other language; the way out. */
export function AccountMenu(): ReactNode {
  const { t, language } = useWords();
  const session = useSession();
  const roleName = useRoleName();
  const navigate = useNavigate();
  const changeLanguage = useLanguageChange();
  const { message } = App.useApp();
  const leave = useMutation({
    mutationFn: signOut,
    // A fresh page: nothing of this person's work stays in memory.
    onSuccess: () => window.location.assign('/desk/'),
    onError: () => void message.error(t('problem.unreachable')),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: [
              session.account.name,
              [...session.roles, ...session.counterRoles].map(roleName).join(t('word.list')),
            ].join(t('word.dot')),
          },
          { key: 'account', label: t('account.title') },
          { key: 'language', label: language === 'zh' ? 'English' : '中文' },
          { type: 'divider' },
          { key: 'leave', label: t('session.signOut') },
        ],
        onClick: ({ key }) => {
          if (key === 'leave') leave.mutate();
          if (key === 'account') void navigate({ to: '/account' });
          if (key === 'language') changeLanguage(language === 'zh' ? 'en' : 'zh');
        },
      }}
    >
      <button type="button" className={css.trigger} aria-label={t('session.account', { name: session.account.name })}>
        <span className={css.name}>{session.account.name}</span>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}
