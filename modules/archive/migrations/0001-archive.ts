import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** Archived files with their terms, holds, proposals for destruction, and what was destroyed. A line is never deleted. */
export const archiveTables: Migration = {
  id: 'archive/0001-archive',
  sql: `
CREATE TABLE archive (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  case_id uuid NOT NULL,
  number text NOT NULL,
  case_number text NOT NULL,
  recipient_name text NOT NULL,
  cause_text text NOT NULL,
  class text NOT NULL,
  handler_name text NOT NULL,
  handler_unit text NOT NULL,
  closed_on date,
  archived_on date NOT NULL,
  archived_at timestamptz NOT NULL,
  archived_by_name text NOT NULL,
  schedule text NOT NULL,
  rule text NOT NULL,
  term text NOT NULL CHECK (term IN ('permanent', 'thirtyYears', 'tenYears')),
  counts_from date NOT NULL,
  due_on date,
  due_sort date NOT NULL GENERATED ALWAYS AS (COALESCE(due_on, DATE '9999-12-31')) STORED,
  holds integer NOT NULL CHECK (holds >= 0),
  destruction_id uuid,
  state text NOT NULL CHECK (state IN ('kept', 'destroyed')),
  destroyed_on date,
  version integer NOT NULL,
  binding text NOT NULL CHECK (binding IN ('none', 'waiting', 'binding', 'bound', 'failed')),
  binding_since timestamptz,
  binding_attempts integer NOT NULL,
  binding_fault text,
  bound_at timestamptz,
  pdf_hash text,
  pdf_sm3 text,
  pdf_bytes bigint,
  pdf_pages integer,
  piece_count integer,
  unreadable integer,
  pieces_sealed text,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CONSTRAINT archive_case UNIQUE (tenant, case_id),
  CONSTRAINT archive_number UNIQUE (tenant, number),
  CHECK ((term = 'permanent') = (due_on IS NULL)),
  CHECK ((state = 'destroyed') = (destroyed_on IS NOT NULL)),
  -- Nothing that is held or kept for ever is destroyed, whatever the program does.
  CHECK (state = 'kept' OR (holds = 0 AND due_on IS NOT NULL AND destroyed_on >= due_on))
);
CREATE INDEX archive_matter ON archive (tenant, matter_id);
CREATE INDEX archive_due ON archive (tenant, state, due_sort, id);
CREATE INDEX archive_held ON archive (tenant, id) WHERE holds > 0;
CREATE INDEX archive_case_number ON archive (tenant, case_number COLLATE "C");
CREATE INDEX archive_recipient ON archive (tenant, recipient_name COLLATE "C");
CREATE INDEX archive_binding ON archive (binding_since) WHERE binding IN ('waiting', 'binding');

CREATE TABLE archive_hold (
  tenant text NOT NULL,
  id uuid NOT NULL,
  archive_id uuid NOT NULL,
  reason_sealed text NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  lifted_by text,
  lifted_by_name text,
  lifted_at timestamptz,
  lift_reason_sealed text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, archive_id) REFERENCES archive (tenant, id)
);
CREATE INDEX archive_hold_of ON archive_hold (tenant, archive_id, set_at);

CREATE TABLE archive_destruction (
  tenant text NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  reason text NOT NULL,
  files integer NOT NULL,
  proposed_by text NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_at timestamptz NOT NULL,
  appraised_by text,
  appraised_by_name text,
  appraised_at timestamptz,
  settled_by text,
  settled_by_name text,
  settled_at timestamptz,
  note text,
  PRIMARY KEY (tenant, id),
  -- Three persons: whoever proposes does not appraise, whoever did either does not approve.
  CHECK (appraised_by IS NULL OR appraised_by <> proposed_by),
  CHECK (state <> 'DESTROYED' OR (settled_by IS NOT NULL AND appraised_by IS NOT NULL
    AND settled_by <> proposed_by AND settled_by <> appraised_by))
);
CREATE INDEX archive_destruction_recent ON archive_destruction (tenant, proposed_at);

CREATE TABLE archive_destruction_item (
  tenant text NOT NULL,
  destruction_id uuid NOT NULL,
  archive_id uuid NOT NULL,
  PRIMARY KEY (tenant, destruction_id, archive_id),
  FOREIGN KEY (tenant, destruction_id) REFERENCES archive_destruction (tenant, id),
  FOREIGN KEY (tenant, archive_id) REFERENCES archive (tenant, id)
);

CREATE TABLE destroyed_file (
  tenant text NOT NULL,
  destruction_id uuid NOT NULL,
  hash text NOT NULL,
  removed_at timestamptz,
  kept boolean,
  PRIMARY KEY (tenant, destruction_id, hash)
);
${tenantTable('archive', 'SELECT, INSERT, UPDATE')}
${tenantTable('archive_hold', 'SELECT, INSERT, UPDATE')}
${tenantTable('archive_destruction', 'SELECT, INSERT, UPDATE')}
${tenantTable('archive_destruction_item', 'SELECT, INSERT')}
${tenantTable('destroyed_file', 'SELECT, INSERT, UPDATE')}
-- What a matter's file held elsewhere goes with it.
GRANT UPDATE (file_name) ON application_material TO fayuan_app;
GRANT UPDATE (text) ON citizen_message TO fayuan_app;
CREATE INDEX application_material_hash ON application_material (file_hash);
`,
};
