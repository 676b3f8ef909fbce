import type { Permission } from '../../kernel/use-case/index.ts';

/** Every clock of a centre: for its head, those who look after its quality, and the justice bureau. Numbers and days, no person. */
export const mayReadClocks: Permission = {
  key: 'clocks.read',
  roles: ['manager', 'approver', 'quality', 'bureauReviewer'],
};
