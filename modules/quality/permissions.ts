import type { Permission } from '../../kernel/use-case/index.ts';

export const mayReadSatisfaction: Permission = { key: 'quality.readSatisfaction', roles: ['quality', 'manager'] };
