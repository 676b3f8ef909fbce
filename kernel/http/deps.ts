import type { FastifyRequest } from 'fastify';
import type { FileStore } from '../files/index.ts';
import type { Log } from '../log/index.ts';
import type { Actor, Runner } from '../use-case/index.ts';

/** What every module's routes are handed by the server; wired once. */
export interface HttpDeps {
  readonly runner: Runner;
  /**
   * Who asks, from the request's session.
   * @throws Refusal `auth.required` without a live session
   */
  actorOf(request: FastifyRequest): Promise<Actor>;
  /** The `Idempotency-Key` header, when the caller sent one. */
  idempotencyKey(request: FastifyRequest): string | undefined;
  readonly files: FileStore;
  readonly log: Log;
}
