import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../locales/i18n.ts';
import { Icon } from '../parts/icon.tsx';
import css from './header-menu.module.css';
import { useScope } from './scope.ts';

/** 保山市 ▾: the place the desk works for. Somebody with one place only reads its name. */
export function ScopeChip(): ReactNode {
  const { t } = useWords();
  const { tenant, tenants, choose, nameOf } = useScope();
  if (tenants.length <= 1) return <span className={css.plain}>{tenants[0]?.name ?? ''}</span>;
  const all = 'all';
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [tenant ?? all],
        items: [
          { key: all, label: t('scope.all') },
          { type: 'divider' },
          ...tenants.map(({ code, name }) => ({ key: code, label: name })),
        ],
        onClick: ({ key }) => choose(key === all ? undefined : key),
      }}
    >
      <button
        type="button"
        className={css.trigger}
        aria-label={t('scope.choose', { place: tenant === undefined ? t('scope.all') : nameOf(tenant) })}
      >
        {tenant === undefined ? t('scope.all') : nameOf(tenant)}
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}
