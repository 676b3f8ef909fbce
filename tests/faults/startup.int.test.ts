import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../kernel/db/index.ts';
import { keepOnePerson } from './house/founded.ts';
import { built, endAll, fayuan, freePort, type Running, serve } from './house/program.ts';

/*
 * What the program refuses to start on: each time one clear line, exit 1, and nothing touched.
 */

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

describe.skipIf(!built)('a start that would do harm is refused · needs the build', () => {
  let root: string;
  let data: string;
  let server: Running;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'fayuan-start-'));
    data = join(root, 'data');
    await keepOnePerson({ FAYUAN_DATA: data });
    server = await serve({ FAYUAN_DATA: data });
  });
  afterAll(async () => {
    await endAll();
    rmSync(root, { recursive: true, force: true });
  });

  test('by a second process on the same data folder; the first goes on', async () => {
    for (const command of [['serve'], ['audit', 'verify'], ['backup']]) {
      const { code, err, out } = await fayuan(command, { FAYUAN_DATA: data, PORT: String(await freePort()) });
      expect([code, linesOf(err).length, out]).toEqual([1, 1, '']);
      expect(err).toContain('in use by process');
      expect(err).toContain(data);
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  test('on a port that is taken, and the data folder is free again', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const other = join(root, 'port');
    try {
      const { code, err } = await fayuan(['serve'], { FAYUAN_DATA: other, PORT: String(port) });
      expect(code).toBe(1);
      expect(linesOf(err).at(-1)).toBe(
        `端口 ${port} 已被占用，请用 PORT=… 换一个 · port ${port} is in use; choose another with PORT=…`,
      );
      expect(err).not.toContain('    at ');
    } finally {
      taken.close();
    }
    expect(existsSync(join(other, 'fayuan.lock'))).toBe(false);
  });

  test('when people are on file and their key file is lost: no new key is made, and with the old one all is well', async () => {
    expect((await server.end('SIGTERM')).code).toBe(0);
    renameSync(join(data, 'keys', 'keys.json'), join(root, 'keys.json'));

    for (const command of [['serve'], ['start'], ['audit', 'verify'], ['keys', 'rotate']]) {
      const { code, err } = await fayuan(command, { FAYUAN_DATA: data, PORT: String(await freePort()) });
      expect([command, code, linesOf(err).length]).toEqual([command, 1, 1]);
      expect(err).toContain('no key file');
    }
    expect(readdirSync(join(data, 'keys'))).toEqual([]);

    renameSync(join(root, 'keys.json'), join(data, 'keys', 'keys.json'));
    expect(await fayuan(['audit', 'verify'], { FAYUAN_DATA: data })).toMatchObject({ code: 0 });
  });

  test('on data of a newer version, or of a migration that was edited: nothing is changed', async () => {
    const rowsOf = async (folder: string, work?: string): Promise<string> => {
      const database = await openDatabase({ engine: 'embedded', folder });
      try {
        if (work !== undefined) await sql.raw(work).execute(database.owner);
        const migrations = await sql`SELECT id, checksum FROM schema_migration ORDER BY id`.execute(database.owner);
        const columns = await sql`
SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`.execute(
          database.owner,
        );
        return createHash('sha256')
          .update(JSON.stringify([migrations.rows, columns.rows]))
          .digest('hex');
      } finally {
        await database.close();
      }
    };
    const cases = [
      [
        "INSERT INTO schema_migration (id, checksum) VALUES ('kernel/9999-from-tomorrow', 'x')",
        'kernel/9999-from-tomorrow',
      ],
      ["UPDATE schema_migration SET checksum = 'x' WHERE id = 'kernel/0001-ground'", 'kernel/0001-ground'],
    ] as const;
    for (const [harm, name] of cases) {
      const folder = join(root, name.replace('/', '-'));
      cpSync(data, folder, { recursive: true });
      const before = await rowsOf(folder, harm);
      const keys = readFileSync(join(folder, 'keys', 'keys.json'), 'utf8');
      for (const command of [['serve'], ['migrate']]) {
        const { code, err } = await fayuan(command, { FAYUAN_DATA: folder, PORT: String(await freePort()) });
        expect([command, code, linesOf(err).length]).toEqual([command, 1, 1]);
        expect(err).toContain(name);
      }
      expect(await rowsOf(folder)).toBe(before);
      expect(readFileSync(join(folder, 'keys', 'keys.json'), 'utf8')).toBe(keys);
    }
  });
});
