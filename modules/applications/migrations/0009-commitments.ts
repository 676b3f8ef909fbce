import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/**
 * 诚信承诺 in place of proof (art. 41). The commitment on which aid was granted is a record of its own; who may promise no
 * more stands in a register that all centres share, under a blind index that joins to no other table.
 */
export const applicationCommitments: Migration = {
  id: 'applications/0009-commitments',
  sql: `
ALTER TABLE application ADD COLUMN commitment jsonb;
CREATE TABLE application_commitment (
  tenant text NOT NULL,
  application_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  application_number text NOT NULL,
  recipient_name text NOT NULL,
  signer_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  granted_on date NOT NULL,
  picked_for text CHECK (picked_for IN ('sample','nearLine','report')),
  due_on date,
  check_method text CHECK (check_method IN ('sharedData','letter','visit')),
  checked_by text,
  checked_on date,
  check_sealed text,
  decided_by text,
  decided_on date,
  decision_sealed text,
  cost_fen bigint CHECK (cost_fen >= 0),
  fine_fen bigint CHECK (fine_fen BETWEEN 0 AND 300000),
  ordered_on date,
  paid_on date,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, application_id),
  FOREIGN KEY (tenant, application_id) REFERENCES application (tenant, id),
  CHECK ((state = 'STANDING') = (picked_for IS NULL))
);
CREATE INDEX application_commitment_list ON application_commitment (tenant, state, due_on, application_id);
${tenantTable('application_commitment', 'SELECT, INSERT, UPDATE')}
CREATE TABLE commitment_bar (
  signer_index text NOT NULL,
  tenant text NOT NULL,
  application_id uuid NOT NULL,
  since date NOT NULL,
  lifted_on date,
  PRIMARY KEY (signer_index, tenant, application_id)
);
${tenantTable('commitment_bar', 'SELECT, INSERT, UPDATE')}
CREATE POLICY shared_register ON commitment_bar FOR SELECT TO fayuan_app USING (true);
`,
};
