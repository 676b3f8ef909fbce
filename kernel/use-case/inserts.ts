import { CompiledQuery } from 'kysely';
import type { NewRow } from './unit-of-work.ts';

/** New rows of one table. */
export interface Insert {
  readonly table: string;
  readonly rows: readonly NewRow[];
}

/** What a row does that is there already; other tables do not expect one. */
const meeting: Readonly<Record<string, string>> = {
  event_head:
    ' ON CONFLICT (tenant, matter_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal',
  counter: ' ON CONFLICT (tenant, name, month, dimension, value, slot) DO UPDATE SET n = counter.n + excluded.n',
  outbox: ' ON CONFLICT (tenant, topic, key) DO NOTHING',
};

/** A statement takes 65,535 parameters at most. */
const mostParameters = 60_000;

/**
 * All rows in one statement, one insert for each table and set of columns; in several only when there are thousands.
 * Each value is a parameter of its own, so that the same kind of change is the same text: planned once a connection.
 */
export function insertsOf(inserts: readonly Insert[]): readonly CompiledQuery[] {
  const statements: { readonly parts: string[]; readonly values: unknown[] }[] = [];
  for (const { table, columns, rows } of alike(inserts)) {
    const most = Math.floor(mostParameters / columns.length);
    for (let from = 0; from < rows.length; from += most) {
      const some = rows.slice(from, from + most);
      let last = statements.at(-1);
      if (last === undefined || last.values.length + some.length * columns.length > mostParameters) {
        last = { parts: [], values: [] };
        statements.push(last);
      }
      const { parts, values } = last;
      const tuples = some.map((row) => `(${row.map((value) => `$${values.push(value)}`).join()})`);
      const into = `INSERT INTO "${table}" (${columns.join()}) VALUES ${tuples.join()}${meeting[table] ?? ''}`;
      parts.push(`w${parts.length} AS (${into})`);
    }
  }
  return statements.map(({ parts, values }) => CompiledQuery.raw(`WITH ${parts.join()} SELECT 1`, values));
}

interface Alike {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: unknown[][];
}

/** Rows of the same table and columns together. A value that is undefined leaves its column to the default. */
function alike(inserts: readonly Insert[]): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  for (const { table, rows } of inserts) {
    for (const row of rows) {
      const columns: string[] = [];
      const values: unknown[] = [];
      for (const name in row) {
        if (row[name] === undefined) continue;
        columns.push(columnOf(name));
        values.push(parameterOf(row[name]));
      }
      const key = `${table}(${columns.join()})`;
      const group = groups.get(key) ?? { table, columns, rows: [] };
      groups.set(key, group);
      group.rows.push(values);
    }
  }
  return groups.values();
}

const columns = new Map<string, string>();

/** `queryCodeIndex` → `"query_code_index"`, worked out once a name. */
function columnOf(name: string): string {
  let column = columns.get(name);
  if (column === undefined) {
    column = `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
    columns.set(name, column);
  }
  return column;
}

/** What has members is meant for a jsonb column. */
function parameterOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
