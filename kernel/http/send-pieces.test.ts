import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { pieceOf, sendPieces } from './send-pieces.ts';

describe('which piece a range asks for', () => {
  test.each([
    [undefined, 'whole'],
    ['bytes=0-9', { from: 0, to: 9 }],
    ['bytes=90-', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=95-1000', { from: 95, to: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=100-200', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-0', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-1, 4-5', 'whole'],
    ['lines=0-9', 'whole'],
    ['bytes=a-b', 'whole'],
  ] as const)('%s of a hundred bytes', (header, piece) => {
    expect(pieceOf(header, 100)).toEqual(piece);
  });

  test('of nothing there is no piece', () => {
    expect(pieceOf('bytes=0-', 0)).toBe('outside');
    expect(pieceOf('bytes=-5', 0)).toBe('outside');
  });
});

describe('a file in pieces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-pieces-'));
  const path = join(folder, 'file');
  const content = Array.from({ length: 100 }, (_, n) => String.fromCharCode(33 + (n % 90))).join('');
  writeFileSync(path, content);
  const app = Fastify();
  app.get('/file', (request, reply) =>
    sendPieces(request, reply, { path, bytes: 100, etag: '"one"', mediaType: 'application/vnd.pmtiles' }),
  );
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = (headers: Record<string, string>) => app.inject({ method: 'GET', url: '/file', headers });

  test('whole, or the piece that was asked for', async () => {
    const whole = await ask({});
    expect([whole.statusCode, whole.body, whole.headers['accept-ranges'], whole.headers.etag]).toEqual([
      200,
      content,
      'bytes',
      '"one"',
    ]);
    const piece = await ask({ range: 'bytes=10-19' });
    expect([piece.statusCode, piece.body, piece.headers['content-range'], piece.headers['content-length']]).toEqual([
      206,
      content.slice(10, 20),
      'bytes 10-19/100',
      '10',
    ]);
  });

  test('a piece of an older file is never mixed with this one', async () => {
    expect((await ask({ range: 'bytes=0-4', 'if-range': '"one"' })).statusCode).toBe(206);
    for (const other of ['"two"', 'W/"one"', 'Tue, 24 Nov 2026 00:00:00 GMT']) {
      const answer = await ask({ range: 'bytes=0-4', 'if-range': other });
      expect([answer.statusCode, answer.body.length]).toEqual([200, 100]);
    }
  });

  test('who has it is told so; what is not there is refused', async () => {
    for (const tags of ['"one"', 'W/"one"', '"zero", "one"', '*'])
      expect((await ask({ 'if-none-match': tags, range: 'bytes=0-4' })).statusCode).toBe(304);
    const outside = await ask({ range: 'bytes=100-' });
    expect([outside.statusCode, outside.headers['content-range']]).toEqual([416, 'bytes */100']);
  });
});
