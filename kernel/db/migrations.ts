import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** One step of the schema, owned by a module: `id` is `module/NNNN-name`; its text may never change once applied. */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

/** The data was written by a newer program, or an applied migration was edited: starting would do harm. */
export class SchemaMismatch extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SchemaMismatch';
  }
}

/** The role under which all work runs: owns nothing, so row-level security binds it. */
export const appRole = 'fayuan_app';

/** Row-level security for a business table: only tenants in the transaction's scope are visible or writable. */
export function tenantTable(table: string, grants = 'SELECT, INSERT, UPDATE, DELETE', alsoVisible?: string): string {
  const mine = `((select current_setting('fayuan.tenants', true)) = '*'
    OR tenant = ANY ((select string_to_array(current_setting('fayuan.tenants', true), ','))::text[]))`;
  const using = alsoVisible === undefined ? mine : `(${mine} OR ${alsoVisible})`;
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_scope ON ${table} FOR ALL TO ${appRole} USING ${using} WITH CHECK ${using};
GRANT ${grants} ON ${table} TO ${appRole};`;
}

/** A register shared by all tenants: everybody reads it, use cases with the right write it. */
export function referenceTable(table: string, grants = 'SELECT, INSERT, UPDATE, DELETE'): string {
  return `GRANT ${grants} ON ${table} TO ${appRole};`;
}

const bookkeeping = `
CREATE TABLE IF NOT EXISTS schema_migration (
  id text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;

const createRole = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') THEN CREATE ROLE ${appRole} NOLOGIN; END IF;
  EXECUTE format('GRANT ${appRole} TO %I', current_user);
  GRANT USAGE ON SCHEMA public TO ${appRole};
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Bring the schema up to date, in the order given, all or nothing.
 * @throws SchemaMismatch when the database knows a migration this program does not, or one whose text has changed
 */
export async function migrate(owner: Kysely<unknown>, migrations: readonly Migration[]): Promise<MigrationReport> {
  return owner.connection().execute(async (db) => {
    await sql.raw('SELECT pg_advisory_lock(5305)').execute(db);
    try {
      await sql.raw(bookkeeping).execute(db);
      await sql.raw(createRole).execute(db);
      const pending = await pendingMigrations(db, migrations);
      if (pending.length === 0) return { applied: [], pending: [] };
      await sql.raw('BEGIN').execute(db);
      try {
        for (const migration of pending) {
          await sql.raw(migration.sql).execute(db);
          await sql`INSERT INTO schema_migration (id, checksum) VALUES (${migration.id}, ${checksum(migration)})`.execute(
            db,
          );
        }
        await sql.raw('COMMIT').execute(db);
      } catch (error) {
        await sql.raw('ROLLBACK').execute(db);
        throw error;
      }
      return { applied: pending.map((m) => m.id), pending: [] };
    } finally {
      await sql.raw('SELECT pg_advisory_unlock(5305)').execute(db);
    }
  });
}

/** What is still to be applied; also the readiness check. */
export async function pendingMigrations(
  db: Kysely<unknown>,
  known: readonly Migration[],
): Promise<readonly Migration[]> {
  const exists = await sql<{ t: string | null }>`SELECT to_regclass('schema_migration')::text AS t`.execute(db);
  if (exists.rows[0]?.t == null) return known;
  const { rows } = await sql<{ id: string; checksum: string }>`SELECT id, checksum FROM schema_migration`.execute(db);
  const done = new Map(rows.map((r) => [r.id, r.checksum]));
  for (const migration of known) {
    const recorded = done.get(migration.id);
    if (recorded !== undefined && recorded !== checksum(migration)) {
      throw new SchemaMismatch(`已执行的迁移被改动：${migration.id} · migration changed after it was applied`);
    }
    done.delete(migration.id);
    if (recorded === undefined) continue;
  }
  if (done.size > 0) {
    throw new SchemaMismatch(
      `数据由更新版本的程序写成：${[...done.keys()].join(', ')} · data written by a newer version`,
    );
  }
  const applied = new Set(rows.map((r) => r.id));
  return known.filter((m) => !applied.has(m.id));
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
