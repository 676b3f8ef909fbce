import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptedColumns } from '../apps/server/encrypted-columns.ts';
import { createKeyRing, parseKeyRing, withNewKey, withoutKey } from '../kernel/crypto/index.ts';
import { countOutdated, rotateKeys, type SealedColumn } from '../kernel/key-rotation/index.ts';
import { onEachEngine, type World } from '../kernel/testing/engines.ts';
import { protectionOf } from '../kernel/use-case/index.ts';

const columns: readonly SealedColumn[] = encryptedColumns;

onEachEngine('every sealed column is rotated', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  test('the list names every column whose name says that it is sealed, and no other', async () => {
    const { rows } = await sql<{ place: string }>`
SELECT table_name || '.' || column_name AS place FROM information_schema.columns
WHERE table_schema = 'public' AND column_name LIKE '%\\_sealed' ORDER BY 1`.execute(world.database.owner);
    expect(columns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(rows.map((row) => row.place));
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });

  test('each has an id of its own within the tenant, and the program may replace it', async () => {
    for (const { table, column, idColumn } of columns) {
      const { rows } = await sql<{ own: boolean; may: boolean }>`
SELECT EXISTS (
  SELECT FROM pg_index i WHERE i.indrelid = ${table}::regclass AND i.indisunique AND i.indnkeyatts = 2 AND
    (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey))
    = (SELECT array_agg(n ORDER BY n) FROM unnest(ARRAY['tenant', ${idColumn}::text]) AS n)
) AS own, has_column_privilege('fayuan_app', ${table}, ${column}, 'UPDATE') AS may`.execute(world.database.owner);
      expect([table, column, rows[0]]).toEqual([table, column, { own: true, may: true }]);
    }
  });

  test('no value is left under the old key', async () => {
    const ring = createKeyRing('aes-256-gcm');
    const old = protectionOf(parseKeyRing(ring)).cipher;
    const id = '0193a000-0000-7000-8000-000000000001';
    for (const { table, column, idColumn } of columns) {
      // Rows of every kind, whatever else their tables ask of them: this database is thrown away afterwards.
      const constraints = await sql<{ name: string }>`
SELECT conname AS name FROM pg_constraint WHERE conrelid = ${table}::regclass AND contype <> 'n'`.execute(
        world.database.owner,
      );
      for (const { name } of constraints.rows) {
        await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT IF EXISTS ${sql.ref(name)} CASCADE`.execute(
          world.database.owner,
        );
      }
      const required = await sql<{ name: string }>`
SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped`.execute(
        world.database.owner,
      );
      for (const { name } of required.rows) {
        await sql`ALTER TABLE ${sql.table(table)} ALTER COLUMN ${sql.ref(name)} DROP NOT NULL`.execute(
          world.database.owner,
        );
      }
      await sql`INSERT INTO ${sql.table(table)} (tenant, ${sql.ref(idColumn)}, ${sql.ref(column)})
VALUES ('530521', ${id}, ${old.encrypt(`${table}.${column}`, `530521/${table}.${column}/${id}`)})`.execute(
        world.database.owner,
      );
    }
    const next = withNewKey(ring, 'sm4-cbc-hmac-sm3');
    const runner = { ...world.runner, ...protectionOf(parseKeyRing(next)) };
    expect(await rotateKeys(runner, columns)).toEqual({ rows: columns.length, unreadable: [] });
    expect(await countOutdated(runner, columns)).toBe(0);
    const onlyNew = protectionOf(parseKeyRing(withoutKey(next, 'k1'))).cipher;
    for (const { table, column } of columns) {
      const { rows } = await sql<{ value: string }>`
SELECT ${sql.ref(column)} AS value FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL`.execute(
        world.database.owner,
      );
      expect(rows.map(({ value }) => onlyNew.decrypt(value, `530521/${table}.${column}/${id}`))).toEqual([
        `${table}.${column}`,
      ]);
    }
  });
});
