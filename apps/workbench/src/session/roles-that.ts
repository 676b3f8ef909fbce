/** 谁可以登记投诉, at a whole centre or bureau. */
export const registersComplaints: readonly string[] = ['clerk', 'reviewer', 'hotlineAgent', 'bureauReviewer'];
