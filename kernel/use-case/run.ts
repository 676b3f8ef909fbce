import { canonicalJson, sm3 } from '../crypto/index.ts';
import { type Database, isSerialisationConflict, isUnavailable, type Scope, violatedUnique } from '../db/index.ts';
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
 * Whoever reaches for what is not theirs is remembered in the matter, though everything else is undone.
 * @throws Refusal for every expected "no"
 */
export async function runUseCase<T>(
  runner: Runner,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  try {
    return await runOnce(runner, actor, work, options);
  } catch (error) {
    if (error instanceof Refusal && error.remembered !== undefined) {
      const { remembered } = error;
      await runOnce(runner, actor, async (tx) => tx.record(remembered), { scope: options.scope ?? actor.scope });
    }
    throw error;
  }
}

async function runOnce<T>(runner: Runner, actor: Actor, work: (tx: Tx) => Promise<T>, options: RunOptions): Promise<T> {
  const { idempotency, scope = actor.scope } = options;
  const asked = idempotency && { ...idempotency, requestHash: hashOf(idempotency) };
  for (let attempt = 1; ; attempt++) {
    try {
      return await runner.database.transaction(scope, async (db, commitWith) => {
        const { tx, gathered } = gatheringTx(db, runner);
        const response = await work(tx);
        const answered = asked && {
          tenant: asked.tenant,
          actorId: actor.id,
          key: asked.key,
          requestHash: asked.requestHash,
          answerBox: boxAnswer(runner, asked, actor, response),
        };
        await flush(tx, actor, gathered, runner.seal, commitWith, answered);
        return response;
      });
    } catch (error) {
      // Hardly any request comes twice, so none is asked beforehand whether it did. One that does runs into what the first
      // has changed, or at the latest into its key, and is taken back: the first one's answer is the answer.
      if (asked !== undefined && !isUnavailable(error)) {
        const earlier = await earlierAnswer<T>(runner, actor, scope, asked);
        if (earlier !== undefined) return earlier.response;
      }
      const raced = violatedUnique(error);
      const again = raced === 'event_pkey' || raced === 'event_head_pkey' || isSerialisationConflict(error);
      if (!again || attempt >= 4) throw error;
    }
  }
}

type Asked = Idempotency & { readonly requestHash: string };

/** @throws Refusal `idempotency.format` */
function hashOf({ key, request }: Idempotency): string {
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw new Refusal('idempotency.format');
  return sm3(canonicalJson(request ?? null));
}

/** What the same key was answered before. @throws Refusal `idempotency.mismatch` when something else was asked with it */
async function earlierAnswer<T>(
  runner: Runner,
  actor: Actor,
  scope: Scope,
  asked: Asked,
): Promise<{ response: T } | undefined> {
  const row = await runner.database.look(scope, (db) =>
    db
      .selectFrom('idempotency')
      .select(['requestHash', 'answerBox'])
      .where('tenant', '=', asked.tenant)
      .where('actorId', '=', actor.id)
      .where('key', '=', asked.key)
      .executeTakeFirst(),
  );
  if (row === undefined) return undefined;
  if (row.requestHash !== asked.requestHash) throw new Refusal('idempotency.mismatch');
  const opened = JSON.parse(runner.cipher.decrypt(row.answerBox, boxContext(asked, actor))) as { answer?: T };
  return { response: opened.answer as T };
}

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
