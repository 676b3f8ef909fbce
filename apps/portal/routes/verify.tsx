import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../../kernel/errors/index.ts';
import { type VerifiedDocument, verifyDocument } from '../../../modules/documents/index.ts';
import { VerifyPage } from '../pages/verify.tsx';
import { sendPage } from '../send-page.ts';
import { knock, plainFrame, type Site } from '../site.ts';

/** Checking a paper by its number and code; the code printed on it leads here with both filled in. */
export function verifyPages(app: FastifyInstance, site: Site): void {
  app.get('/verify', { schema: { hide: true } }, async (request, reply) => {
    const query = request.query as { number?: unknown; code?: unknown };
    const typed = { number: lineOf(query.number, 120), code: lineOf(query.code, 40) };
    const asked = typed.number !== '' && typed.code !== '';
    if (asked) knock(site, 'verify', request);
    const answer = asked ? await verified(site, typed) : undefined;
    const page = <VerifyPage frame={plainFrame(site, request)} typed={typed} answer={answer} />;
    return sendPage(reply, page, answer === 'unknown' ? 404 : 200);
  });
}

async function verified(site: Site, typed: { number: string; code: string }): Promise<VerifiedDocument | 'unknown'> {
  try {
    return await verifyDocument(site.deps.runner, typed);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'document.notVerified') return 'unknown';
    throw error;
  }
}

function lineOf(value: unknown, max: number): string {
  return typeof value === 'string' ? value.trim().slice(0, max) : '';
}
