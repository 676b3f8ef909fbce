import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { recordOn } from '../history.ts';
import { mayKeepAccounts } from '../permissions.ts';
import { roles } from '../roles.ts';
import { reaches } from '../rules/reach.ts';
import { clashingRoles } from '../rules/separation.ts';
import type { GrantInput } from '../schema.ts';
import { deleteGrant, type GrantRow, grantsOf, insertGrant, loadAccount, updateAccount } from '../store/accounts.ts';
import type { AccountKey } from '../store/db.ts';

export interface ChangeRole extends AccountKey {
  /** The version of the account that was on the screen. */
  readonly version: number;
}

/**
 * 授权: give an account a role somewhere. It holds from the account's next request on.
 * @throws Refusal `auth.forbidden`, `account.own`, `account.rolesClash`, `account.grantTwice`, `record.stale`
 */
export async function grantRole(
  tx: Tx,
  actor: Actor,
  input: ChangeRole & { readonly grant: GrantInput },
): Promise<{ version: number; grantId: string }> {
  const account = await loadForKeeping(tx, actor, input);
  const held = await grantsOf(tx, input.tenant, [input.accountId]);
  const [grantId = ''] = await addGrants(tx, actor, input, held, [input.grant]);
  // The version makes two keepers who grant at once take turns: each alone might keep duties apart, both together not.
  return { ...(await updateAccount(tx, account, {})), grantId };
}

/** 收回: take a role away. @throws Refusal `auth.forbidden`, `account.own`, `record.notFound`, `record.stale` */
export async function revokeRole(
  tx: Tx,
  actor: Actor,
  input: ChangeRole & { readonly grantId: string },
): Promise<{ version: number }> {
  const account = await loadForKeeping(tx, actor, input);
  const held = await grantsOf(tx, input.tenant, [input.accountId]);
  const row = held.find((one) => one.id === input.grantId);
  if (row === undefined) throw new Refusal('record.notFound');
  const grant = grantOf(row);
  mustReach(actor, grant);
  await deleteGrant(tx, input, row.id);
  recordOn(tx, input, 'account.roleRevoked', described(grant));
  return updateAccount(tx, account, {});
}

/** Give roles to an account that holds `held` already. Part of a larger use case, which has loaded the account. */
export async function addGrants(
  tx: Tx,
  actor: Actor,
  key: AccountKey,
  held: readonly GrantRow[],
  wanted: readonly GrantInput[],
): Promise<readonly string[]> {
  const clash = clashingRoles([...held, ...wanted].map((grant) => grant.role));
  if (clash !== undefined) {
    const [one, other] = clash.map((role) => roles[role]);
    throw new Refusal('account.rolesClash', { one: one?.zh, other: other?.zh, oneEn: one?.en, otherEn: other?.en });
  }
  const taken = new Set(held.map((row) => placeOf(grantOf(row))));
  const ids: string[] = [];
  for (const grant of wanted) {
    mustReach(actor, grant);
    if (taken.has(placeOf(grant))) throw new Refusal('account.grantTwice');
    taken.add(placeOf(grant));
    const id = tx.newId();
    await insertGrant(tx, {
      tenant: key.tenant,
      accountId: key.accountId,
      id,
      role: grant.role,
      place: grant.tenant,
      subtree: grant.subtree,
      agency: grant.agency ?? null,
      grantedAt: tx.at,
      grantedBy: actor.id,
    });
    recordOn(tx, key, 'account.roleGranted', described(grant));
    ids.push(id);
  }
  return ids;
}

/** @throws Refusal `auth.forbidden`, `account.own`, `record.notFound`, `record.stale` */
export async function loadForKeeping(tx: Tx, actor: Actor, input: ChangeRole) {
  actor.must(mayKeepAccounts, { tenant: input.tenant });
  if (actor.id === input.accountId) throw new Refusal('account.own');
  return loadAccount(tx, input, input.version);
}

/** Nobody hands out, or takes away, more than their own right as a keeper of accounts reaches. */
function mustReach(actor: Actor, wanted: GrantInput): void {
  if (actor.kind === 'system') return;
  const reached = actor.grants.some((own) => mayKeepAccounts.roles.includes(own.role) && reaches(own, wanted));
  if (!reached) throw new Refusal('auth.forbidden', { permission: mayKeepAccounts.key });
}

const grantOf = ({ role, place, subtree, agency }: GrantRow): GrantInput => ({
  role,
  tenant: place,
  subtree,
  ...(agency === null ? {} : { agency }),
});

const placeOf = ({ role, tenant, agency }: GrantInput): string => `${role}/${tenant}/${agency ?? ''}`;

const described = ({ role, tenant, subtree, agency }: GrantInput) => ({
  role,
  tenant,
  subtree,
  ...(agency === undefined ? {} : { agency }),
});
