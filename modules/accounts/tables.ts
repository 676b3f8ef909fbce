import type { Generated } from 'kysely';
import type { Instant } from '../../kernel/time/index.ts';
import type { Role } from './roles.ts';

/** Shared register: which centre keeps the account of a login name. */
export interface LoginNameTable {
  userName: string;
  homeTenant: string;
  accountId: string;
}

/** 账号, kept by its home centre. */
export interface AccountTable {
  tenant: string;
  id: string;
  userName: string;
  displayName: string;
  state: 'active' | 'disabled';
  passwordHash: string;
  passwordChangedAt: Instant;
  /** True until the holder has chosen a password of their own. */
  passwordDue: boolean;
  createdAt: Instant;
  demonstration: boolean;
  version: Generated<number>;
}

/** 授权: one role held at `place` (a tenant, perhaps with everything below it), perhaps at one agency only. */
export interface AccountGrantTable {
  tenant: string;
  id: string;
  accountId: string;
  role: Role;
  place: string;
  subtree: boolean;
  agency: string | null;
  grantedAt: Instant;
  grantedBy: string;
}

/** 会话: only the hash of its token is kept. */
export interface SessionTable {
  tenant: string;
  tokenHash: string;
  id: string;
  accountId: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
}

/**
 * Failed sign-ins by login name, known or not, so that a name nobody has is locked like any other. The name is kept as a
 * blind index: people type passwords into the wrong field. Unknown names belong to no centre and stand under `nowhere`.
 */
export interface SignInAttemptTable {
  tenant: string;
  nameIndex: string;
  failures: number;
  lastFailureAt: Instant;
}

/** 动态口令. `lastStep` is the last time step used, so that a code opens once. */
export interface TotpTable {
  tenant: string;
  accountId: string;
  secretSealed: string;
  startedAt: Instant;
  confirmedAt: Instant | null;
  lastStep: number | null;
}

export interface RecoveryCodeTable {
  tenant: string;
  accountId: string;
  codeHash: string;
  usedAt: Instant | null;
}

export type AccountTables = {
  loginName: LoginNameTable;
  account: AccountTable;
  accountGrant: AccountGrantTable;
  session: SessionTable;
  signInAttempt: SignInAttemptTable;
  totp: TotpTable;
  recoveryCode: RecoveryCodeTable;
};

/** The tenant of what belongs to no centre. Zeros are no code of GB/T 2260. */
export const nowhere = '000000';
