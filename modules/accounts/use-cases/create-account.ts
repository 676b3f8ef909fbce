import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import { mayKeepAccounts } from '../permissions.ts';
import { foldUserName } from '../rules/user-name.ts';
import type { GrantInput } from '../schema.ts';
import { insertAccount } from '../store/accounts.ts';
import { addGrants } from './change-roles.ts';

export interface CreateAccount {
  /** Home centre. */
  readonly tenant: string;
  readonly userName: string;
  readonly displayName: string;
  /** From `hashNewPassword`, before the transaction. */
  readonly passwordHash: string;
  /** True for a password that somebody else chose: the holder must choose their own at the first sign-in. */
  readonly passwordDue: boolean;
  readonly grants?: readonly GrantInput[];
  readonly demonstration?: boolean;
}

/**
 * 开户: an account of a home centre, with its first roles. The name must have passed `userName` of the schema.
 * @throws Refusal `auth.forbidden`, `account.userNameTaken`, `account.rolesClash`, `account.grantTwice`
 */
export async function createAccount(
  tx: Tx,
  actor: Actor,
  input: CreateAccount,
): Promise<{ accountId: string; version: number }> {
  actor.must(mayKeepAccounts, { tenant: input.tenant });
  const key = { tenant: input.tenant, accountId: tx.newId() };
  await insertAccount(tx, {
    tenant: input.tenant,
    id: key.accountId,
    userName: foldUserName(input.userName),
    displayName: input.displayName,
    state: 'active',
    passwordHash: input.passwordHash,
    passwordChangedAt: tx.at,
    passwordDue: input.passwordDue,
    createdAt: tx.at,
    demonstration: input.demonstration === true,
  });
  recordOn(tx, key, 'account.created');
  await addGrants(tx, actor, key, [], input.grants ?? []);
  return { accountId: key.accountId, version: 1 };
}
