import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import css from './tag.module.css';

/** A small mark with a word: what kind, what state. */
export function Tag({
  tone = 'quiet',
  icon,
  children,
}: {
  tone?: 'quiet' | 'qing' | 'zhu' | 'amber' | 'green';
  icon?: IconName;
  children: ReactNode;
}): ReactNode {
  return (
    <span className={`${css.tag} ${css[tone] ?? ''}`}>
      {icon === undefined ? null : <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
