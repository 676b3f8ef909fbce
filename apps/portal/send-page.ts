import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderPage } from './shell.tsx';

/** Answer with a page. It may hold personal data, so nothing on the way keeps it. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(renderPage(page));
}

/** After a form: see the next page with GET, so that reloading and going back send nothing twice. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

/** A path of our own, or the start page: a foreign address never becomes a redirect. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\') ? path : '/';
}
