import { expect, test } from 'vitest';
import { staffActor } from '../../../kernel/use-case/index.ts';
import { roleNames, roles } from '../../accounts/index.ts';
import { isIndependent } from './independence.ts';

const tenant = '530521';
const holding = (...held: readonly string[]) =>
  staffActor(
    'me',
    '某',
    held.map((role) => ({ role, tenant, subtree: false })),
    [tenant],
  );

test('a reviewer of the bureau is independent of the centre', () => {
  expect(isIndependent(holding('bureauReviewer'), tenant, ['a', 'b'])).toBe(true);
});

test('whoever had a hand in the decision is not', () => {
  expect(isIndependent(holding('bureauReviewer'), tenant, ['a', 'me'])).toBe(false);
});

test.each(roleNames.filter((role) => roles[role].duty === 'business'))(
  'nor is anybody who is also %s there',
  (role) => {
    expect(isIndependent(holding('bureauReviewer', role), tenant, [])).toBe(false);
  },
);

test('work at another centre does not matter', () => {
  const elsewhere = staffActor(
    'me',
    '某',
    [
      { role: 'bureauReviewer', tenant, subtree: false },
      { role: 'approver', tenant: '530523', subtree: false },
    ],
    [tenant, '530523'],
  );
  expect(isIndependent(elsewhere, tenant, [])).toBe(true);
});
