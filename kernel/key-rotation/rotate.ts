import { sql } from 'kysely';
import { wholeCountry } from '../db/index.ts';
import { type Runner, runUseCase, systemActor, type Tx } from '../use-case/index.ts';

/**
 * One column of ciphertext, as its module exports it. Values are bound to `tenant/table.column/id`, where the id is that
 * of `idColumn`, which is unique within the tenant.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly idColumn: string;
}

export interface RotationReport {
  /** Values encrypted again. */
  readonly rows: number;
  /** Values that open under no key on the ring; they are left as they are. */
  readonly unreadable: readonly {
    readonly table: string;
    readonly column: string;
    readonly tenant: string;
    readonly id: string;
  }[];
}

interface SealedValue {
  readonly tenant: string;
  readonly id: string;
  readonly value: string;
}

const batchSize = 200;

/**
 * Encrypt again, under the active key, every value that another key encrypted. Batch by batch, each its own transaction,
 * while work goes on: a value that somebody changes meanwhile is left to them, since a new value is under the active key
 * already. What is still to be done stands in the data itself, so an interrupted run is resumed by running again. Columns
 * are walked until a whole pass finds nothing more to do, because other processes may still write under the old key.
 * Every process must know the new key before this begins: what is encrypted under it opens with nothing else.
 */
export async function rotateKeys(
  runner: Runner,
  columns: readonly SealedColumn[],
  progress: (line: string) => void = () => undefined,
): Promise<RotationReport> {
  const unreadable: RotationReport['unreadable'][number][] = [];
  let rows = 0;
  for (const sealed of columns) {
    for (let done = -1; done !== 0; ) {
      done = 0;
      const bad: SealedValue[] = [];
      for (let last: SealedValue | undefined; ; ) {
        const after = last;
        const batch = await runUseCase(runner, systemActor, (tx) => rotateBatch(tx, sealed, after), {
          scope: wholeCountry,
        });
        done += batch.rotated;
        bad.push(...batch.unreadable);
        last = batch.last;
        if (last === undefined) break;
        progress(`${sealed.table}.${sealed.column}: ${rows + done}`);
      }
      rows += done;
      if (done === 0)
        unreadable.push(...bad.map(({ tenant, id }) => ({ table: sealed.table, column: sealed.column, tenant, id })));
    }
  }
  return { rows, unreadable };
}

/** How many values of these columns are not under the active key. */
export async function countOutdated(runner: Runner, columns: readonly SealedColumn[]): Promise<number> {
  let count = 0;
  for (const { table, column } of columns) {
    const { rows } = await runUseCase(
      runner,
      systemActor,
      (tx) =>
        sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE ${outdated(tx, column)}`.execute(
          tx.db,
        ),
      { scope: wholeCountry },
    );
    count += rows[0]?.n ?? 0;
  }
  return count;
}

async function rotateBatch(tx: Tx, sealed: SealedColumn, after: SealedValue | undefined) {
  const { table, column, idColumn } = sealed;
  const behind =
    after === undefined ? sql`true` : sql`(tenant, ${sql.ref(idColumn)}) > (${after.tenant}, ${after.id}::uuid)`;
  const { rows } = await sql<SealedValue>`
SELECT tenant, ${sql.ref(idColumn)}::text AS id, ${sql.ref(column)} AS value FROM ${sql.table(table)}
WHERE ${outdated(tx, column)} AND ${behind}
ORDER BY tenant, ${sql.ref(idColumn)} LIMIT ${batchSize}`.execute(tx.db);
  const unreadable: SealedValue[] = [];
  let rotated = 0;
  for (const [tenant, values] of byTenant(rows)) {
    const fresh = values.flatMap(({ id, value }) => {
      const context = `${tenant}/${table}.${column}/${id}`;
      try {
        return [{ id, old: value, new: tx.cipher.encrypt(tx.cipher.decrypt(value, context), context) }];
      } catch {
        unreadable.push({ tenant, id, value });
        return [];
      }
    });
    // Compared with what was read: a value written meanwhile stays.
    const updated = await sql`
UPDATE ${sql.table(table)} AS t SET ${sql.ref(column)} = x.new
FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS x(id uuid, old text, new text)
WHERE t.tenant = ${tenant} AND t.${sql.ref(idColumn)} = x.id AND t.${sql.ref(column)} = x.old`.execute(tx.db);
    rotated += Number(updated.numAffectedRows ?? 0);
  }
  return { rotated, unreadable, last: rows.length < batchSize ? undefined : rows.at(-1) };
}

const outdated = (tx: Tx, column: string) =>
  sql`${sql.ref(column)} IS NOT NULL AND NOT starts_with(${sql.ref(column)}, ${tx.cipher.currentPrefix})`;

function byTenant(rows: readonly SealedValue[]): ReadonlyMap<string, readonly SealedValue[]> {
  const grouped = new Map<string, SealedValue[]>();
  for (const row of rows) grouped.set(row.tenant, [...(grouped.get(row.tenant) ?? []), row]);
  return grouped;
}
