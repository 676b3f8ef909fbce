import { describe, expect, test } from 'vitest';
import { roles as serverRoles } from '../../../../modules/accounts/roles.ts';
import { homeFor, navigation, navigationFor } from './navigation.ts';

const paths = (roles: readonly string[], counterRoles: readonly string[] = []): readonly string[] =>
  navigationFor({ roles, counterRoles }).map((item) => item.path);

describe('each role sees its own work', () => {
  test.each([
    [['clerk'], ['/today', '/reception', '/review', '/cooperation', '/handling', '/firm', '/duty', '/subsidies']],
    [['hotlineAgent'], ['/hotline', '/review']],
    [['handler'], ['/today', '/handling', '/offers', '/ledger', '/duty', '/subsidies', '/reviews']],
    [['bureauReviewer'], ['/today', '/review', '/commitments', '/complaints', '/clocks', '/statistics']],
    [['quality'], ['/today', '/commitments', '/ledger', '/quality', '/clocks', '/statistics', '/circle']],
    [['securityAdmin'], ['/system']],
    [['auditAdmin'], ['/system']],
  ] as const)('%s', (roles, seen) => expect(paths(roles)).toEqual(seen));
  test('a station sees its own counter, not the desk of the centre', () =>
    expect(paths([], ['clerk'])).toEqual(['/counter', '/reception']));
  test('a liaison sees what the village handed in', () =>
    expect(paths([], ['liaison'])).toEqual(['/counter', '/reception']));
  test('who works at the centre and at a counter has one day, not two', () =>
    expect(paths(['reviewer'], ['clerk'])).toEqual([
      '/today',
      '/reception',
      '/review',
      '/cooperation',
      '/commitments',
      '/handling',
      '/archive',
      '/templates',
      '/law',
    ]));
  test('the administrators see nothing of the matters', () => {
    for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin']) expect(paths([role])).toEqual(['/system']);
  });
  // Held at one agency only: a village point, a firm.
  const bound = ['liaison', 'firmHead'];
  test('every role of the house has somewhere to begin', () => {
    for (const role of Object.keys(serverRoles))
      expect(
        homeFor({ roles: bound.includes(role) ? [] : [role], counterRoles: bound.includes(role) ? [role] : [] }),
      ).not.toBe('/account');
  });
  test('no station of the desk is for nobody', () => {
    for (const item of navigation)
      expect(item.roles.length + ('counterRoles' in item ? item.counterRoles.length : 0)).toBeGreaterThan(0);
  });
});
