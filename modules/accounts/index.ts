/** Accounts (账号): who works here, what they may do, and how they sign in. */
export { accountTables } from './migrations/0001-accounts.ts';
export { isRole, type Role, roleNames, roles } from './roles.ts';
