import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 办理中的往来: what goes out from a case beside its own way and is answered: to the centre, to a court, to whoever grants judicial relief. */
export const caseAffairs: Migration = {
  id: 'cases/0008-affairs',
  sql: `
CREATE TABLE case_affair (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('majorMatter','feeRelief','judicialRelief')),
  state text NOT NULL,
  version integer NOT NULL,
  addressee text NOT NULL,
  grounds text[] NOT NULL CHECK (cardinality(grounds) > 0),
  opened_on date NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  words_sealed text,
  consent_on date,
  document_id uuid,
  answered_on date,
  answered_by text,
  answer_sealed text,
  amount bigint CHECK (amount >= 0),
  total bigint CHECK (total >= 0),
  until_on date,
  due_on date,
  due_citation text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES aid_case (tenant, id),
  CHECK (amount IS NULL OR total IS NULL OR amount <= total)
);
CREATE INDEX case_affair_case ON case_affair (tenant, case_id, opened_at);
CREATE INDEX case_affair_due ON case_affair (tenant, due_on, id) WHERE due_on IS NOT NULL;
${tenantTable('case_affair', 'SELECT, INSERT, UPDATE')}
`,
};
