import { canonicalJson, sm3 } from '../crypto/index.ts';
import { type Database, isSerialisationConflict, type Scope, violatedUnique } from '../db/index.ts';
import { Refusal } from '../errors/index.ts';
import type { Actor } from './actor.ts';
import { flush, type Seal } from './flush.ts';
import { type Ground, gatheringTx, type Tx } from './unit-of-work.ts';

/** What every transaction needs, wired once by the server. */
export interface Runner extends Ground {
  readonly database: Database;
  readonly seal: Seal;
}

/** A creating request that may be sent twice: the caller's key, and what was asked, so that a reused key shows. */
export interface Idempotency {
  readonly tenant: string;
  readonly key: string;
  readonly request: unknown;
}

export interface RunOptions {
  readonly idempotency?: Idempotency | undefined;
  /** Narrower or wider than the actor's own scope: a citizen's draft, the worker's whole city. */
  readonly scope?: Scope;
}

/**
 * Run a use case: one transaction, its events, deadlines, counters and messages with it, or nothing at all.
 * With an idempotency key the second call gives the first call's answer and changes nothing.
 * @throws Refusal for every expected "no"
 */
export async function runUseCase<T>(
  runner: Runner,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  const { idempotency } = options;
  const requestHash = idempotency === undefined ? '' : sm3(canonicalJson(idempotency.request ?? null));
  for (let attempt = 1; ; attempt++) {
    try {
      return await runner.database.transaction(options.scope ?? actor.scope, async (db, commitWith) => {
        const { tx, gathered } = gatheringTx(db, runner);
        if (idempotency !== undefined) {
          const earlier = await earlierAnswer<T>(tx, actor, idempotency, requestHash);
          if (earlier !== undefined) return earlier.response;
        }
        const response = await work(tx);
        await flush(
          tx,
          actor,
          gathered,
          runner.seal,
          commitWith,
          idempotency && {
            tenant: idempotency.tenant,
            actorId: actor.id,
            key: idempotency.key,
            requestHash,
            answerBox: boxAnswer(runner, idempotency, actor, response),
          },
        );
        return response;
      });
    } catch (error) {
      // Pressed twice at once: the second may be refused for what the first has just changed. The first one's answer is the answer.
      if (idempotency !== undefined && error instanceof Refusal) {
        const first = await answerMeanwhile<T>(runner, actor, options.scope ?? actor.scope, idempotency, requestHash);
        if (first !== undefined) return first.response;
      }
      const raced = violatedUnique(error);
      const again =
        raced === 'idempotency_pkey' ||
        raced === 'event_pkey' ||
        raced === 'event_head_pkey' ||
        isSerialisationConflict(error);
      if (!again || attempt >= 4) throw error;
    }
  }
}

async function answerMeanwhile<T>(
  runner: Runner,
  actor: Actor,
  scope: Scope,
  idempotency: Idempotency,
  requestHash: string,
): Promise<{ response: T } | undefined> {
  return runner.database.transaction(scope, (db) => {
    const { tx } = gatheringTx(db, runner);
    return earlierAnswer<T>(tx, actor, idempotency, requestHash);
  });
}

async function earlierAnswer<T>(
  tx: Tx,
  actor: Actor,
  idempotency: Idempotency,
  requestHash: string,
): Promise<{ response: T } | undefined> {
  if (!/^[\x21-\x7e]{8,128}$/.test(idempotency.key)) throw new Refusal('idempotency.format');
  const row = await tx.db
    .selectFrom('idempotency')
    .select(['requestHash', 'answerBox'])
    .where('tenant', '=', idempotency.tenant)
    .where('actorId', '=', actor.id)
    .where('key', '=', idempotency.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.requestHash !== requestHash) throw new Refusal('idempotency.mismatch');
  const opened = JSON.parse(tx.cipher.decrypt(row.answerBox, boxContext(idempotency, actor))) as { answer?: T };
  return { response: opened.answer as T };
}

/** An answer may hold what is shown only once (a look-up code): it is kept encrypted, for its seven days. */
function boxAnswer(runner: Runner, idempotency: Idempotency, actor: Actor, answer: unknown): string {
  return runner.cipher.encrypt(JSON.stringify({ answer }), boxContext(idempotency, actor));
}

function boxContext({ tenant, key }: Idempotency, actor: Actor): string {
  return `${tenant}/idempotency.answer_box/${actor.id}/${key}`;
}

/** Read under the actor's scope, in one transaction of its own, writing nothing but what reads must record. */
export function runQuery<T>(runner: Runner, actor: Actor, read: (tx: Tx) => Promise<T>, scope?: Scope): Promise<T> {
  return runUseCase(runner, actor, read, scope === undefined ? {} : { scope });
}
