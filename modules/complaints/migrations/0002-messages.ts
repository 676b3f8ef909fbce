import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** What the person who complained is told, in the language in which they complained. A gateway takes the rows from there. */
export const complaintMessages: Migration = {
  id: 'complaints/0002-messages',
  sql: `
ALTER TABLE complaint ADD COLUMN language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en'));
CREATE TABLE complaint_message (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  complaint_id uuid NOT NULL,
  about_matter_id uuid,
  channel text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, key),
  FOREIGN KEY (tenant, complaint_id) REFERENCES complaint (tenant, id)
);
CREATE INDEX complaint_message_of ON complaint_message (tenant, complaint_id);
CREATE INDEX complaint_message_about ON complaint_message (tenant, about_matter_id) WHERE about_matter_id IS NOT NULL;
${tenantTable('complaint_message', 'SELECT, INSERT, UPDATE')}
`,
};
