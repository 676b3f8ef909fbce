import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 协助核查: the same request stands at both ends, under one id, each end its own tenant's row. */
export const applicationCooperation: Migration = {
  id: 'applications/0008-cooperation',
  sql: `
CREATE TABLE cooperation_request (
  tenant text NOT NULL,
  id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('asking','asked')),
  peer_tenant text NOT NULL,
  application_id uuid NOT NULL,
  application_number text NOT NULL,
  applicant_name text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  question_sealed text NOT NULL,
  answer_sealed text,
  finding text CHECK (finding IN ('confirmed','notConfirmed','cannotCheck')),
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_on date NOT NULL,
  closed_at timestamptz,
  answered_by_name text,
  demonstration boolean NOT NULL,
  PRIMARY KEY (tenant, id),
  CHECK ((state = 'ANSWERED') = (finding IS NOT NULL)),
  CHECK ((state = 'ASKED') = (closed_at IS NULL))
);
CREATE INDEX cooperation_request_list ON cooperation_request (tenant, side, state, due_on, id);
CREATE INDEX cooperation_request_application ON cooperation_request (tenant, application_id);
${tenantTable('cooperation_request', 'SELECT, INSERT, UPDATE')}
`,
};
