import { canonicalJson, chainHash } from '../crypto/index.ts';
import type { CommitWith } from '../db/index.ts';
import type { Actor } from './actor.ts';
import { insertsOf } from './inserts.ts';
import type { Gathered, NewDeadline, NewRow, Outgoing, Tx } from './unit-of-work.ts';

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
  answered?: IdempotencyRow,
): Promise<void> {
  const { events, heads } = await chain(tx, actor, gathered, seal);
  const statements = insertsOf([
    ...gathered.rows,
    { table: 'event', rows: events },
    { table: 'event_head', rows: heads },
    { table: 'deadline', rows: gathered.deadlines.map((d) => deadlineRow(tx, d)) },
    { table: 'counter', rows: mergeCounts(gathered) },
    { table: 'outbox', rows: gathered.outgoing.map((o) => outboxRow(tx, o)) },
    { table: 'idempotency', rows: answered === undefined ? [] : [{ ...answered, createdAt: tx.at }] },
  ]);
  const last = statements.at(-1);
  if (last === undefined) return;
  for (const statement of statements.slice(0, -1)) await tx.db.executeQuery(statement);
  await commitWith(() => tx.db.executeQuery(last));
}

function deadlineRow(tx: Tx, deadline: NewDeadline): NewRow {
  const { tenant, matterId, subject, subjectId, step, startedOn, dueAt, dueOn, warnOn, citation, ruleSet } = deadline;
  const { promise = false } = deadline;
  const whose = { tenant, id: tx.newId(), matterId, subject, subjectId };
  return { ...whose, step, startedOn, dueAt, dueOn, warnOn, state: 'running', citation, ruleSet, promise };
}

function outboxRow(tx: Tx, { tenant, topic, key, payload, notBefore = tx.at }: Outgoing): NewRow {
  return { tenant, id: tx.newId(), topic, key, payload, state: 'waiting', nextAt: notBefore, createdAt: tx.at };
}

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
