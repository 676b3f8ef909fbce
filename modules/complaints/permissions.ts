import type { Permission } from '../../kernel/use-case/index.ts';

/** Whoever hears a person takes the complaint down; what becomes of it they do not see. */
export const mayRegisterComplaints: Permission = {
  key: 'complaint.register',
  roles: ['clerk', 'reviewer', 'hotlineAgent', 'bureauReviewer'],
};
/** The bureau alone reads and settles complaints (art. 56): they may be about the centre. */
export const mayHandleComplaints: Permission = { key: 'complaint.handle', roles: ['bureauReviewer'] };
/** That a complaint was found true, on what ground and with what measure: no words, no complainant. */
export const maySeeUpheld: Permission = {
  key: 'complaint.seeUpheld',
  roles: ['bureauReviewer', 'approver', 'designator', 'quality', 'manager'],
};
