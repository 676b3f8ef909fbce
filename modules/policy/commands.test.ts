import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessCommand, deadlineCommand } from './commands.ts';

const facts = {
  receivedOn: '2026-11-24',
  region: '530521',
  matter: { class: 'civil', cause: 'labourPay' },
  applicant: { birthDate: '1980-05-01', residence: 'rural', groups: ['migrantWorker'] },
};
const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('fayuan assess', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  test('one in, one JSON value out', () => {
    const { exitCode, stdout, stderr } = assessCommand({ argv: ['--json'], stdin: JSON.stringify(facts) });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'eligible', route: 'verificationWaived', ruleSet: 'law-2021' });
  });

  test('an array in gives an array out, in order', () => {
    const other = { ...facts, matter: { class: 'civil', cause: 'other' } };
    const { stdout } = assessCommand({ argv: ['--json'], stdin: JSON.stringify([other, facts, other]) });
    expect((JSON.parse(stdout) as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'outOfScope',
      'eligible',
      'outOfScope',
    ]);
    expect(assessCommand({ argv: ['--json'], stdin: '[]' })).toEqual({ exitCode: 0, stdout: '[]\n', stderr: '' });
  });

  test('without --json it reads like sentences with articles', () => {
    const { stdout } = assessCommand({ argv: [], stdin: JSON.stringify(facts) });
    expect(stdout).toContain('符合法律援助条件（免予核查经济困难状况）');
    expect(stdout).toContain('《法律援助法》第四十二条第三项');
    expect(stdout).toContain('不晚于 2026-12-01');
  });

  test('bad input: exit 2, nothing on standard output, one line per fault with its pointer', () => {
    const bad = {
      ...facts,
      region: 'x',
      extra: 1,
      household: { members: 0, annualIncome: 1, applicantAnnualIncome: 1 },
    };
    const { exitCode, stdout, stderr } = assessCommand({ argv: ['--json'], stdin: JSON.stringify([facts, bad]) });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(lines(stderr).map((line) => line.split(':')[0])).toEqual(['/1/extra', '/1/household/members', '/1/region']);
  });

  test.each<readonly [string, string]>([
    ['', '没有输入'],
    ['  \n', '没有输入'],
    ['{', '不是 JSON'],
    ['"text"', '应当是对象'],
    ['null', '应当是对象'],
  ])('%j is refused', (stdin, said) => {
    const { exitCode, stderr } = assessCommand({ argv: ['--json'], stdin });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(said);
  });

  test('--standards replaces the standards on file', () => {
    const plain = {
      ...facts,
      applicant: { ...facts.applicant, groups: [] },
      household: { members: 1, annualIncome: 100, applicantAnnualIncome: 100 },
    };
    const rows = [
      {
        region: '53',
        residence: 'rural',
        basis: 'ruralIncome',
        perCapitaAnnual: 199,
        effectiveFrom: '2003-09-01',
        verified: true,
      },
    ];
    const strict = assessCommand({
      argv: ['--json', '--standards', file('s.json', JSON.stringify(rows))],
      stdin: JSON.stringify(plain),
    });
    expect(JSON.parse(strict.stdout)).toMatchObject({
      outcome: 'ineligible',
      standard: { perCapitaAnnual: 199, threshold: 99.5, multiplier: 0.5, basis: 'ruralIncome', verified: true },
      assessedPerCapitaIncome: 100,
    });
    expect(JSON.parse(assessCommand({ argv: ['--json'], stdin: JSON.stringify(plain) }).stdout)).toMatchObject({
      outcome: 'eligible',
    });
    const none = assessCommand({
      argv: ['--json', `--standards=${file('none.json', '[]')}`],
      stdin: JSON.stringify(plain),
    });
    expect(JSON.parse(none.stdout)).toMatchObject({
      outcome: 'needsInformation',
      missing: ['/standards/530521/rural'],
    });
  });

  test('faults in the standards file are told by file and pointer', () => {
    const rows = [
      {
        region: '530',
        residence: 'rural',
        basis: 'ruralIncome',
        perCapitaAnnual: -1,
        effectiveFrom: '2003-09-31',
        verified: true,
        note: 1,
      },
    ];
    const { exitCode, stderr } = assessCommand({
      argv: ['--standards', file('bad.json', JSON.stringify(rows))],
      stdin: JSON.stringify(facts),
    });
    expect(exitCode).toBe(2);
    expect(
      lines(stderr)
        .map((line) => line.split(': ')[0])
        .sort(),
    ).toEqual([
      '--standards /0/effectiveFrom',
      '--standards /0/note',
      '--standards /0/perCapitaAnnual',
      '--standards /0/region',
    ]);
  });

  test('faults in the standards, the facts and the arguments are told together', () => {
    const { exitCode, stdout, stderr } = assessCommand({
      argv: ['--fast', '--standards', file('one.json', '{}')],
      stdin: JSON.stringify({ ...facts, region: 'x' }),
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(lines(stderr).map((line) => line.split(': ')[0])).toEqual(['/fast', '--standards ', '/region']);
  });

  test('two standards that start the same day in one place contradict each other', () => {
    const row = {
      region: '53',
      residence: 'rural',
      basis: 'ruralIncome',
      perCapitaAnnual: 1,
      effectiveFrom: '2003-09-01',
      verified: true,
    };
    const { exitCode, stderr } = assessCommand({
      argv: ['--standards', file('twice.json', JSON.stringify([row, row]))],
      stdin: JSON.stringify(facts),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--standards /1/effectiveFrom');
  });

  test('a file that is not there, and an argument that is none', () => {
    expect(
      assessCommand({ argv: ['--standards', join(folder, 'nowhere.json')], stdin: JSON.stringify(facts) }),
    ).toMatchObject({ exitCode: 2 });
    for (const [argv, pointer] of [
      [['--standards'], '/standards'],
      [['--yaml'], '/yaml'],
    ] as const) {
      const { exitCode, stdout, stderr } = assessCommand({ argv, stdin: JSON.stringify(facts) });
      expect([exitCode, stdout, lines(stderr).map((line) => line.split(': ')[0])]).toEqual([2, '', [pointer]]);
    }
  });
});

describe('fayuan deadline', () => {
  test('one value out', () => {
    const { exitCode, stdout } = deadlineCommand({
      argv: ['--step', 'decide', '--from', '2026-11-24', '--json'],
      stdin: '',
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      step: 'decide',
      from: '2026-11-24',
      due: '2026-12-01',
      unit: 'day',
      amount: 7,
      ruleSet: 'law-2021',
      citation: '《法律援助法》第四十三条第一款',
    });
  });

  test('--on, --paused twice, and = in place of a space', () => {
    const argv = [
      '--step=decide',
      '--from=2026-11-24',
      '--on=2017-12-18',
      '--paused',
      '2026-11-25..2026-11-25',
      '--paused=2026-11-26..2026-11-26',
      '--json',
    ];
    expect(JSON.parse(deadlineCommand({ argv, stdin: '' }).stdout)).toMatchObject({
      due: '2026-12-07',
      unit: 'workday',
      ruleSet: 'reg-2003',
    });
  });

  test.each<readonly [readonly string[], readonly string[]]>([
    [[], ['/step', '/from']],
    [['--step', 'decide'], ['/from']],
    [
      ['--step', 'nap', '--from', '2026-02-30', '--on', 'x'],
      ['/step', '/from', '/on'],
    ],
    [['--step', 'decide', '--from', '2026-11-24', '--paused', '2026-11-26'], ['/paused/0']],
    [['--step', 'decide', '--from', '2026-11-24', '--paused', '2026-11-26..2026-11-25..2026-11-28'], ['/paused/0']],
    [['--step', 'decide', '--from', '2003-08-31'], ['/from']],
    [['--step', 'decide', '--from', '2026-11-24', '--on', '1999-01-01'], ['/on']],
    [['--step', 'decide', '--from', '2010-01-01'], ['/step']],
    [['--step', 'decide', '--step', 'designate', '--from', '2026-11-24'], ['/step']],
    [['--step', '--from', '2026-11-24'], ['/step']],
    [
      ['--step', 'decide', '--from', '2026-11-24', '--matter', 'family', '--fast'],
      ['/fast', '/matter'],
    ],
    [['--step', 'forwardApplication', '--from', '2026-11-24T10:00', '--paused', '2026-11-25..2026-11-26'], ['/paused']],
  ])('%j is refused at %j', (argv, pointers) => {
    const { exitCode, stdout, stderr } = deadlineCommand({ argv, stdin: '' });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(lines(stderr).map((line) => line.split(': ')[0])).toEqual(pointers);
  });

  test('--matter tells limits apart that differ by the kind of matter', () => {
    const due = (matter: string) => {
      const argv = ['--step', 'designate', '--from', '2012-12-03', '--matter', matter, '--json'];
      return JSON.parse(deadlineCommand({ argv, stdin: '' }).stdout) as unknown;
    };
    expect(due('civil')).toMatchObject({ due: '2012-12-12', amount: 7, unit: 'workday' });
    expect(due('criminal')).toMatchObject({ due: '2012-12-06', amount: 3, unit: 'workday' });
  });

  test('without --json it reads like a sentence', () => {
    const { stdout } = deadlineCommand({ argv: ['--step', 'decide', '--from', '2026-11-14'], stdin: '' });
    expect(stdout).toContain('审查并作出决定：2026-11-23（由 2026-11-21 顺延）');
    expect(stdout).toContain('7 日 《法律援助法》第四十三条第一款');
  });
});
