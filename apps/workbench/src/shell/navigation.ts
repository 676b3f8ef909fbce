import type { Session } from '../api/session.ts';
import type { LocaleKey } from '../locales/zh-CN.ts';

/** One station of the desk, named for the work that is done there. */
export interface NavigationItem {
  readonly path:
    | '/today'
    | '/counter'
    | '/reception'
    | '/hotline'
    | '/review'
    | '/cooperation'
    | '/commitments'
    | '/complaints'
    | '/designation'
    | '/handling'
    | '/duty'
    | '/offers'
    | '/firm'
    | '/ledger'
    | '/archive'
    | '/templates'
    | '/subsidies'
    | '/quality'
    | '/reviews'
    | '/clocks'
    | '/statistics'
    | '/what-if'
    | '/circle'
    | '/points'
    | '/handlers'
    | '/law'
    | '/system';
  readonly label: LocaleKey;
  /** Whoever holds one of these roles at a centre sees it. What may be done there, the server decides. */
  readonly roles: readonly string[];
  /** Whoever holds one of these at a counter of their own sees it. */
  readonly counterRoles?: readonly string[];
}

export const navigation = [
  {
    path: '/today',
    label: 'nav.today',
    roles: [
      'clerk',
      'reviewer',
      'approver',
      'designator',
      'handler',
      'finance',
      'quality',
      'manager',
      'bureauReviewer',
    ],
  },
  { path: '/counter', label: 'nav.today', roles: [], counterRoles: ['clerk', 'liaison', 'hotlineAgent'] },
  {
    path: '/reception',
    label: 'nav.reception',
    roles: ['clerk', 'reviewer', 'liaison'],
    counterRoles: ['clerk', 'liaison'],
  },
  { path: '/hotline', label: 'nav.hotline', roles: ['hotlineAgent'], counterRoles: ['hotlineAgent'] },
  {
    path: '/review',
    label: 'nav.review',
    roles: ['clerk', 'reviewer', 'approver', 'manager', 'hotlineAgent', 'bureauReviewer'],
  },
  { path: '/cooperation', label: 'nav.cooperation', roles: ['clerk', 'reviewer', 'manager'] },
  {
    path: '/commitments',
    label: 'nav.commitments',
    roles: ['reviewer', 'approver', 'manager', 'quality', 'bureauReviewer'],
  },
  { path: '/complaints', label: 'nav.complaints', roles: ['bureauReviewer'] },
  { path: '/designation', label: 'nav.designation', roles: ['designator', 'manager'] },
  {
    path: '/handling',
    label: 'nav.handling',
    roles: ['handler', 'clerk', 'reviewer', 'approver', 'designator', 'manager'],
  },
  { path: '/offers', label: 'nav.offers', roles: ['handler'] },
  { path: '/firm', label: 'nav.firm', roles: ['clerk'], counterRoles: ['firmHead'] },
  {
    path: '/ledger',
    label: 'nav.ledger',
    roles: ['handler', 'designator', 'manager', 'quality'],
    counterRoles: ['firmHead'],
  },
  { path: '/duty', label: 'nav.duty', roles: ['designator', 'handler', 'clerk', 'manager'] },
  { path: '/archive', label: 'nav.archive', roles: ['archivist', 'reviewer', 'approver', 'manager'] },
  { path: '/subsidies', label: 'nav.subsidies', roles: ['finance', 'clerk', 'manager', 'approver', 'handler'] },
  { path: '/quality', label: 'nav.quality', roles: ['quality', 'manager'] },
  { path: '/reviews', label: 'nav.reviews', roles: ['handler'], counterRoles: ['firmHead'] },
  { path: '/clocks', label: 'nav.clocks', roles: ['manager', 'approver', 'quality', 'bureauReviewer'] },
  {
    path: '/statistics',
    label: 'nav.statistics',
    roles: ['manager', 'quality', 'finance', 'approver', 'bureauReviewer'],
  },
  { path: '/what-if', label: 'nav.whatIf', roles: ['manager'] },
  { path: '/circle', label: 'nav.circle', roles: ['manager', 'quality', 'finance', 'approver'] },
  { path: '/points', label: 'nav.points', roles: ['manager'] },
  { path: '/templates', label: 'nav.templates', roles: ['manager', 'approver', 'reviewer'] },
  { path: '/handlers', label: 'nav.handlers', roles: ['manager'] },
  { path: '/law', label: 'nav.law', roles: ['policyAdmin', 'manager', 'approver', 'reviewer'] },
  { path: '/system', label: 'nav.system', roles: ['systemAdmin', 'securityAdmin', 'auditAdmin'] },
] as const satisfies readonly NavigationItem[];

/** What this person sees, in the order of a matter's way. Who works at a centre has its own list; a counter's is for the others. */
export function navigationFor({
  roles,
  counterRoles,
}: Pick<Session, 'roles' | 'counterRoles'>): readonly NavigationItem[] {
  const items: readonly NavigationItem[] = navigation;
  const seen = items.filter(
    (item) =>
      item.roles.some((role) => roles.includes(role)) ||
      item.counterRoles?.some((role) => counterRoles.includes(role)) === true,
  );
  return seen.some((item) => item.path === '/today') ? seen.filter((item) => item.path !== '/counter') : seen;
}

/** Where this person begins the day. */
export function homeFor(session: Pick<Session, 'roles' | 'counterRoles'>): NavigationItem['path'] | '/account' {
  return navigationFor(session)[0]?.path ?? '/account';
}
