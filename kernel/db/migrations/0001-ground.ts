import { type Migration, referenceTable, tenantTable } from '../migrations.ts';

/** The ground every room stands on: events, time limits, counters, outbox, idempotency, working days. */
export const ground: Migration = {
  id: 'kernel/0001-ground',
  sql: `
CREATE TABLE event (
  tenant text NOT NULL,
  matter_id uuid NOT NULL,
  seq integer NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  payload jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant, matter_id, seq)
);
CREATE INDEX event_subject ON event (tenant, subject_id, seq);
CREATE INDEX event_actor ON event (tenant, actor_id, at);
CREATE TABLE event_head (
  tenant text NOT NULL,
  matter_id uuid NOT NULL,
  seq integer NOT NULL,
  hash text NOT NULL,
  seal text NOT NULL,
  PRIMARY KEY (tenant, matter_id)
);
CREATE TABLE deadline (
  tenant text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  step text NOT NULL,
  started_on date NOT NULL,
  due_at timestamptz NOT NULL,
  due_on date NOT NULL,
  warn_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('running','paused','met','lapsed','cancelled')),
  pauses jsonb NOT NULL DEFAULT '[]',
  citation text NOT NULL,
  rule_set text NOT NULL,
  promise boolean NOT NULL DEFAULT false,
  closed_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX deadline_subject ON deadline (tenant, subject_id, step);
CREATE INDEX deadline_open ON deadline (tenant, due_at) WHERE state = 'running';
CREATE TABLE counter (
  tenant text NOT NULL,
  name text NOT NULL,
  month text NOT NULL,
  dimension text NOT NULL,
  value text NOT NULL,
  slot smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (tenant, name, month, dimension, value, slot)
);
CREATE TABLE outbox (
  tenant text NOT NULL,
  id uuid NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting','done','parked')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  last_error text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, topic, key)
);
CREATE INDEX outbox_waiting ON outbox (tenant, next_at) WHERE state = 'waiting';
CREATE TABLE idempotency (
  tenant text NOT NULL,
  actor_id text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  answer_box text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, actor_id, key)
);
CREATE INDEX idempotency_age ON idempotency (tenant, created_at);
CREATE TABLE calendar_day (
  date date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('holiday','workday')),
  name text NOT NULL,
  source text NOT NULL
);
${tenantTable('event', 'SELECT, INSERT')}
${tenantTable('event_head', 'SELECT, INSERT, UPDATE')}
${tenantTable('deadline')}
${tenantTable('counter')}
${tenantTable('outbox')}
${tenantTable('idempotency')}
${referenceTable('calendar_day')}
GRANT SELECT ON schema_migration TO fayuan_app;
`,
};
