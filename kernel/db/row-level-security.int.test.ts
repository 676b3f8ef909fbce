import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../testing/engines.ts';
import { appRole } from './migrations.ts';

/** Registers that are read whole, past tenants; only their own tenant may write them. The bar on promises holds at every centre of the city. */
const publicRegisters = ['agency', 'agency_photo', 'commitment_bar'];

const mine = '530521';
const theirs = '530523';

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly policies: number;
}

/*
 * The second lock: whatever a use case forgets to ask, the database shows and changes nothing outside the transaction's
 * tenants. Walks every table that has a tenant column, so that no table made later can be left out.
 */
onEachEngine('row-level security', (open) => {
  let world: World;
  let tables: readonly Table[];
  beforeAll(async () => {
    world = await open();
    const found = await sql<Table>`
SELECT c.relname AS name, c.relrowsecurity AS secured, (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
FROM information_schema.columns i JOIN pg_class c ON c.oid = format('%I.%I', i.table_schema, i.table_name)::regclass
WHERE i.table_schema = 'public' AND i.column_name = 'tenant' AND c.relkind IN ('r', 'p') ORDER BY 1`.execute(
      world.database.owner,
    );
    tables = found.rows;
  });
  afterAll(() => world.close());

  /** Run as the owner, then as the application under a scope, and leave no trace. */
  const trial = <T>(work: (db: Kysely<unknown>) => Promise<T>): Promise<T> =>
    world.database.owner.connection().execute(async (db) => {
      await sql`BEGIN`.execute(db);
      try {
        return await work(db);
      } finally {
        await sql`ROLLBACK`.execute(db);
      }
    });
  const become = (db: Kysely<unknown>, tenants: string) =>
    sql`SELECT set_config('role', ${appRole}, true), set_config('fayuan.tenants', ${tenants}, true), set_config('fayuan.agencies', '', true)`.execute(
      db,
    );
  const answer = (attempt: Promise<{ numAffectedRows?: bigint }>): Promise<string> =>
    attempt.then(
      (result) => `${result.numAffectedRows ?? 0} rows`,
      (error: { code?: string }) => error.code ?? String(error),
    );
  /** A row of the other tenant, whatever the table asks of its rows otherwise. */
  const plant = async (db: Kysely<unknown>, name: string): Promise<void> => {
    const constraints = await sql<{
      name: string;
    }>`SELECT conname AS name FROM pg_constraint WHERE conrelid = ${name}::regclass AND contype <> 'n'`.execute(db);
    for (const constraint of constraints.rows) {
      await sql`ALTER TABLE ${sql.table(name)} DROP CONSTRAINT IF EXISTS ${sql.ref(constraint.name)} CASCADE`.execute(
        db,
      );
    }
    const columns = await sql<{ name: string }>`
SELECT attname AS name FROM pg_attribute WHERE attrelid = ${name}::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped`.execute(
      db,
    );
    for (const column of columns.rows) {
      await sql`ALTER TABLE ${sql.table(name)} ALTER COLUMN ${sql.ref(column.name)} DROP NOT NULL`.execute(db);
    }
    await sql`INSERT INTO ${sql.table(name)} (tenant) VALUES (${theirs})`.execute(db);
  };
  const countOf = async (db: Kysely<unknown>, name: string): Promise<number> =>
    (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(db)).rows[0]?.n ?? -1;

  test('stands on every table that has a tenant', () => {
    expect(tables.length).toBeGreaterThanOrEqual(14);
    expect(tables.filter((table) => !table.secured || table.policies === 0)).toEqual([]);
  });

  test('binds the role that the program works under', async () => {
    const { rows } = await sql<{ super: boolean; bypass: boolean; login: boolean; owned: number }>`
SELECT rolsuper AS super, rolbypassrls AS bypass, rolcanlogin AS login, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
FROM pg_roles r WHERE rolname = ${appRole}`.execute(world.database.owner);
    expect(rows).toEqual([{ super: false, bypass: false, login: false, owned: 0 }]);
    const who = await world.direct((tx) => sql<{ who: string }>`SELECT current_user AS who`.execute(tx.db));
    expect(who.rows).toEqual([{ who: appRole }]);
  });

  test('shows no row of another tenant, and each to its own', async () => {
    for (const { name } of tables) {
      const seen = await trial(async (db) => {
        await plant(db, name);
        const counts: number[] = [];
        for (const tenants of [mine, '', `${mine},${theirs}`, '*']) {
          await become(db, tenants);
          counts.push(await countOf(db, name));
        }
        return counts;
      });
      expect([name, seen]).toEqual([name, publicRegisters.includes(name) ? [1, 1, 1, 1] : [0, 0, 1, 1]]);
    }
  });

  test('lets no row of another tenant be written, changed, moved or taken away', async () => {
    for (const { name } of tables) {
      const attempts = [
        sql`INSERT INTO ${sql.table(name)} (tenant) VALUES (${theirs})`,
        sql`UPDATE ${sql.table(name)} SET tenant = ${mine}`,
        sql`UPDATE ${sql.table(name)} SET tenant = ${mine} WHERE tenant = ${theirs}`,
        sql`DELETE FROM ${sql.table(name)}`,
      ];
      for (const [index, attempt] of attempts.entries()) {
        const result = await trial(async (db) => {
          await plant(db, name);
          await become(db, mine);
          return answer(attempt.execute(db));
        });
        // 42501: refused by a policy or for want of the right. A row out of sight is changed by nobody.
        expect([name, index, result]).toEqual([name, index, index === 0 || result === '42501' ? '42501' : '0 rows']);
      }
    }
  });

  test('lets no row be given away to another tenant', async () => {
    for (const { name } of tables) {
      const result = await trial(async (db) => {
        await plant(db, name);
        await become(db, theirs);
        return answer(sql`UPDATE ${sql.table(name)} SET tenant = ${mine}`.execute(db));
      });
      expect([name, result]).toEqual([name, '42501']);
    }
  });

  describe('the memory', () => {
    test.each([
      'UPDATE event SET kind = kind',
      'DELETE FROM event',
      'TRUNCATE event',
      'DELETE FROM event_head',
      'DROP TABLE event',
    ])('is not open to %s', async (statement) => {
      const result = await trial(async (db) => {
        await become(db, '*');
        return answer(sql.raw(statement).execute(db));
      });
      expect(result).toBe('42501');
    });
  });
});
