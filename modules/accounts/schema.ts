import { z } from 'zod';
import { roleNames } from './roles.ts';
import { foldUserName, isUserName } from './rules/user-name.ts';

/*
 * Accounts and sessions as they come in and go out.
 */

export const tenantCode = z.string().regex(/^\d{6}$/);

const visible = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** As typed at sign-in: no shape is asked for, so that nothing is told about what names look like. */
export const signInInput = z.strictObject({
  userName: z.string().min(1).max(64),
  password: z.string().min(1).max(1024),
  code: z.string().max(20).optional(),
  recoveryCode: z.string().max(40).optional(),
});

export const userName = z
  .string()
  .max(64)
  .refine((typed) => isUserName(foldUserName(typed)), { params: { code: 'account.userNameFormat' } });

/** 授权: one role held at a centre, perhaps with everything below it, perhaps at one agency only. */
export const grantInput = z
  .strictObject({
    role: z.enum(roleNames),
    /** The centre, or with `subtree` the region, that the role is held at. */
    tenant: tenantCode,
    subtree: z.boolean().default(false),
    agency: z.uuid().optional(),
  })
  .refine((grant) => !(grant.subtree && grant.agency !== undefined), {
    path: ['agency'],
    params: { code: 'account.agencyWithSubtree' },
  });
export type GrantInput = z.infer<typeof grantInput>;

export const newAccountInput = z.strictObject({
  /** Home centre: who keeps the account. */
  tenant: tenantCode,
  userName,
  displayName: z.string().trim().min(1).max(100).regex(visible),
  grants: z.array(grantInput).max(20).default([]),
});

export const grantView = z.strictObject({
  grantId: z.uuid(),
  role: z.enum(roleNames),
  tenant: z.string(),
  subtree: z.boolean(),
  agency: z.uuid().nullable(),
  grantedAt: z.string(),
});

export const accountView = z.strictObject({
  accountId: z.uuid(),
  tenant: z.string(),
  userName: z.string(),
  displayName: z.string(),
  state: z.enum(['active', 'disabled']),
  passwordDue: z.boolean(),
  passwordChangedAt: z.string(),
  totp: z.boolean(),
  grants: z.array(grantView),
  createdAt: z.string(),
  demonstration: z.boolean(),
  version: z.int(),
});
export type AccountView = z.infer<typeof accountView>;

/** What the desk needs to know of the one who signed in. */
export const sessionView = z.strictObject({
  accountId: z.uuid(),
  tenant: z.string(),
  userName: z.string(),
  displayName: z.string(),
  grants: z.array(
    z.strictObject({
      role: z.string(),
      tenant: z.string(),
      subtree: z.boolean(),
      agency: z.string().optional(),
    }),
  ),
  /** Every centre whose matters are in sight. */
  tenants: z.array(z.string()),
  totp: z.boolean(),
  /** What must be done before anything else may be: choose a password, set up one-time codes. */
  due: z.enum(['password', 'totp']).nullable(),
  /** To be sent as `x-csrf-token` with every request that changes something. */
  csrfToken: z.string(),
  idleUntil: z.string(),
  expiresAt: z.string(),
  /** From so many days before its last one a time limit is called soon. */
  warningDays: z.int(),
  demonstration: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;
