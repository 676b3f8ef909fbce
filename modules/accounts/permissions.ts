import type { Permission } from '../../kernel/use-case/index.ts';

export const mayKeepAccounts: Permission = { key: 'account.keep', roles: ['securityAdmin'] };
export const mayReadAccounts: Permission = { key: 'account.read', roles: ['securityAdmin', 'auditAdmin', 'manager'] };
