import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayReadAccounts } from '../permissions.ts';
import type { AccountView } from '../schema.ts';
import { type GrantRow, grantsOf, selectAccounts } from '../store/accounts.ts';

export interface ListAccounts {
  /** Only those of one home centre; everywhere the actor may look when left out. */
  readonly tenant?: string | undefined;
  /** The beginning of a user name or of a name. */
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  /** At most 100. */
  readonly limit?: number | undefined;
}

/** 账号名册. @throws Refusal `auth.forbidden` */
export async function listAccounts(
  tx: Tx,
  actor: Actor,
  input: ListAccounts,
): Promise<{ rows: AccountView[]; next: string | null }> {
  if (input.tenant !== undefined) actor.must(mayReadAccounts, { tenant: input.tenant });
  const tenants = input.tenant === undefined ? tenantsInSight(actor) : [input.tenant];
  const limit = Math.min(input.limit ?? 50, 100);
  const rows = await selectAccounts(tx, {
    tenants,
    text: input.text,
    after: parseAfter(input.after),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const grants = new Map<string, GrantRow[]>();
  for (const tenant of new Set(page.map((row) => row.tenant))) {
    const ids = page.filter((row) => row.tenant === tenant).map((row) => row.id);
    for (const grant of await grantsOf(tx, tenant, ids)) {
      grants.set(grant.accountId, [...(grants.get(grant.accountId) ?? []), grant]);
    }
  }
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      accountId: row.id,
      tenant: row.tenant,
      userName: row.userName,
      displayName: row.displayName,
      state: row.state,
      passwordDue: row.passwordDue,
      passwordChangedAt: row.passwordChangedAt,
      totp: row.totpSince !== null,
      grants: (grants.get(row.id) ?? []).map(({ id, role, place, subtree, agency, grantedAt }) => ({
        grantId: id,
        role,
        tenant: place,
        subtree,
        agency,
        grantedAt,
      })),
      createdAt: row.createdAt,
      demonstration: row.demonstration,
      version: row.version,
    })),
    next: rows.length > limit && last !== undefined ? `${last.tenant}~${last.userName}` : null,
  };
}

function tenantsInSight(actor: Actor): readonly string[] | '*' {
  if (actor.scope.tenants === '*') return '*';
  const tenants = actor.scope.tenants.filter((tenant) => actor.holds(mayReadAccounts.roles, { tenant }));
  if (tenants.length === 0) throw new Refusal('auth.forbidden', { permission: mayReadAccounts.key });
  return tenants;
}

function parseAfter(after: string | undefined) {
  const [, tenant, userName] = /^(\d{6})~(.+)$/s.exec(after ?? '') ?? [];
  if (tenant !== undefined && userName !== undefined) return { tenant, userName };
  if (after === undefined) return undefined;
  throw new Refusal('input.invalid', {}, [{ pointer: '/after', code: 'input.format' }]);
}
