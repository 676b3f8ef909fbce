import { sql } from 'kysely';
import { canonicalJson, chainHash } from '../crypto/index.ts';
import type { Actor } from './actor.ts';
import type { Gathered, NewEvent, Tx } from './unit-of-work.ts';

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

/** Write everything a transaction has gathered, in one statement. */
export async function flush(
  tx: Tx,
  actor: Actor,
  gathered: Gathered,
  seal: Seal,
  idempotency?: IdempotencyRow,
): Promise<void> {
  const { events, heads } = await chain(tx, actor, gathered.events, seal);
  const deadlines = gathered.deadlines.map((d) => ({ ...d, id: tx.newId(), promise: d.promise ?? false }));
  const outbox = gathered.outgoing.map((o) => ({
    tenant: o.tenant,
    id: tx.newId(),
    topic: o.topic,
    key: o.key,
    payload: o.payload,
    nextAt: o.notBefore ?? tx.at,
  }));
  const counts = mergeCounts(gathered);
  if (events.length + deadlines.length + outbox.length + counts.length === 0 && idempotency === undefined) return;
  const idempotencyRows = idempotency === undefined ? [] : [idempotency];
  await sql`
WITH e AS (
  INSERT INTO event (tenant, matter_id, seq, id, at, actor_kind, actor_id, actor_name, kind, subject, subject_id, payload, previous_hash, hash)
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS x(tenant text, "matterId" uuid, seq int, id uuid, at timestamptz, "actorKind" text,
    "actorId" text, "actorName" text, kind text, subject text, "subjectId" uuid, payload jsonb, "previousHash" text, hash text)
), h AS (
  INSERT INTO event_head (tenant, matter_id, seq, hash, seal)
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) AS x(tenant text, "matterId" uuid, seq int, hash text, seal text)
  ON CONFLICT (tenant, matter_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, seal = excluded.seal
), d AS (
  INSERT INTO deadline (tenant, id, matter_id, subject, subject_id, step, started_on, due_at, due_on, warn_on, state, citation, rule_set, promise)
  SELECT tenant, id, "matterId", subject, "subjectId", step, "startedOn", "dueAt", "dueOn", "warnOn", 'running', citation, "ruleSet", promise
  FROM jsonb_to_recordset(${JSON.stringify(deadlines)}::jsonb) AS x(tenant text, id uuid, "matterId" uuid, subject text, "subjectId" uuid, step text,
    "startedOn" date, "dueAt" timestamptz, "dueOn" date, "warnOn" date, citation text, "ruleSet" text, promise boolean)
), c AS (
  INSERT INTO counter (tenant, name, month, dimension, value, slot, n)
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS x(tenant text, name text, month text, dimension text, value text, slot smallint, n bigint)
  ON CONFLICT (tenant, name, month, dimension, value, slot) DO UPDATE SET n = counter.n + excluded.n
), o AS (
  INSERT INTO outbox (tenant, id, topic, key, payload, state, next_at, created_at)
  SELECT tenant, id, topic, key, payload, 'waiting', "nextAt", ${tx.at}::timestamptz
  FROM jsonb_to_recordset(${JSON.stringify(outbox)}::jsonb) AS x(tenant text, id uuid, topic text, key text, payload jsonb, "nextAt" timestamptz)
  ON CONFLICT (tenant, topic, key) DO NOTHING
), i AS (
  INSERT INTO idempotency (tenant, actor_id, key, request_hash, answer_box, created_at)
  SELECT tenant, "actorId", key, "requestHash", "answerBox", ${tx.at}::timestamptz
  FROM jsonb_to_recordset(${JSON.stringify(idempotencyRows)}::jsonb) AS x(tenant text, "actorId" text, key text, "requestHash" text, "answerBox" text)
)
SELECT 1`.execute(tx.db);
}

async function chain(tx: Tx, actor: Actor, fresh: readonly NewEvent[], seal: Seal) {
  const heads = new Map<string, { tenant: string; matterId: string; seq: number; hash: string }>();
  if (fresh.length > 0) {
    const matters = [...new Set(fresh.map((e) => e.matterId))];
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
