import type { Permission } from '../../kernel/use-case/index.ts';

/** Those of a centre who may open any of its matters: they see each other there. */
export const mayBePresent: Permission = {
  key: 'presence.note',
  roles: ['clerk', 'reviewer', 'approver', 'designator', 'finance', 'quality', 'manager'],
};
