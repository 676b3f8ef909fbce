import type { Permission } from '../../kernel/use-case/index.ts';

/** Amounts are read by those who work them out, approve and pay them, and by the head. */
export const mayReadSubsidies: Permission = {
  key: 'subsidy.read',
  roles: ['finance', 'approver', 'manager', 'clerk', 'quality'],
};
/** A handler sees what is due to them. */
export const mayReadOwnSubsidies: Permission = { key: 'subsidy.readOwn', roles: ['handler'] };
export const mayKeepFunds: Permission = { key: 'subsidy.keepFunds', roles: ['finance'] };
export const mayPay: Permission = { key: 'subsidy.pay', roles: ['finance'] };
