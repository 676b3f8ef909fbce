import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptedColumns } from '../../apps/server/encrypted-columns.ts';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Office, openOffice } from '../applications/office.ts';
import type { Handling } from '../stories/told.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { archived } from './archived.ts';
import { type Emptied, emptied, untouched } from './fate-of-words.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly key: boolean;
  readonly required: boolean;
}

/** Words that the story says of itself, and the mark that stands in every column which is to be emptied. */
const mark = '〔销毁后不得留存〕';
const told = ['赵有余', '欠条', '24,660', '约见受援人', '欠薪事实清楚', '判决十日内', '建筑劳务', mark];

const idOf = {
  aboutMatter: 'about_matter_id',
  application: 'application_id',
  case: 'case_id',
  cost: 'cost_id',
  matter: 'matter_id',
} as const;
const unknownId = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

onEachEngine('a destroyed file leaves no word of the matter', (open) => {
  let office: Office;
  let world: World;
  let aid: Handling;
  let everything: readonly Column[];
  let columns: readonly Column[];
  let ids: Readonly<Record<Emptied['of'], string>>;

  /** Every text of every tenant's table, in clear, that holds a word of the story. */
  const found = async (): Promise<readonly string[]> => {
    const sealed = encryptedColumns as readonly { table: string; column: string; idColumn: string }[];
    const places: string[] = [];
    for (const { table, column } of columns) {
      const seal = sealed.find((one) => one.table === table && one.column === column);
      const { rows } = await sql<{ tenant: string; id: string; value: string }>`
SELECT tenant, ${seal === undefined ? sql`''` : sql.ref(seal.idColumn)} AS id, ${sql.ref(column)}::text AS value
FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL`.execute(world.database.owner);
      const texts = await office.direct(async (tx) =>
        rows.map(({ tenant, id, value }) =>
          seal === undefined ? value : tx.cipher.decrypt(value, `${tenant}/${table}.${column}/${id}`),
        ),
      );
      if (texts.some((text) => told.some((word) => text.includes(word)))) places.push(`${table}.${column}`);
    }
    return places.sort();
  };

  beforeAll(async () => {
    world = await open();
    office = await openOffice(world);
    office.on('2026-11-24');
    ({ aid } = await archived(office));
    const { rows } = await sql<Column>`
SELECT c.table_name AS "table", c.column_name AS "column",
  CASE WHEN c.data_type = 'ARRAY' THEN 'text[]' ELSE c.data_type END AS "type",
  c.is_nullable = 'NO' AS required,
  EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indisprimary AND i.indrelid = c.table_name::regclass AND a.attname = c.column_name) AS "key"
FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND c.table_name IN (
  SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant')
ORDER BY 1, 2`.execute(world.database.owner);
    everything = rows;
    columns = rows.filter(
      ({ column, type, table }) =>
        column !== 'tenant' && ['text', 'jsonb', 'text[]'].includes(type) && table !== 'schema_migration',
    );
    const caseId = aid.url.split('/').at(-1) ?? '';
    const { rows: matters } = await sql<{ matter: string; application: string }>`
SELECT matter_id AS matter, application_id AS application FROM aid_case WHERE id = ${caseId}`.execute(
      world.database.owner,
    );
    const [found = { matter: '', application: '' }] = matters;
    ids = { ...found, aboutMatter: found.matter, case: caseId, cost: unknownId(9) };
  });
  afterAll(() => office.close());

  test('of every text of the schema it is told whether it is emptied or why it stays', () => {
    const tables = [...new Set(columns.map(({ table }) => table))];
    expect(tables.filter((table) => emptied[table] === undefined && untouched[table] === undefined)).toEqual([]);
    const untold = columns.filter(({ table, column }) => {
      const fate = emptied[table];
      return (
        fate !== undefined && ![...fate.gone, ...(fate.codes ?? []), ...Object.keys(fate.kept ?? {})].includes(column)
      );
    });
    expect(untold.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    expect(columns.length).toBeGreaterThan(250);
    // And nothing is told of what is no longer there.
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    const dead = Object.entries(emptied).flatMap(([table, { gone, codes = [], kept = {} }]) =>
      [...gone, ...codes, ...Object.keys(kept)].map((column) => `${table}.${column}`).filter((it) => !there.has(it)),
    );
    expect(dead).toEqual([]);
    const known = new Set(everything.map(({ table }) => table));
    expect(Object.keys(untouched).filter((table) => !known.has(table))).toEqual([]);
  });

  test('a row of the matter in every table, each word column filled', async () => {
    const owner = world.database.owner;
    for (const [i, [table, fate]] of Object.entries(emptied).entries()) {
      const own = everything.filter((one) => one.table === table);
      // This row need not be one that the house would write: only the emptying is at work here. The database is thrown away.
      const checks = await sql<{ name: string }>`
SELECT conname AS name FROM pg_constraint WHERE conrelid = ${table}::regclass AND contype IN ('c', 'f')`.execute(owner);
      for (const { name } of checks.rows) {
        await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT ${sql.ref(name)}`.execute(owner);
      }
      for (const { column, required, key } of own) {
        if (required && !key) {
          await sql`ALTER TABLE ${sql.table(table)} ALTER COLUMN ${sql.ref(column)} DROP NOT NULL`.execute(owner);
        }
      }
      const row: Record<string, unknown> = { tenant: competent };
      for (const { column, type, key } of own) {
        if (key && column !== 'tenant') row[column] = type === 'uuid' ? unknownId(i + 10) : type === 'text' ? 'x' : 99;
      }
      if (table === 'direct_cost') row.id = ids.cost;
      if (own.some(({ column }) => column === idOf[fate.of])) row[idOf[fate.of]] = ids[fate.of];
      Object.assign(row, fate.row);
      const seal = (encryptedColumns as readonly { table: string; column: string; idColumn: string }[]).filter(
        (one) => one.table === table,
      );
      for (const column of fate.gone) {
        const value = fate.filled?.[column]?.(mark) ?? { words: mark };
        const sealedBy = seal.find((one) => one.column === column);
        const { type } = own.find((one) => one.column === column) ?? {};
        row[column] =
          sealedBy === undefined
            ? type === 'jsonb'
              ? JSON.stringify(value)
              : mark
            : await office.direct(async (tx) =>
                tx.cipher.encrypt(JSON.stringify(value), `${competent}/${table}.${column}/${row[sealedBy.idColumn]}`),
              );
      }
      const names = Object.keys(row);
      const keys = own.filter(({ key }) => key).map(({ column }) => sql.ref(column));
      const changes = fate.gone.map((column) => sql`${sql.ref(column)} = EXCLUDED.${sql.ref(column)}`);
      await sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
VALUES (${sql.join(names.map((name) => sql.val(row[name])))})
ON CONFLICT (${sql.join(keys)}) DO UPDATE SET ${sql.join(changes)}`.execute(owner);
    }
    await sql`INSERT INTO cooperation_request (tenant, id, side, peer_tenant, application_number, applicant_name, question_sealed)
SELECT ${hearing}, id, 'asked', ${competent}, '', ${mark}, ${await office.direct(async (tx) =>
      tx.cipher.encrypt(mark, `${hearing}/cooperation_request.question_sealed/${unknownId(cooperationRow)}`),
    )}
FROM cooperation_request WHERE tenant = ${competent}`.execute(owner);
    const places = await found();
    const filled = Object.entries(emptied).flatMap(([table, { gone }]) => gone.map((column) => `${table}.${column}`));
    expect(filled.filter((place) => !places.includes(place))).toEqual([]);
  });
  const cooperationRow = Object.keys(emptied).indexOf('cooperation_request') + 10;

  test('after the destruction none of its words is left, but where it is told why', async () => {
    const { archivist, reviewer, manager } = office.staff;
    office.on('2037-01-04');
    const { rows } = await archivist.get<{ rows: readonly { id: string }[] }>(
      `/api/archives?tenant=${competent}&view=all`,
    );
    const proposed = await archivist.post<{ destructionId: string }>('/api/archive-destructions', {
      tenant: competent,
      archiveIds: rows.map(({ id }) => id),
      reason: '保管期满',
    });
    const key = { tenant: competent, destructionId: proposed.destructionId };
    await reviewer.post('/api/archive-destructions/appraise', { ...key, version: 1 });
    await manager.post('/api/archive-destructions/approve', { ...key, version: 2 });
    await office.work();
    // Whose file it was stays in the register; a person stays on file, because other matters may name them.
    expect(await found()).toEqual(['archive.recipient_name', 'person.name', 'person.name_folded']);
  });
});
