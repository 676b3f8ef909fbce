import type { Permission } from '../../kernel/use-case/index.ts';

export const mayReadSatisfaction: Permission = { key: 'quality.readSatisfaction', roles: ['quality', 'manager'] };
/** 制定评估计划、抽取案件. */
export const mayPlanAssessments: Permission = { key: 'quality.planAssessments', roles: ['quality', 'manager'] };
