import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file that never changes under its tag. */
export interface TaggedFile {
  readonly path: string;
  readonly bytes: number;
  /** A strong entity tag, quotes included: other bytes, another tag. */
  readonly etag: string;
  readonly mediaType: string;
}

/**
 * Send a file, or the one piece of it that was asked for (RFC 9110 §13 and §14): 206 with `Content-Range`, 304 where the caller has it,
 * 416 where the piece lies outside. Several pieces at once are answered with the whole, as the rule allows. Who may have it was asked before.
 */
export function sendPieces(request: FastifyRequest, reply: FastifyReply, file: TaggedFile): FastifyReply {
  const { path, bytes, etag, mediaType } = file;
  reply.headers({
    'accept-ranges': 'bytes',
    etag,
    'cache-control': 'private, no-cache',
    'content-disposition': 'attachment',
  });
  if (tagsOf(request.headers['if-none-match']).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
    return reply.code(304).send();
  const condition = request.headers['if-range'];
  // A tag that is weak, or a date, proves nothing about single bytes: the whole is sent.
  const piece =
    condition === undefined || condition === etag ? pieceOf(request.headers.range, bytes) : ('whole' as const);
  if (piece === 'outside')
    return reply.code(416).header('content-range', `bytes */${bytes}`).header('content-length', 0).send();
  const { from, to } = piece === 'whole' ? { from: 0, to: bytes - 1 } : piece;
  if (piece !== 'whole') reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
  reply.type(mediaType).header('content-length', to - from + 1);
  return reply.send(bytes === 0 ? '' : createReadStream(path, { start: from, end: to }));
}

/**
 * Which bytes, both ends included, a `Range` header asks for.
 * @returns `whole` for no header, another unit, several pieces or what is no range; `outside` for a piece that the file has not
 */
export function pieceOf(
  header: string | undefined,
  bytes: number,
): 'whole' | 'outside' | { readonly from: number; readonly to: number } {
  const asked = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '');
  if (asked === null) return 'whole';
  const [, begin = '', end = ''] = asked;
  if (begin === '') {
    if (end === '') return 'whole';
    const last = Math.min(Number(end), bytes);
    return last === 0 ? 'outside' : { from: bytes - last, to: bytes - 1 };
  }
  const [from, to] = [Number(begin), end === '' ? bytes - 1 : Math.min(Number(end), bytes - 1)];
  if (end !== '' && Number(end) < from) return 'whole';
  return from >= bytes ? 'outside' : { from, to };
}

function tagsOf(header: string | undefined): readonly string[] {
  return (header ?? '').split(',').map((tag) => tag.trim());
}
