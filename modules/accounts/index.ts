/** Accounts (账号): who works here, what they may do, and how they sign in. */
export { type AccountsDeps, type AccountsHooks, accountsHooks, csrfHeader, sessionCookie } from './http.ts';
export { accountTables } from './migrations/0001-accounts.ts';
export { mayKeepAccounts, mayReadAccounts } from './permissions.ts';
export { accountRefusals } from './refusals.ts';
export { isRole, type Role, roleNames, roles } from './roles.ts';
export { accountRoutes } from './routes.ts';
export { clashingRoles } from './rules/separation.ts';
export { foldUserName, isUserName } from './rules/user-name.ts';
export {
  type AccountView,
  accountView,
  type GrantInput,
  grantInput,
  newAccountInput,
  type SessionView,
} from './schema.ts';
export { accountSealedColumns } from './sealed.ts';
export { readSession, type Session, type SessionReading } from './session.ts';
export { accountsHolding } from './store/accounts.ts';
export type { AccountTables } from './tables.ts';
export { changePassword, hashNewPassword } from './use-cases/change-password.ts';
export { grantRole, revokeRole } from './use-cases/change-roles.ts';
export { type CreateAccount, createAccount } from './use-cases/create-account.ts';
export { confirmTotp, enrolTotp, removeTotp, type StartedTotp } from './use-cases/enrol-totp.ts';
export { disableAccount, enableAccount, resetPassword, resetTotp, unlockAccount } from './use-cases/keep-account.ts';
export { type ListAccounts, listAccounts } from './use-cases/list-accounts.ts';
export { type SignedIn, type SignIn, signIn } from './use-cases/sign-in.ts';
export { signOut } from './use-cases/sign-out.ts';
