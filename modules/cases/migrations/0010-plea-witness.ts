import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** 认罪认罚具结见证: one row for each help in which a plea was witnessed. What was said is sealed, as the help's own note is. */
export const pleaWitnessTable: Migration = {
  id: 'cases/0010-plea-witness',
  sql: `
CREATE TABLE plea_witness (
  tenant text NOT NULL,
  help_id uuid NOT NULL,
  organ text NOT NULL,
  place text NOT NULL,
  charge text NOT NULL,
  sentence text NOT NULL,
  told text[] NOT NULL,
  advice_sealed text NOT NULL,
  view_charge text NOT NULL CHECK (view_charge IN ('agrees','dissents')),
  view_sentence text NOT NULL CHECK (view_sentence IN ('agrees','dissents')),
  view_procedure text NOT NULL CHECK (view_procedure IN ('agrees','dissents')),
  dissent_sealed text,
  voluntary boolean NOT NULL,
  unsigned text CHECK (unsigned IN ('notWilling','impaired','guardianObjects','other')),
  lawyer_signed boolean NOT NULL,
  document_id uuid NOT NULL,
  PRIMARY KEY (tenant, help_id),
  FOREIGN KEY (tenant, help_id) REFERENCES duty_help (tenant, id)
);
${tenantTable('plea_witness', 'SELECT, INSERT')}
GRANT UPDATE (advice_sealed, dissent_sealed) ON plea_witness TO fayuan_app;
`,
};
