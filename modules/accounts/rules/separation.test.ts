import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roleNames, roles } from '../roles.ts';
import { clashingRoles } from './separation.ts';

describe('roles kept apart', () => {
  test.each<[readonly Role[], readonly [Role, Role] | undefined]>([
    [[], undefined],
    [['reviewer', 'approver'], undefined],
    [['clerk', 'hotlineAgent', 'manager', 'finance'], undefined],
    [['systemAdmin', 'systemAdmin'], undefined],
    [['bureauReviewer'], undefined],
    [
      ['bureauReviewer', 'approver'],
      ['bureauReviewer', 'approver'],
    ],
    [
      ['systemAdmin', 'securityAdmin'],
      ['systemAdmin', 'securityAdmin'],
    ],
    [
      ['securityAdmin', 'auditAdmin'],
      ['securityAdmin', 'auditAdmin'],
    ],
    [
      ['clerk', 'reviewer', 'auditAdmin'],
      ['clerk', 'auditAdmin'],
    ],
  ])('%j', (held, clash) => {
    expect(clashingRoles(held)).toEqual(clash);
  });

  test('any set of roles either belongs to one duty or names two that do not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roleNames), { maxLength: 6 }), (held) => {
        const clash = clashingRoles(held);
        const duties = new Set(held.map((role) => roles[role].duty));
        if (clash === undefined) return duties.size <= 1;
        return held.includes(clash[0]) && held.includes(clash[1]) && roles[clash[0]].duty !== roles[clash[1]].duty;
      }),
    );
  });
});
