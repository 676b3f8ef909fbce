import type { Permission } from '../../kernel/use-case/index.ts';

const centreStaff = ['clerk', 'reviewer', 'approver', 'designator', 'manager', 'quality', 'finance'] as const;

export const mayTakeIn: Permission = {
  key: 'application.takeIn',
  roles: ['clerk', 'reviewer', 'hotlineAgent', 'liaison'],
};
/** 出具申请表: who takes applications in at the centre prints them for signature. */
export const mayIssueForms: Permission = { key: 'application.issueForms', roles: ['clerk', 'reviewer'] };
export const mayRead: Permission = { key: 'application.read', roles: [...centreStaff, 'hotlineAgent'] };
/** A station or liaison sees what it took in itself, whichever centre decides. */
export const mayReadOwnIntake: Permission = {
  key: 'application.readOwnIntake',
  roles: ['clerk', 'liaison', 'hotlineAgent'],
};
/** The justice bureau reads what an objection has brought before it, and nothing else (art. 49). */
export const mayReadContested: Permission = { key: 'application.readContested', roles: ['bureauReviewer'] };
/** What other centres ask this one to check. */
export const mayReadRequests: Permission = { key: 'cooperation.read', roles: ['clerk', 'reviewer', 'manager'] };
/** 诚信承诺, checked afterwards by the centre. */
export const mayReadCommitments: Permission = {
  key: 'commitment.read',
  roles: ['reviewer', 'approver', 'manager', 'quality'],
};
/** The bureau sees those found false: what they cost is for it to order (art. 64). */
export const mayReadFalseCommitments: Permission = { key: 'commitment.readFalse', roles: ['bureauReviewer'] };
