import type { Permission } from '../../kernel/use-case/index.ts';

export const mayReadSatisfaction: Permission = { key: 'quality.readSatisfaction', roles: ['quality', 'manager'] };
/** 制定评估计划、抽取案件. */
export const mayPlanAssessments: Permission = { key: 'quality.planAssessments', roles: ['quality', 'manager'] };
/** 同行评估: whoever is on the roster and was asked; and to read the results of one's own cases. */
export const mayReviewCases: Permission = { key: 'quality.review', roles: ['handler'] };
/** 督促: attend hearings, look through files, ask organs and recipients (art. 59). */
export const maySupervise: Permission = { key: 'quality.supervise', roles: ['quality', 'manager'] };
