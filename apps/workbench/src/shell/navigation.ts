import type { LocaleKey } from '../locales/zh-CN.ts';

/** One station of the desk, named for the work that is done there. */
export interface NavigationItem {
  readonly path:
    | '/today'
    | '/reception'
    | '/hotline'
    | '/review'
    | '/designation'
    | '/handling'
    | '/subsidies'
    | '/quality'
    | '/statistics'
    | '/system';
  readonly label: LocaleKey;
  /** Whoever holds one of these roles sees it. What may be done there, the server decides. */
  readonly roles: readonly string[];
}

export const navigation = [
  {
    path: '/today',
    label: 'nav.today',
    roles: ['clerk', 'reviewer', 'approver', 'designator', 'handler', 'finance', 'quality', 'manager', 'liaison'],
  },
  { path: '/reception', label: 'nav.reception', roles: ['clerk', 'reviewer', 'liaison'] },
  { path: '/hotline', label: 'nav.hotline', roles: ['hotlineAgent'] },
  {
    path: '/review',
    label: 'nav.review',
    roles: ['clerk', 'reviewer', 'approver', 'manager', 'liaison', 'hotlineAgent'],
  },
  { path: '/designation', label: 'nav.designation', roles: ['designator', 'manager'] },
  {
    path: '/handling',
    label: 'nav.handling',
    roles: ['handler', 'clerk', 'reviewer', 'approver', 'designator', 'manager'],
  },
  { path: '/subsidies', label: 'nav.subsidies', roles: ['finance', 'manager', 'approver', 'handler'] },
  { path: '/quality', label: 'nav.quality', roles: ['quality', 'manager'] },
  { path: '/statistics', label: 'nav.statistics', roles: ['manager', 'quality', 'finance', 'approver'] },
  { path: '/system', label: 'nav.system', roles: ['systemAdmin', 'securityAdmin', 'auditAdmin'] },
] as const satisfies readonly NavigationItem[];

/** What these roles see, in the order of a matter's way. */
export function navigationFor(roles: readonly string[]): readonly NavigationItem[] {
  return navigation.filter((item) => item.roles.some((role) => roles.includes(role)));
}

/** Where somebody with these roles begins the day. */
export function homeFor(roles: readonly string[]): NavigationItem['path'] {
  return navigationFor(roles)[0]?.path ?? '/today';
}
