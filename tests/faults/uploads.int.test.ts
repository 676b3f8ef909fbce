import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visit } from '../../apps/portal/http-visitor.ts';
import { buildServer } from '../../apps/server/http.ts';
import { pdfOfPages } from '../../kernel/files/testing/pdf.ts';
import { zipOf } from '../../kernel/files/testing/zip.ts';
import { openWorld, type World } from '../../kernel/testing/engines.ts';
import { houseOver, type TestHouse } from '../walk/house.ts';
import { competent, foundSmallCity, password } from '../walk/small-city.ts';
import { application } from './house/founded.ts';

/*
 * Files come in through the counter's door and through the citizen's; whatever they hold, nothing bad stays and nothing half.
 */

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04', 'latin1'), Buffer.alloc(4096)]);
const bomb = zipOf([{ name: 'word/document.xml', content: Buffer.alloc(60_000_000) }]);
const wordBomb = zipOf([
  {
    name: '[Content_Types].xml',
    content:
      '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
  { name: 'word/document.xml', content: Buffer.alloc(300_000_000, 32) },
]);

interface Sent {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly status: number;
  readonly code: string;
}

const hostile: readonly Sent[] = [
  {
    what: 'a PDF of 4,000 pages',
    name: '卷宗.pdf',
    type: 'application/pdf',
    content: pdfOfPages(4000),
    status: 413,
    code: 'files.tooManyPages',
  },
  {
    what: 'a program named as a photo',
    name: '照片.jpg',
    type: 'image/jpeg',
    content: program,
    status: 415,
    code: 'files.executable',
  },
  {
    what: 'a program by its own name',
    name: 'setup.exe',
    type: 'application/octet-stream',
    content: program,
    status: 415,
    code: 'files.executable',
  },
  { what: 'a bomb', name: '材料.zip', type: 'application/zip', content: bomb, status: 415, code: 'files.archive' },
  {
    what: 'a bomb dressed as Word',
    name: '材料.docx',
    type: 'application/octet-stream',
    content: wordBomb,
    status: 413,
    code: 'files.unpacksTooLarge',
  },
  {
    what: 'a page with a script',
    name: '说明.html',
    type: 'text/html',
    content: Buffer.from('<!doctype html><script>alert(1)</script>'),
    status: 415,
    code: 'files.markup',
  },
  {
    what: 'a photo named as PDF',
    name: '合同.pdf',
    type: 'application/pdf',
    content: png,
    status: 415,
    code: 'files.typeMismatch',
  },
  {
    what: 'half a photo',
    name: '半张.png',
    type: 'image/png',
    content: png.subarray(0, 20),
    status: 415,
    code: 'files.damaged',
  },
  {
    what: 'nothing',
    name: '空.pdf',
    type: 'application/pdf',
    content: Buffer.alloc(0),
    status: 400,
    code: 'files.empty',
  },
  {
    what: 'more than a file may weigh',
    name: '大.txt',
    type: 'text/plain',
    content: Buffer.alloc(1_048_577, 65),
    status: 413,
    code: 'files.tooLarge',
  },
];

const boundary = '----counter';
const formOf = (name: string, type: string, content: Buffer, end = `\r\n--${boundary}--\r\n`): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from(end),
  ]);

