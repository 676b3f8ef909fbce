import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors/index.ts';

/** Aborted when the caller has gone before the answer was sent: nobody waits for long work any more. */
export function callerGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Refusal('service.unavailable'));
  });
  return gone.signal;
}
