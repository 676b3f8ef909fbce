import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inHouse, keepOnePerson } from './house/founded.ts';
import { built, endAll, fayuan } from './house/program.ts';

/*
 * The command line: help for everything, a clear word for what it does not know, and a backup that comes back.
 */

const commands = [
  'start',
  'serve',
  'worker',
  'migrate',
  'demo',
  'config',
  'account',
  'assess',
  'deadline',
  'policy',
  'audit',
  'statistics',
  'keys',
  'backup',
  'restore',
] as const;

describe.skipIf(!built)('the command line · needs the build', () => {
  let data: string;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'fayuan-commands-'));
    await keepOnePerson({ FAYUAN_DATA: data });
  });
  afterAll(async () => {
    await endAll();
    rmSync(data, { recursive: true, force: true });
  });

  test('the overview names every command, and this list is whole', async () => {
    const { code, out } = await fayuan(['--help']);
    expect(code).toBe(0);
    expect([...out.matchAll(/^ {2}(\w+) {2}/gm)].map((m) => m[1])).toEqual(commands);
  });

  test('each explains itself and touches nothing', async () => {
    const nowhere = join(data, 'nowhere');
    for (const command of commands) {
      const { code, out, err } = await fayuan([command, '--help'], { FAYUAN_DATA: nowhere });
      expect([command, code, err]).toEqual([command, 0, '']);
      expect(out).toContain(`fayuan ${command}`);
      expect(out).toContain(' · ');
    }
    expect(existsSync(nowhere)).toBe(false);
  });

  test.each([
    [['fly'], 'fly'],
    [['audit', 'fly'], 'fayuan audit verify'],
    [['keys'], 'fayuan keys rotate'],
    [['restore'], 'no such file'],
    [['restore', '/nowhere/at/all'], 'no such file'],
    [['account', 'create', '--tenant', 'x', '--user', '!', '--role', 'king'], '/tenant'],
  ])('%j is bad input', async (args, word) => {
    const { code, err } = await fayuan(args, { FAYUAN_DATA: data });
    expect(code).toBe(2);
    expect(err).toContain(word);
    expect(err).not.toContain('    at ');
  });

  test('every wrong setting is named at once', async () => {
    const { code, err } = await fayuan(['config'], {
      FAYUAN_DATA: data,
      FAYUAN_NONSENSE: '1',
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
    });
    expect(code).toBe(2);
    for (const name of ['FAYUAN_NONSENSE', 'PORT', 'DATABASE_URL']) expect(err).toMatch(new RegExp(`^${name}: `, 'm'));
    expect((await fayuan(['serve'], { FAYUAN_DATA: data, FAYUAN_NONSENSE: '1' })).code).toBe(2);
  });

  test('the password of the database is not shown', async () => {
    const { code, out } = await fayuan(['config', '--json'], { DATABASE_URL: 'postgres://fayuan:geheim@db/fayuan' });
    expect(code).toBe(0);
    expect(out).not.toContain('geheim');
  });

  test('a backup comes back: what was there is there, what came after is kept under another name', async () => {
    const names = (): Promise<readonly string[]> =>
      inHouse({ FAYUAN_DATA: data }, async (house) => {
        const { rows } = await sql<{ name: string }>`SELECT name FROM person ORDER BY name`.execute(
          house.database.owner,
        );
        return rows.map((r) => r.name);
      });
    const file = join(data, 'own.tar.gz');
    const written = await fayuan(['backup', file], { FAYUAN_DATA: data });
    expect([written.code, JSON.parse(written.out)]).toEqual([
      0,
      { file, bytes: statSync(file).size, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const before = await names();
    await keepOnePerson({ FAYUAN_DATA: data });
    expect(await names()).toHaveLength(before.length + 1);

    const restored = await fayuan(['restore', file], { FAYUAN_DATA: data });
    expect([restored.code, restored.err]).toEqual([0, '']);
    const { kept } = JSON.parse(restored.out) as { kept: string };
    expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true);
    expect(await names()).toEqual(before);
    expect((await fayuan(['audit', 'verify'], { FAYUAN_DATA: data })).code).toBe(0);
  });

  test('what is no backup leaves everything as it was', async () => {
    const file = join(data, 'wrong.tar.gz');
    writeFileSync(file, 'no archive');
    const before = readdirSync(data).sort();
    const { code, err } = await fayuan(['restore', file], { FAYUAN_DATA: data });
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(readdirSync(data).sort()).toEqual(before);
    expect((await fayuan(['migrate', '--check', '--json'], { FAYUAN_DATA: data })).out.trim()).toBe(
      '{"applied":[],"pending":[]}',
    );
  });
});
