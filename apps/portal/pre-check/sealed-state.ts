import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Undecryptable } from '../../../kernel/crypto/index.ts';
import { clearCookie, cookieNames, sessionCookie } from '../cookies.ts';
import type { Site } from '../site.ts';
import type { PreState } from './walk.ts';

/** Minutes that the answers stay readable after the last one. */
export const keptMinutes = 30;

const text = z.string().max(60);
const Sealed = z.strictObject({
  until: z.number(),
  place: text.optional(),
  told: z.record(
    text,
    z.union([
      z.literal('unsure'),
      z.strictObject({
        typed: z.record(text, z.union([text, z.array(text).max(40)])),
        offered: z.array(text).max(60),
      }),
    ]),
  ),
});

const purpose = 'portal/pre-check';

/** The answers that the browser holds; none where it holds none, or what it holds is too old or not ours. */
export function stateIn(site: Site, request: FastifyRequest): PreState {
  const sealed = request.cookies[cookieNames.preCheck];
  if (sealed === undefined) return { told: {} };
  try {
    const { until, told, place } = Sealed.parse(JSON.parse(site.cipher.decrypt(sealed, purpose)));
    if (until < Date.parse(site.deps.runner.clock.now())) return { told: {} };
    return { told: told as PreState['told'], place };
  } catch (error) {
    if (error instanceof Undecryptable || error instanceof SyntaxError || error instanceof z.ZodError)
      return { told: {} };
    throw error;
  }
}

/** Give the answers back to the browser, sealed: the server keeps no copy. */
export function keepState(site: Site, reply: FastifyReply, { told, place }: PreState): void {
  const until = Date.parse(site.deps.runner.clock.now()) + keptMinutes * 60_000;
  sessionCookie(site, reply, 'preCheck', site.cipher.encrypt(JSON.stringify({ until, told, place }), purpose));
}

export function dropState(site: Site, reply: FastifyReply): void {
  clearCookie(site, reply, 'preCheck');
}
