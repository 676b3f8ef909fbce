import type { Actor, Permission } from '../../kernel/use-case/index.ts';

/** The circle shows places and counts of people, no person: for whoever answers for the network. */
export const mayReadCircle: Permission = { key: 'circle.read', roles: ['manager', 'approver', 'quality', 'finance'] };
export const mayKeepPeople: Permission = { key: 'circle.keepPeople', roles: ['systemAdmin'] };

/** A reckoning that is kept stands for the centre: whoever answers for the network keeps it. */
export const mayKeepRuns: Permission = { key: 'circle.keepRuns', roles: ['manager', 'approver', 'quality'] };

/** @returns the centre a kept reckoning belongs to @throws Refusal `auth.forbidden` */
export function mustKeepRun(actor: Actor): string {
  const granted = actor.grants.find(({ tenant }) => actor.holds(mayKeepRuns.roles, { tenant }));
  const tenant = (granted ?? actor.grants[0])?.tenant ?? '';
  actor.must(mayKeepRuns, { tenant });
  return tenant;
}

/** The network is one for the whole city: whoever may read it anywhere may read it. @throws Refusal `auth.forbidden` */
export function mustReadCircle(actor: Actor): void {
  const granted = actor.grants.find(({ tenant }) => actor.holds(mayReadCircle.roles, { tenant }));
  actor.must(mayReadCircle, { tenant: (granted ?? actor.grants[0])?.tenant ?? '' });
}
