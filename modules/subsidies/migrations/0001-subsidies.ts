import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** Subsidies, funds and their ledger, batches and payments. Postings and entries are never changed: a mistake is posted back. */
export const subsidyTables: Migration = {
  id: 'subsidies/0001-subsidies',
  sql: `
CREATE TABLE fund (
  tenant text NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('central','province','city','county')),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  name text NOT NULL,
  appropriated bigint NOT NULL CHECK (appropriated >= 0),
  available bigint NOT NULL CHECK (available >= 0),
  committed bigint NOT NULL CHECK (committed >= 0),
  expended bigint NOT NULL CHECK (expended >= 0),
  version integer NOT NULL,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT fund_source_year UNIQUE (tenant, source, year),
  CHECK (available + committed + expended = appropriated)
);

CREATE TABLE payment_batch (
  tenant text NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  fund_id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  payments integer NOT NULL CHECK (payments >= 0),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  bank_reference text,
  paid_by text,
  paid_on date,
  reconciled_on date,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT payment_batch_number UNIQUE (tenant, number),
  FOREIGN KEY (tenant, fund_id) REFERENCES fund (tenant, id)
);
CREATE INDEX payment_batch_recent ON payment_batch (tenant, created_at DESC, id);

CREATE TABLE subsidy (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  class text NOT NULL,
  aid_form text NOT NULL,
  stage text,
  region text NOT NULL,
  recipient_name text NOT NULL,
  cause_text text NOT NULL,
  handler_id uuid NOT NULL,
  handler_name text NOT NULL,
  handler_unit text NOT NULL,
  handler_kind text NOT NULL,
  paid_by_treasury boolean NOT NULL,
  designated_on date NOT NULL,
  closed_on date NOT NULL,
  archived_on date NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  offer jsonb,
  asked jsonb,
  lines jsonb,
  amount bigint CHECK (amount >= 0),
  proposed_by text,
  proposed_by_name text,
  proposed_on date,
  approved_by text,
  approved_on date,
  return_reason text,
  batch_id uuid,
  paid_on date,
  payment_reference text,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT subsidy_case UNIQUE (tenant, case_id),
  FOREIGN KEY (tenant, batch_id) REFERENCES payment_batch (tenant, id),
  FOREIGN KEY (tenant, handler_id) REFERENCES handler (tenant, id)
);
CREATE INDEX subsidy_worklist ON subsidy (tenant, state, archived_on, id);
CREATE INDEX subsidy_handler ON subsidy (tenant, handler_id, archived_on, id);
CREATE INDEX subsidy_batch ON subsidy (tenant, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX subsidy_paid ON subsidy (tenant, paid_on) WHERE paid_on IS NOT NULL;

CREATE TABLE payment (
  tenant text NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  ordinal integer NOT NULL,
  subsidy_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  handler_name text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  state text NOT NULL CHECK (state IN ('pending','paid','reconciled','returned','removed')),
  reference text,
  paid_on date,
  returned_on date,
  return_reason text,
  PRIMARY KEY (tenant, id),
  CONSTRAINT payment_in_batch UNIQUE (tenant, batch_id, subsidy_id),
  CONSTRAINT payment_reference UNIQUE (tenant, reference),
  FOREIGN KEY (tenant, batch_id) REFERENCES payment_batch (tenant, id),
  FOREIGN KEY (tenant, subsidy_id) REFERENCES subsidy (tenant, id)
);
CREATE INDEX payment_subsidy ON payment (tenant, subsidy_id);

CREATE TABLE fund_posting (
  tenant text NOT NULL,
  id uuid NOT NULL,
  fund_id uuid NOT NULL,
  kind text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  posted_on date NOT NULL,
  posted_at timestamptz NOT NULL,
  posted_by text NOT NULL,
  batch_id uuid,
  payment_id uuid,
  memo text NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, fund_id) REFERENCES fund (tenant, id)
);
CREATE INDEX fund_posting_fund ON fund_posting (tenant, fund_id, posted_at, id);

CREATE TABLE fund_entry (
  tenant text NOT NULL,
  posting_id uuid NOT NULL,
  ordinal smallint NOT NULL,
  fund_id uuid NOT NULL,
  account text NOT NULL CHECK (account IN ('appropriated','available','committed','expended')),
  debit bigint NOT NULL CHECK (debit >= 0),
  credit bigint NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (tenant, posting_id, ordinal),
  FOREIGN KEY (tenant, posting_id) REFERENCES fund_posting (tenant, id),
  CHECK ((debit = 0) <> (credit = 0))
);
CREATE INDEX fund_entry_fund ON fund_entry (tenant, fund_id, account);

CREATE TABLE payment_advice (
  tenant text NOT NULL,
  payment_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  case_number text NOT NULL,
  amount bigint NOT NULL,
  paid_on date NOT NULL,
  advised_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, payment_id),
  FOREIGN KEY (tenant, payment_id) REFERENCES payment (tenant, id)
);
CREATE INDEX payment_advice_handler ON payment_advice (tenant, handler_id, advised_at);
${tenantTable('fund', 'SELECT, INSERT, UPDATE')}
${tenantTable('payment_batch', 'SELECT, INSERT, UPDATE')}
${tenantTable('subsidy', 'SELECT, INSERT, UPDATE')}
${tenantTable('payment', 'SELECT, INSERT, UPDATE')}
${tenantTable('fund_posting', 'SELECT, INSERT')}
${tenantTable('fund_entry', 'SELECT, INSERT')}
${tenantTable('payment_advice', 'SELECT, INSERT')}
`,
};
