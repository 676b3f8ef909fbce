import type { Permission } from '../../kernel/use-case/index.ts';

/** Who keeps the network's registers. Agencies and nearest places are public and need no right. */
export const mayKeepRegister: Permission = { key: 'network.keepRegister', roles: ['systemAdmin'] };
export const mayManageNetwork: Permission = { key: 'network.manage', roles: ['manager'] };
export const mayReadPersonnel: Permission = {
  key: 'network.readPersonnel',
  roles: ['manager', 'designator', 'reviewer', 'approver', 'quality', 'finance', 'clerk'],
};
