import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 直接费用: claimed with receipts, checked against the tariff, paid in the same batches as subsidies. A payment is for one or the other. */
export const directCostTables: Migration = {
  id: 'subsidies/0002-direct-costs',
  sql: `
CREATE TABLE direct_cost (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  class text NOT NULL,
  aid_form text NOT NULL,
  stage text,
  region text NOT NULL,
  handler_id uuid NOT NULL,
  handler_name text NOT NULL,
  handler_unit text NOT NULL,
  handler_kind text NOT NULL,
  paid_by_treasury boolean NOT NULL,
  designated_on date NOT NULL,
  kind text NOT NULL,
  spent_on date NOT NULL,
  units integer CHECK (units > 0),
  claimed bigint NOT NULL CHECK (claimed > 0),
  purpose text NOT NULL,
  claimed_by text NOT NULL,
  claimed_on date NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  allowed bigint CHECK (allowed > 0 AND allowed <= claimed),
  rule text,
  citation text,
  note text,
  checked_by text,
  checked_on date,
  batch_id uuid,
  paid_on date,
  payment_reference text,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, batch_id) REFERENCES payment_batch (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX direct_cost_case ON direct_cost (tenant, case_id, claimed_on, id);
CREATE INDEX direct_cost_state ON direct_cost (tenant, state, claimed_on, id);

CREATE TABLE direct_cost_receipt (
  tenant text NOT NULL,
  cost_id uuid NOT NULL,
  attachment_id uuid NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  live boolean NOT NULL,
  PRIMARY KEY (tenant, cost_id, attachment_id),
  FOREIGN KEY (tenant, cost_id) REFERENCES direct_cost (tenant, id)
);
-- The same receipt is paid back once, whatever case and whoever hands it in.
CREATE UNIQUE INDEX direct_cost_receipt_once ON direct_cost_receipt (tenant, file_hash) WHERE live;

ALTER TABLE payment
  ALTER COLUMN subsidy_id DROP NOT NULL,
  ADD COLUMN cost_id uuid,
  ADD CONSTRAINT payment_for_one CHECK ((subsidy_id IS NULL) <> (cost_id IS NULL)),
  ADD CONSTRAINT payment_cost_in_batch UNIQUE (tenant, batch_id, cost_id),
  ADD FOREIGN KEY (tenant, cost_id) REFERENCES direct_cost (tenant, id);
CREATE INDEX payment_cost ON payment (tenant, cost_id) WHERE cost_id IS NOT NULL;
${tenantTable('direct_cost', 'SELECT, INSERT, UPDATE')}
${tenantTable('direct_cost_receipt', 'SELECT, INSERT, UPDATE')}
`,
};