describe('uploads', () => {
  let world: World;
  let house: TestHouse;
  let app: FastifyInstance;
  const sessions = new Map<string, { cookies: Record<string, string>; token: string }>();

  beforeAll(async () => {
    world = await openWorld('embedded');
    // One megabyte, so that "too large" is small enough for a test.
    house = houseOver(world, { FAYUAN_UPLOAD_MB: '1' });
    await foundSmallCity(house.runner);
    app = await buildServer(house);
    for (const userName of ['walk-clerk', 'walk-reviewer', 'walk-finance']) {
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { userName, password } });
      sessions.set(userName, {
        cookies: { fayuan_session: answer.cookies.find((c) => c.name === 'fayuan_session')?.value ?? '' },
        token: answer.json<{ csrfToken: string }>().csrfToken,
      });
    }
  });
  afterAll(async () => {
    await app?.close();
    await house?.close();
  });

  const send = (
    method: 'GET' | 'POST',
    url: string,
    payload: object | Buffer | undefined,
    headers: Readonly<Record<string, string>> = {},
    userName = 'walk-clerk',
  ): Promise<LightMyRequestResponse> => {
    const { cookies, token } = sessions.get(userName) ?? { cookies: {}, token: '' };
    return app.inject({
      method,
      url,
      cookies,
      headers: { 'x-csrf-token': token, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  };
  const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const upload = (form: Buffer, userName?: string, headers = {}) =>
    send('POST', '/api/files', form, { ...multipart, ...headers }, userName);
  /** Every file that is kept, and everything half-received. */
  const stored = (): readonly string[] =>
    readdirSync(house.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();

  describe('at the counter', () => {
    test.each(hostile)('$what is refused and leaves nothing', async ({ name, type, content, status, code }) => {
      const before = stored();
      const answer = await upload(formOf(name, type, content));
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json().title).toMatch(/\p{Script=Han}/u);
      const english = await upload(formOf(name, type, content), undefined, { 'accept-language': 'en' });
      expect(english.json().title).not.toMatch(/\p{Script=Han}/u);
      expect(stored()).toEqual(before);
    });

    test.each([
      ['no form at all', () => send('POST', '/api/files', { a: 1 }), 415, 'body.mediaType'],
      ['a form that ends in the middle', () => upload(formOf('a.png', 'image/png', png, '')), 400, 'body.malformed'],
      [
        'a form without a boundary',
        () => send('POST', '/api/files', formOf('a.png', 'image/png', png), { 'content-type': 'multipart/form-data' }),
        400,
        'body.malformed',
      ],
      ['a form without a file', () => upload(Buffer.from(`--${boundary}--\r\n`)), 400, 'files.empty'],
    ] as const)('%s is refused', async (_what, ask, status, code) => {
      const before = stored();
      const answer = await ask();
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(stored()).toEqual(before);
    });

    test('only for those who take applications in, and with the token of their page', async () => {
      const before = stored();
      const form = formOf('a.png', 'image/png', png);
      expect((await upload(form, 'nobody')).statusCode).toBe(401);
      expect((await upload(form, 'walk-finance')).json()).toMatchObject({ status: 403, code: 'auth.forbidden' });
      expect((await upload(form, 'walk-clerk', { 'x-csrf-token': 'forged' })).json()).toMatchObject({
        code: 'auth.csrf',
      });
      expect(stored()).toEqual(before);
    });

    test('a good file is kept once, handed in with an application, and comes back as it was', async () => {
      const [first, second] = await Promise.all([1, 2].map(() => upload(formOf('身份证·正面.png', 'image/png', png))));
      expect([first?.statusCode, second?.statusCode]).toEqual([201, 201]);
      const material = first?.json<{ fileHash: string; fileName: string; mediaType: string; bytes: number }>();
      expect(material).toEqual(second?.json());
      expect(material).toMatchObject({ fileName: '身份证·正面.png', mediaType: 'image/png', bytes: png.length });
      expect(stored().filter((name) => name === material?.fileHash)).toHaveLength(1);

      const submitted = await send('POST', '/api/applications', {
        ...application,
        materials: [{ kind: 'identity', ...material }],
      });
      expect(submitted.statusCode).toBe(201);
      const place = `/api/applications/${competent}/${submitted.json().applicationId}`;
      const page = (await send('GET', place, undefined)).json();
      const file = await send('GET', `${place}/materials/${page.materials[0].id}`, undefined);
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'image/png']);
      expect(file.headers['content-disposition']).toMatch(/^attachment; /);
      expect(file.rawPayload.equals(png)).toBe(true);
      expect((await send('GET', `${place}/materials/${page.application.id}`, undefined)).statusCode).toBe(404);
      const { rows } = await sql<{ n: number }>`
SELECT count(*)::int AS n FROM event WHERE kind = 'application.materialOpened'`.execute(world.database.owner);
      expect(rows[0]?.n).toBe(1);
    });

    test('a material that was never uploaded is refused, with its pointer, and nothing is written', async () => {
      const count = async () =>
        (await sql<{ n: number }>`SELECT count(*)::int AS n FROM application`.execute(world.database.owner)).rows[0]?.n;
      const before = await count();
      const made = (fileHash: string) => ({
        kind: 'facts',
        fileHash,
        fileName: 'a.png',
        mediaType: 'image/png',
        bytes: 5,
      });
      const answer = await send('POST', '/api/applications', {
        ...application,
        materials: [made('0'.repeat(64)), made('f'.repeat(64))],
      });
      expect(answer.json()).toMatchObject({
        status: 400,
        code: 'input.invalid',
        errors: [
          { pointer: '/materials/0/fileHash', code: 'application.materialUnknown' },
          { pointer: '/materials/1/fileHash', code: 'application.materialUnknown' },
        ],
      });
      const wayOut = await send('POST', '/api/applications', {
        ...application,
        materials: [made('../../../../etc/passwd')],
      });
      expect(wayOut.json().errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/materials/0/fileHash']);
      expect(await count()).toBe(before);
    });

    test('too many in a row are asked to wait', async () => {
      const form = formOf('a.png', 'image/png', png);
      let answer = await upload(form, 'walk-reviewer');
      for (let n = 0; n < 80 && answer.statusCode === 201; n++) answer = await upload(form, 'walk-reviewer');
      expect(answer.json()).toMatchObject({ status: 429, code: 'rate.limited' });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      world.clock.advance(60_000);
      expect((await upload(form, 'walk-reviewer')).statusCode).toBe(201);
    });
  });

  describe('on the citizen’s telephone', () => {
    test('each bad file is told for itself, the good one among them is kept', async () => {
      const person = visit(app, '198.51.100.77');
      await person.get('/start?need=wages');
      await person.submit('/start', {});
      await person.get('/apply/papers');
      const before = stored();
      const bad = hostile.filter((file) => file.content.length > 0).slice(0, 8);
      await person.upload('/apply/papers', { do: 'upload' }, [
        ...bad.map(({ name, type, content }) => ({ name, type, content })),
        { name: '工资条.png', type: 'image/png', content: Buffer.concat([png, Buffer.from('second')]) },
      ]);
      expect(person.status()).toBeLessThan(500);
      for (const { name } of bad) expect(person.html()).toContain(name);
      expect(person.html()).toContain('工资条.png');
      expect(stored().length - before.length).toBe(1);
    });
  });

  const tiny = canMount();
  describe.skipIf(!tiny)('with a full disk · needs root and tmpfs', () => {
    test('a file is refused in plain words, nothing of it stays, and a smaller one still fits', async () => {
      const full = join(house.folder, 'files');
      mkdirSync(full, { recursive: true });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', full]);
      try {
        await fillUp(full);
      } finally {
        execFileSync('umount', [full]);
      }
    });

    async function fillUp(full: string): Promise<void> {
      const large = Buffer.concat([Buffer.from('证明\n'), Buffer.alloc(900_000, 65)]);
      const answer = await upload(formOf('证明.txt', 'text/plain', large));
      expect(answer.json()).toMatchObject({ status: 507, code: 'files.diskFull' });
      expect(readdirSync(join(full, 'incoming'))).toEqual([]);

      const person = visit(app, '198.51.100.78');
      await person.get('/start?need=wages');
      await person.submit('/start', {});
      await person.get('/apply/papers');
      await person.upload('/apply/papers', { do: 'upload' }, [
        { name: '证明.txt', type: 'text/plain', content: large },
      ]);
      expect([person.status(), person.header('content-type')]).toEqual([507, 'text/html; charset=utf-8']);
      expect(readdirSync(join(full, 'incoming'))).toEqual([]);

      expect((await upload(formOf('小.png', 'image/png', png))).statusCode).toBe(201);
    }
  });
});

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'fayuan-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
