import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unknownArguments } from '../../apps/server/commands/options.ts';
import { fromRoot } from '../../kernel/paths.ts';
import { inHouse, keepOnePerson } from './house/founded.ts';
import { built, endAll, fayuan, freePort } from './house/program.ts';

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
  'circle',
  'audit',
  'archive',
  'statistics',
  'keys',
  'backup',
  'restore',
] as const;

describe('what may stand after a command', () => {
  const accepted = { verb: 'replay', flags: ['--json'], values: ['--since'], words: 1 };
  test.each<[readonly string[], number]>([
    [['replay'], 0],
    [['replay', '--json', '--since', '2026-01-01'], 0],
    [['replay', '--since=2026-01-01', 'file'], 0],
    [[], 1],
    [['verify'], 2],
    [['replay', '--jsno'], 1],
    [['replay', '--json=1'], 1],
    [['replay', '--since'], 1],
    [['replay', 'one', 'two', 'three'], 2],
  ])('%j: %d faults', (args, faults) => {
    expect(unknownArguments(args, { ...accepted, words: args[0] === 'verify' ? 0 : 1 })).toHaveLength(faults);
  });
});

describe.skipIf(!built)('the command line · needs the build', { timeout: 240_000 }, () => {
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
    [['audit'], 'fayuan audit verify'],
    [['serve', '--prot', '8080'], '--prot'],
    [['migrate', '--chekc'], '--chekc'],
    [['keys', 'rotate', '--resme'], '--resme'],
    [['backup', 'one', 'two'], 'two'],
    [['config', '--jsno'], '--jsno'],
    [['assess', '--nosuch'], '--nosuch'],
    [['deadline', '--nosuch'], '--nosuch'],
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

  test('the look-ups that the build makes one file of answer as the whole program does, and touch nothing', async () => {
    const nowhere = join(data, 'nowhere');
    const { PATH = '', HOME = '' } = process.env;
    const facts = JSON.stringify({
      receivedOn: '2026-11-24',
      region: '530521',
      matter: { class: 'civil', cause: 'labourPay' },
      applicant: { birthDate: '1980-05-01', residence: 'rural' },
      household: { members: 3, annualIncome: 2_700_000, applicantAnnualIncome: 900_000 },
    });
    for (const [args, input] of [
      [['assess', '--json'], facts],
      [['assess'], facts],
      [['assess', '--json'], '{}'],
      [['deadline', '--step', 'decide', '--from', '2026-11-14', '--json'], ''],
      [['deadline', '--step', 'decide'], ''],
    ] as const) {
      const one = await fayuan(args, { FAYUAN_DATA: nowhere }, input);
      const whole = spawnSync(process.execPath, [fromRoot('dist', 'program', 'main.js'), ...args], {
        env: { PATH, HOME },
        input,
        encoding: 'utf8',
      });
      expect(one).toEqual({ code: whole.status, out: whole.stdout, err: whole.stderr });
      expect(one.out + one.err).not.toBe('');
    }
    expect(existsSync(fromRoot('dist', 'light', 'light.js'))).toBe(true);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('looking for migrations founds no database', async () => {
    const nowhere = join(data, 'unfounded');
    const { code, out } = await fayuan(['migrate', '--check', '--json'], { FAYUAN_DATA: nowhere });
    expect([code, JSON.parse(out).pending[0]]).toEqual([1, 'kernel/0001-ground']);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('a database server that cannot be reached is one line', async () => {
    const { code, err } = await fayuan(['migrate'], {
      FAYUAN_DATA: join(data, 'far'),
      DATABASE_URL: `postgres://x@127.0.0.1:${await freePort()}/x`,
    });
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain('DATABASE_URL');
  });

  test('an account is opened once, with a password worth the name; what is refused is said in words', async () => {
    const open = (password: string) =>
      fayuan(
        ['account', 'create', '--tenant', '530500', '--user', 'anquan', '--role', 'securityAdmin', '--subtree'],
        { FAYUAN_DATA: data },
        `${password}\n`,
      );
    const weak = await open('123456');
    expect([weak.code, weak.out]).toEqual([2, '']);
    expect(weak.err).toMatch(/\p{Script=Han}.* · [A-Z]/u);
    const opened = await open('保山-潞江坝-2026-咖啡');
    expect([opened.code, opened.err]).toEqual([0, '']);
    expect(JSON.parse(opened.out).accountId).toMatch(/^[0-9a-f-]{36}$/);
    const twice = await open('保山-潞江坝-2026-咖啡');
    expect([twice.code, twice.err.trim().split('\n').length]).toEqual([2, 1]);
    expect(twice.err).not.toContain('    at ');
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
