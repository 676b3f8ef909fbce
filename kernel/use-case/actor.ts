import type { Scope } from '../db/index.ts';
import { Refusal } from '../errors/index.ts';

/** One role held somewhere: at one tenant or, with `subtree`, at every tenant below a region; perhaps at one agency only. */
export interface Grant {
  readonly role: string;
  readonly tenant: string;
  readonly subtree: boolean;
  readonly agency?: string;
}

/** A named right and the roles that carry it. Modules list theirs as data in `permissions.ts`. */
export interface Permission {
  readonly key: string;
  readonly roles: readonly string[];
}

/** Who acts. Staff act by their grants; a citizen only on the matter whose code was shown; the system by the worker. */
export interface Actor {
  readonly kind: 'staff' | 'citizen' | 'system';
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly scope: Scope;
  /** True when one of the grants carries one of the roles at the tenant (and agency, where the grant is bound to one). */
  holds(roles: readonly string[], at: Place): boolean;
  /** @throws Refusal `auth.forbidden` unless one of the grants carries the permission there */
  must(permission: Permission, at: Place): void;
}

export interface Place {
  readonly tenant: string;
  readonly agency?: string;
}

/**
 * A signed-in member of staff.
 * @param tenants every tenant on file, from which the subtree grants choose
 */
export function staffActor(id: string, name: string, grants: readonly Grant[], tenants: readonly string[]): Actor {
  const visible = tenants.filter((tenant) => grants.some((grant) => reaches(grant, tenant)));
  const agencies = [...new Set(grants.flatMap((g) => (g.agency === undefined ? [] : [g.agency])))];
  return makeActor('staff', id, name, grants, { tenants: visible, agencies });
}

/** Somebody who has no account: sees and does only what a use case does for the matter or draft at hand. */
export function citizenActor(tenant: string, id = 'citizen'): Actor {
  return makeActor('citizen', id, '', [], { tenants: [tenant], agencies: [] });
}

/** The worker and the command line. Holds every role everywhere. */
export const systemActor: Actor = {
  ...makeActor('system', 'system', 'system', [], { tenants: '*', agencies: [] }),
  holds: () => true,
  must: () => undefined,
};

function makeActor(kind: Actor['kind'], id: string, name: string, grants: readonly Grant[], scope: Scope): Actor {
  const holds = (roles: readonly string[], at: Place): boolean =>
    grants.some((grant) => roles.includes(grant.role) && covers(grant, at));
  return {
    kind,
    id,
    name,
    grants,
    scope,
    holds,
    must: (permission, at) => {
      if (!holds(permission.roles, at)) throw new Refusal('auth.forbidden', { permission: permission.key });
    },
  };
}

function covers(grant: Grant, at: Place): boolean {
  // A grant bound to one agency (a station, a village point) is for that agency's own counter, not for its county.
  return reaches(grant, at.tenant) && (grant.agency === undefined || grant.agency === at.agency);
}

function reaches(grant: Grant, tenant: string): boolean {
  return grant.tenant === tenant || (grant.subtree && isBelow(tenant, grant.tenant));
}

/** GB/T 2260: 530000 ⊃ 530500 ⊃ 530521; trailing zero pairs stand for "all below". */
function isBelow(code: string, ancestor: string): boolean {
  const prefix = ancestor.replace(/(00)+$/, '');
  return code.startsWith(prefix);
}
