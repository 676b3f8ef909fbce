import { type Migration, tenantTable } from '../../../kernel/db/index.ts';

/** A photograph of each point, for people who look for its door. Public, as the register itself. */
export const networkPhotos: Migration = {
  id: 'network/0002-photos',
  sql: `
CREATE TABLE agency_photo (
  tenant text NOT NULL,
  agency_id uuid NOT NULL,
  file_hash text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('jpeg','png','webp')),
  bytes integer NOT NULL CHECK (bytes > 0),
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, agency_id),
  FOREIGN KEY (tenant, agency_id) REFERENCES agency (tenant, id)
);
${tenantTable('agency_photo')}
CREATE POLICY public_register ON agency_photo FOR SELECT TO fayuan_app USING (true);
`,
};
