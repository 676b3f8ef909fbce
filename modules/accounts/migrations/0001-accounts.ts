import { type Migration, referenceTable, tenantTable } from '../../../kernel/db/index.ts';

/**
 * Accounts, what they may do, and how they sign in.
 *
 * A login name is unique in the whole installation, yet every unique key of a distributed table must lead with the
 * tenant. So the names stand in a small shared register of their own (`login_name`: name → home centre and account),
 * copied to every server, written only when an account is made and never changed; everything protected (password hash,
 * grants, sessions, one-time secrets) is kept in business tables of the home centre, behind row-level security. Making
 * `account` itself a shared register would have put every centre's password hashes in every centre's sight.
 * A session's cookie names its home centre, so that finding the session needs one server and no wider sight either.
 */
export const accountTables: Migration = {
  id: 'accounts/0001-accounts',
  sql: `
CREATE TABLE login_name (
  user_name text PRIMARY KEY,
  home_tenant text NOT NULL,
  account_id uuid NOT NULL
);
CREATE TABLE account (
  tenant text NOT NULL,
  id uuid NOT NULL,
  user_name text NOT NULL REFERENCES login_name (user_name),
  display_name text NOT NULL,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active','disabled')),
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  password_due boolean NOT NULL,
  created_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant, id),
  CONSTRAINT account_user_name UNIQUE (tenant, user_name)
);
CREATE TABLE account_grant (
  tenant text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  place text NOT NULL,
  subtree boolean NOT NULL,
  agency uuid,
  granted_at timestamptz NOT NULL,
  granted_by text NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, account_id) REFERENCES account (tenant, id),
  CONSTRAINT account_grant_once UNIQUE NULLS NOT DISTINCT (tenant, account_id, role, place, agency)
);
CREATE TABLE session (
  tenant text NOT NULL,
  token_hash text NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant, token_hash),
  FOREIGN KEY (tenant, account_id) REFERENCES account (tenant, id)
);
CREATE INDEX session_account ON session (tenant, account_id) WHERE revoked_at IS NULL;
CREATE INDEX session_age ON session (tenant, expires_at);
CREATE TABLE sign_in_attempt (
  tenant text NOT NULL,
  name_index text NOT NULL,
  failures integer NOT NULL,
  last_failure_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, name_index)
);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (tenant, last_failure_at);
CREATE TABLE totp (
  tenant text NOT NULL,
  account_id uuid NOT NULL,
  secret_sealed text NOT NULL,
  started_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint,
  PRIMARY KEY (tenant, account_id),
  FOREIGN KEY (tenant, account_id) REFERENCES account (tenant, id)
);
CREATE TABLE recovery_code (
  tenant text NOT NULL,
  account_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (tenant, account_id, code_hash),
  FOREIGN KEY (tenant, account_id) REFERENCES account (tenant, id)
);
${referenceTable('login_name', 'SELECT, INSERT')}
${tenantTable('account', 'SELECT, INSERT, UPDATE')}
${tenantTable('account_grant', 'SELECT, INSERT, DELETE')}
${tenantTable('session')}
${tenantTable('sign_in_attempt')}
${tenantTable('totp')}
${tenantTable('recovery_code')}
`,
};
