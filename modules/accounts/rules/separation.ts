import { type Role, roles } from '../roles.ts';

/**
 * The first two roles of one account that may not be held together, or undefined when all of them may.
 * Where they are held makes no difference: an audit administrator of the city does not take in applications in a county.
 */
export function clashingRoles(held: readonly Role[]): readonly [Role, Role] | undefined {
  for (const [index, one] of held.entries()) {
    const other = held.slice(index + 1).find((later) => roles[later].duty !== roles[one].duty);
    if (other !== undefined) return [one, other];
  }
  return undefined;
}
