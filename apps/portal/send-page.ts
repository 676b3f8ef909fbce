import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderPage } from './shell.tsx';

/** Answer with a page. It may hold personal data, so nothing on the way keeps it. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8');
  return sendSmall(reply, renderPage(page));
}

/** Send text compressed where the browser takes it: most of these pages travel over a village's mobile network. */
function sendSmall(reply: FastifyReply, text: string): FastifyReply {
  void reply.header('vary', 'Accept-Encoding, Cookie, Accept-Language');
  return acceptsGzip(reply)
    ? reply.header('content-encoding', 'gzip').send(gzipSync(text, { level: 6 }))
    : reply.send(text);
}

export function acceptsGzip(reply: FastifyReply): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(String(reply.request.headers['accept-encoding'] ?? ''));
}

/** After a form: see the next page with GET, so that reloading and going back send nothing twice. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

/** A path of our own, or the start page: a foreign address never becomes a redirect. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\') ? path : '/';
}
