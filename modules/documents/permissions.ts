import type { Permission } from '../../kernel/use-case/index.ts';

/** Who reads the papers of any matter of the centre. Handlers read those of their own matters through the case's rules. */
export const mayReadDocuments: Permission = {
  key: 'documents.read',
  roles: ['clerk', 'reviewer', 'approver', 'designator', 'finance', 'quality', 'manager'],
};

/** Papers that are not the centre's to read, by what they belong to: a complaint may be about the centre (art. 56). */
export const readersOfSubject: Readonly<Record<string, Permission>> = {
  complaint: { key: 'documents.readComplaint', roles: ['bureauReviewer'] },
};

/** Who sets the centre's word and the pattern of its numbers. */
export const maySetNumberStyle: Permission = { key: 'documents.setNumberStyle', roles: ['manager'] };

/** Who hands in a form in the office's own wording; another person approves it. */
export const mayProposeTemplate: Permission = { key: 'templates.propose', roles: ['reviewer', 'approver', 'manager'] };
export const mayReadTemplates: Permission = { key: 'templates.read', roles: ['reviewer', 'approver', 'manager'] };

/** Who hands papers over and writes down that they did. */
export const mayRecordService: Permission = {
  key: 'documents.recordService',
  roles: ['clerk', 'reviewer', 'approver', 'designator'],
};
