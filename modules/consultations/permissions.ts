import type { Permission } from '../../kernel/use-case/index.ts';

export const mayRegister: Permission = {
  key: 'consultation.register',
  roles: ['clerk', 'reviewer', 'hotlineAgent', 'liaison'],
};
export const mayRead: Permission = {
  key: 'consultation.read',
  roles: ['clerk', 'reviewer', 'approver', 'hotlineAgent', 'liaison', 'quality', 'manager'],
};
