import type { Migration } from '../../../kernel/db/index.ts';

/** 补录、转交、代为申请: how an application came, told with its true times, and on what its applicant stands (arts 39, 40). */
export const applicationReceipt: Migration = {
  id: 'applications/0007-receipt-and-standing',
  sql: 'ALTER TABLE application ADD COLUMN late_entry jsonb, ADD COLUMN forwarded jsonb, ADD COLUMN standing jsonb;',
};
