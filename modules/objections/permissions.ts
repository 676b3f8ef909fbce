import type { Permission } from '../../kernel/use-case/index.ts';

/** Deciding an objection: the bureau alone (art. 49). */
export const mayReviewObjections: Permission = { key: 'objection.review', roles: ['bureauReviewer'] };
/** The centre sees what was said against its decision, and what came of it. */
export const mayReadObjections: Permission = {
  key: 'objection.read',
  roles: ['bureauReviewer', 'clerk', 'reviewer', 'approver', 'quality', 'manager'],
};
