import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { unknownArguments } from '../../apps/server/commands/options.ts';
import { command, endAll, freePort, temporaryFolder } from './program.ts';

const temporary = temporaryFolder();
const data = (name: string) => ({ FAYUAN_DATA: join(temporary.folder, name) });

afterEach(endAll);
afterAll(temporary.remove);

describe('what may stand after a command', () => {
  const accepted = { verb: 'replay', flags: ['--json'], values: ['--since'], words: 1 };
  it.each<[readonly string[], number]>([
    [['replay'], 0],
    [['replay', '--json', '--since', '2026-01-01'], 0],
    [['replay', '--since=2026-01-01', 'file'], 0],
    [[], 1],
    [['verify'], 1],
    [['replay', '--jsno'], 1],
    [['replay', '--json=1'], 1],
    [['replay', '--since'], 1],
    [['replay', 'one', 'two', 'three'], 2],
    [['--json', 'replay'], 1],
  ])('%j: %d faults', (args, faults) => {
    expect(unknownArguments(args, accepted)).toHaveLength(faults);
  });
});

describe('the command line', { timeout: 300_000 }, () => {
  const names =
    'start serve worker migrate demo config account assess deadline policy audit statistics keys backup restore';

  it('explains each command and touches nothing', async () => {
    const overview = await command(['--help'], data('help'));
    expect(overview.code).toBe(0);
    const listed = [...overview.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(listed).toEqual(names.split(' '));
    for (const name of listed) {
      const { code, out } = await command([name ?? '', '--help'], data('help'));
      expect([name, code]).toEqual([name, 0]);
      expect(out).toContain(`fayuan ${name}`);
    }
    expect(existsSync(join(temporary.folder, 'help'))).toBe(false);
  });

  it('refuses what it does not know before it opens anything', async () => {
    const wrong = [
      ['nosuch'],
      ['serve', '--prot', '8080'],
      ['migrate', '--chekc'],
      ['audit', 'verfy'],
      ['audit'],
      ['keys', 'rotate', '--resme'],
      ['backup', 'a', 'b'],
      ['config', '--jsno'],
      ['assess', '--nosuch'],
      ['deadline', '--nosuch'],
      ['restore', '/no/such/file'],
      ['account', 'create', '--tenant', '5305', '--user', 'x', '--role', 'king'],
    ];
    for (const args of wrong) {
      const { code, err } = await command(args, data('wrong'));
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(err.trim()).not.toBe('');
      expect(err).not.toContain('    at ');
    }
    expect(existsSync(join(temporary.folder, 'wrong'))).toBe(false);
  });

  it('names every setting that is wrong or unknown at once', async () => {
    const { code, err } = await command(['config'], { FAYUAN_PROT: '1', PORT: 'x', FAYUAN_CIPHER: 'rot13' });
    expect(code).toBe(2);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'FAYUAN_CIPHER', 'FAYUAN_PROT']);
    const shown = await command(['config', '--json'], { DATABASE_URL: 'postgres://fayuan:s3cret@db/fayuan' });
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('postgres://fayuan:');
    expect(shown.out).not.toContain('s3cret');
  });

  it('says in one line that the database server cannot be reached', async () => {
    const { code, err } = await command(['migrate'], {
      ...data('unreachable'),
      DATABASE_URL: `postgres://x@127.0.0.1:${await freePort()}/x`,
    });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('DATABASE_URL');
  });

  it('migrates, opens an account, backs up and restores', async () => {
    const settings = data('office');
    const checked = await command(['migrate', '--check', '--json'], settings);
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out).pending).toContain('kernel/0001-ground');
    expect(existsSync(settings.FAYUAN_DATA)).toBe(false);

    expect((await command(['migrate'], settings)).code).toBe(0);
    const again = await command(['migrate', '--check', '--json'], settings);
    expect([again.code, JSON.parse(again.out)]).toEqual([0, { applied: [], pending: [] }]);

    const open = (user: string, password: string) =>
      command(
        [
          'account',
          'create',
          '--tenant',
          '530500',
          '--user',
          user,
          '--name',
          '安全管理员',
          '--role',
          'securityAdmin',
          '--subtree',
        ],
        settings,
        `${password}\n`,
      );
    const weak = await open('anquan', '123456');
    expect(weak.code).toBe(2);
    expect(weak.err.trim()).toMatch(/[一-鿿].* · /u);
    const opened = await open('anquan', '保山-潞江坝-2026-咖啡');
    expect([opened.code, opened.err]).toEqual([0, '']);
    expect(JSON.parse(opened.out).accountId).toMatch(/^[0-9a-f-]{36}$/);
    const twice = await open('anquan', '保山-潞江坝-2026-咖啡');
    expect(twice.code).toBe(2);
    expect(twice.err.trim().split('\n')).toHaveLength(1);

    const file = join(temporary.folder, 'office.tar.gz');
    const backedUp = await command(['backup', file], settings);
    expect([backedUp.code, JSON.parse(backedUp.out).file]).toEqual([0, file]);
    expect((await open('second', '保山-潞江坝-2026-咖啡')).code).toBe(0);

    const restored = await command(['restore', file], settings);
    expect(restored.code).toBe(0);
    expect(readdirSync(settings.FAYUAN_DATA).some((name) => name.startsWith('pg.before-restore-'))).toBe(true);
    // What the backup holds is there; what came after it is not.
    expect((await open('anquan', '保山-潞江坝-2026-咖啡')).code).toBe(2);
    expect((await open('second', '保山-潞江坝-2026-咖啡')).code).toBe(0);
    const audited = await command(['audit', 'verify', '--json'], settings);
    expect([audited.code, JSON.parse(audited.out).faults]).toEqual([0, []]);
    expect((await command(['statistics', 'verify'], settings)).code).toBe(0);
    expect((await command(['policy', 'replay'], settings)).code).toBe(0);
  });

  it('leaves the present database alone when the backup is none', async () => {
    const settings = data('spoiled');
    expect((await command(['migrate'], settings)).code).toBe(0);
    mkdirSync(join(temporary.folder, 'junk'));
    const file = join(temporary.folder, 'junk', 'not-a-backup.tar.gz');
    writeFileSync(file, 'this is no backup');
    const before = readdirSync(settings.FAYUAN_DATA);
    const { code, err } = await command(['restore', file], settings);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(settings.FAYUAN_DATA)).toEqual(before);
    expect((await command(['migrate', '--check'], settings)).code).toBe(0);
  });
});
