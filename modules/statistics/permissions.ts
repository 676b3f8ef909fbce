import type { Permission } from '../../kernel/use-case/index.ts';

export const mayReadStatistics: Permission = {
  key: 'statistics.read',
  roles: ['manager', 'quality', 'finance', 'approver', 'bureauReviewer'],
};
