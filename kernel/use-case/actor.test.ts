import { expect, test } from 'vitest';
import { staffActor } from './actor.ts';

const tenants = ['530500', '530502', '530521', '530523', '532300'];
const agency = '0193a000-0000-7000-8000-000000000001';
const other = '0193a000-0000-7000-8000-000000000002';

test('a role at the city with everything below reaches its counties and nobody else’s', () => {
  const head = staffActor('a', '某', [{ role: 'manager', tenant: '530500', subtree: true }], tenants);
  expect(head.scope.tenants).toEqual(['530500', '530502', '530521', '530523']);
  expect(head.holds(['manager'], { tenant: '530523' })).toBe(true);
  expect(head.holds(['manager'], { tenant: '532300' })).toBe(false);
});

test('without the subtree the city’s own matters only', () => {
  const reviewer = staffActor('a', '某', [{ role: 'reviewer', tenant: '530500', subtree: false }], tenants);
  expect(reviewer.scope.tenants).toEqual(['530500']);
});

test('a station’s clerk works at that counter, and does not read the county’s matters', () => {
  const clerk = staffActor('a', '某', [{ role: 'clerk', tenant: '530521', subtree: false, agency }], tenants);
  expect(clerk.holds(['clerk'], { tenant: '530521', agency })).toBe(true);
  expect(clerk.holds(['clerk'], { tenant: '530521', agency: other })).toBe(false);
  expect(clerk.holds(['clerk'], { tenant: '530521' })).toBe(false);
  expect(clerk.scope).toEqual({ tenants: ['530521'], agencies: [agency] });
});

test('a right that is not held is refused by name', () => {
  const clerk = staffActor('a', '某', [{ role: 'clerk', tenant: '530521', subtree: false }], tenants);
  expect(() => clerk.must({ key: 'x.y', roles: ['finance'] }, { tenant: '530521' })).toThrow('auth.forbidden');
});
