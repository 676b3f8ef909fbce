import { type RawBuilder, sql } from 'kysely';
import { canonicalJson, chainHash } from '../crypto/index.ts';
import type { CommitWith } from '../db/index.ts';
import type { Actor } from './actor.ts';
import type { Gathered, NewRow, Tx } from './unit-of-work.ts';

/** The first link of every chain. */
export const genesisHash = '0'.repeat(64);

/** Seals the end of a chain with a key that the database does not hold. */
export type Seal = (text: string) => string;

export interface ChainedEvent {
  readonly tenant: string;
  readonly matterId: string;
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The hash of an event: SM3 over the previous hash and the canonical form of every column. */
export function eventHash(previousHash: string, event: ChainedEvent): string {
  const { tenant, matterId, seq, id, at, actorKind, actorId, actorName, kind, subject, subjectId, payload } = event;
  return chainHash(
    previousHash,
    canonicalJson({ tenant, matterId, seq, id, at, actorKind, actorId, actorName, kind, subject, subjectId, payload }),
  );
}

export function headText(tenant: string, matterId: string, seq: number, hash: string): string {
  return `${tenant}|${matterId}|${seq}|${hash}`;
}

export interface IdempotencyRow {
  readonly tenant: string;
  readonly actorId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly answerBox: string;
}

const counterSlots = 16;

/** Write everything a transaction has gathered, in one statement, and commit with it. */
export async function flush(
  tx: Tx,
  actor: Actor,
  gathered: Gathered,
  seal: Seal,
  commitWith: CommitWith,
  idempotency?: IdempotencyRow,
): Promise<void> {
  const { events, heads } = await chain(tx, actor, gathered, seal);
  const parts = [
    ...insertsOf(gathered.rows),
    part(events, eventRows),
    part(heads, headRows),
    part(
      gathered.deadlines.map((d) => ({ ...d, id: tx.newId(), promise: d.promise ?? false })),
      deadlineRows,
    ),
    part(mergeCounts(gathered), counterRows),
    part(
      gathered.outgoing.map((o) => ({
        tenant: o.tenant,
        id: tx.newId(),
        topic: o.topic,
        key: o.key,
        payload: o.payload,
        nextAt: o.notBefore ?? tx.at,
        createdAt: tx.at,
      })),
      outboxRows,
    ),
    part(idempotency === undefined ? [] : [{ ...idempotency, createdAt: tx.at }], idempotencyRows),
  ].filter((p) => p !== undefined);
  if (parts.length === 0) return;
  const named = parts.map((statement, i) => sql`${sql.raw(`w${i}`)} AS (${statement})`);
  await commitWith(() => sql`WITH ${sql.join(named)} SELECT 1`.execute(tx.db));
}

type Rows = RawBuilder<unknown>;

/** One data-modifying statement over rows that travel as one parameter; none for no rows. */
function part(rows: readonly object[], write: (rows: Rows) => Rows): Rows | undefined {
  return rows.length === 0 ? undefined : write(sql`${JSON.stringify(rows)}::jsonb`);
}

const eventRows = (rows: Rows): Rows => sql`
  INSERT INTO event (tenant, matter_id, seq, id, at, actor_kind, actor_id, actor_name, kind, subject, subject_id, payload, previous_hash, hash)
  SELECT * FROM jsonb_to_recordset(${rows}) AS x(tenant text, "matterId" uuid, seq int, id uuid, at timestamptz, "actorKind" text,
    "actorId" text, "actorName" text, kind text, subject text, "subjectId" uuid, payload jsonb, "previousHash" text, hash text)`;
const headRows = (rows: Rows): Rows => sql`
  INSERT INTO event_head (tenant, matter_id, seq, hash, seal)
  SELECT * FROM jsonb_to_recordset(${rows}) AS x(tenant text, "matterId" uuid, seq int, hash text, seal text)
  ON CONFLICT (tenant, matter_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal`;
const deadlineRows = (rows: Rows): Rows => sql`
  INSERT INTO deadline (tenant, id, matter_id, subject, subject_id, step, started_on, due_at, due_on, warn_on, state, citation, rule_set, promise)
  SELECT tenant, id, "matterId", subject, "subjectId", step, "startedOn", "dueAt", "dueOn", "warnOn", 'running', citation, "ruleSet", promise
  FROM jsonb_to_recordset(${rows}) AS x(tenant text, id uuid, "matterId" uuid, subject text, "subjectId" uuid, step text,
    "startedOn" date, "dueAt" timestamptz, "dueOn" date, "warnOn" date, citation text, "ruleSet" text, promise boolean)`;
const counterRows = (rows: Rows): Rows => sql`
  INSERT INTO counter (tenant, name, month, dimension, value, slot, n)
  SELECT * FROM jsonb_to_recordset(${rows}) AS x(tenant text, name text, month text, dimension text, value text, slot smallint, n bigint)
  ON CONFLICT (tenant, name, month, dimension, value, slot) DO UPDATE SET n = counter.n + excluded.n`;
const outboxRows = (rows: Rows): Rows => sql`
  INSERT INTO outbox (tenant, id, topic, key, payload, state, next_at, created_at)
  SELECT tenant, id, topic, key, payload, 'waiting', "nextAt", "createdAt"
  FROM jsonb_to_recordset(${rows}) AS x(tenant text, id uuid, topic text, key text, payload jsonb, "nextAt" timestamptz, "createdAt" timestamptz)
  ON CONFLICT (tenant, topic, key) DO NOTHING`;
const idempotencyRows = (rows: Rows): Rows => sql`
  INSERT INTO idempotency (tenant, actor_id, key, request_hash, answer_box, created_at)
  SELECT tenant, "actorId", key, "requestHash", "answerBox", "createdAt"
  FROM jsonb_to_recordset(${rows}) AS x(tenant text, "actorId" text, key text, "requestHash" text, "answerBox" text, "createdAt" timestamptz)`;

/** The gathered rows of the modules' own tables: one statement for each table and set of columns. */
function insertsOf(gathered: Gathered['rows']): readonly Rows[] {
  const alike = new Map<string, { table: string; columns: readonly string[]; rows: NewRow[] }>();
  for (const { table, rows } of gathered) {
    for (const row of rows) {
      const entries = Object.entries(row).filter(([, value]) => value !== undefined);
      const columns = entries.map(([name]) => snakeCase(name));
      const key = `${table}(${columns.join()})`;
      const group = alike.get(key) ?? { table, columns, rows: [] };
      alike.set(key, group);
      group.rows.push(Object.fromEntries(entries.map(([, value], i) => [columns[i], value])));
    }
  }
  return [...alike.values()].map(({ table, columns, rows }) => {
    const into = sql.table(table);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    return sql`INSERT INTO ${into} (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows)}::jsonb)`;
  });
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function chain(tx: Tx, actor: Actor, { events: fresh, madeIds }: Gathered, seal: Seal) {
  const heads = new Map<string, { tenant: string; matterId: string; seq: number; hash: string }>();
  // A matter whose id was made in this very transaction begins here: there is nothing to read and nobody to wait for.
  const matters = [...new Set(fresh.map((e) => e.matterId))].filter((id) => !madeIds.has(id));
  if (matters.length > 0) {
    const known = await tx.db
      .selectFrom('eventHead')
      .select(['tenant', 'matterId', 'seq', 'hash'])
      .where('tenant', 'in', [...new Set(fresh.map((e) => e.tenant))])
      .where('matterId', 'in', matters)
      .forUpdate()
      .execute();
    for (const head of known) heads.set(`${head.tenant}/${head.matterId}`, head);
  }
  const events = fresh.map((event) => {
    const place = `${event.tenant}/${event.matterId}`;
    const head = heads.get(place) ?? { tenant: event.tenant, matterId: event.matterId, seq: 0, hash: genesisHash };
    const chained: ChainedEvent = {
      tenant: event.tenant,
      matterId: event.matterId,
      seq: head.seq + 1,
      id: tx.newId(),
      at: tx.at,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      kind: event.kind,
      subject: event.subject,
      subjectId: event.subjectId,
      payload: event.payload ?? {},
    };
    const hash = eventHash(head.hash, chained);
    heads.set(place, { ...head, seq: chained.seq, hash });
    return { ...chained, previousHash: head.hash, hash };
  });
  const touched = new Set(fresh.map((e) => `${e.tenant}/${e.matterId}`));
  const sealed = [...heads.entries()]
    .filter(([place]) => touched.has(place))
    .map(([, h]) => ({ ...h, seal: seal(headText(h.tenant, h.matterId, h.seq, h.hash)) }));
  return { events, heads: sealed };
}

function mergeCounts(gathered: Gathered) {
  const merged = new Map<
    string,
    { tenant: string; name: string; month: string; dimension: string; value: string; slot: number; n: number }
  >();
  for (const { tenant, name, month, dimension, value, by, recordId } of gathered.counts) {
    const slot = Number.parseInt(recordId.slice(-2), 16) % counterSlots;
    const place = JSON.stringify([tenant, name, month, dimension, value, slot]);
    const row = merged.get(place) ?? { tenant, name, month, dimension, value, slot, n: 0 };
    row.n += by;
    merged.set(place, row);
  }
  // A fixed order of rows keeps concurrent transactions from waiting on each other in a circle.
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
