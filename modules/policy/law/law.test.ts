import { describe, expect, test } from 'vitest';
import { assess } from '../rules/assess.ts';
import type { Facts, StandardRow } from '../schema.ts';
import { checkPacks } from './check-packs.ts';
import { chineseNumber, citationOf, expandArticles } from './citation.ts';
import { lawFromFiles, lawOnFile, packFilesOnFile } from './on-file.ts';
import { standardTable } from './standards.ts';

describe('drafts', () => {
  const resettled: Facts = {
    receivedOn: '2017-12-18',
    region: '530521',
    matter: { class: 'civil', cause: 'resettlement' },
    applicant: { birthDate: '1975-01-01', residence: 'rural' },
  };

  test('a draft is unknown to a decision and known to what-if', () => {
    const whatIf = lawFromFiles(packFilesOnFile(), ['bs-practice-2017']);
    expect(assess(resettled).outcome).toBe('outOfScope');
    expect(assess(resettled, { law: whatIf })).toMatchObject({
      outcome: 'needsInformation',
      layers: ['yn-2010', 'yn-opinion-2016', 'bs-practice-2017'],
    });
    const student: Facts = {
      ...resettled,
      matter: { class: 'civil', cause: 'other' },
      applicant: { ...resettled.applicant, groups: ['student'] },
    };
    expect([assess(student).outcome, assess(student, { law: whatIf }).outcome]).toEqual([
      'outOfScope',
      'needsInformation',
    ]);
  });

  test('no pack in the law on file is a draft', () => {
    const checked = checkPacks(packFilesOnFile());
    expect(checked.ok && checked.packs.some(({ draft }) => draft)).toBe(true);
    expect(lawOnFile().packs.some(({ draft }) => draft)).toBe(false);
  });
});

test('a new law is a new file: the rules change on its first day and not before', () => {
  const files = packFilesOnFile().map((file) =>
    file.name === 'law-2021.yaml'
      ? {
          ...file,
          text: file.text.replace('effectiveFrom: 2022-01-01', 'effectiveFrom: 2022-01-01\neffectiveTo: 2029-12-31'),
        }
      : file,
  );
  const text = (packFilesOnFile().find(({ name }) => name === 'law-2021.yaml')?.text ?? '')
    .replaceAll('key: law-2021', 'key: law-2030')
    .replace('effectiveFrom: 2022-01-01', 'effectiveFrom: 2030-01-01')
    .replace('daysToExpiryUnder: 7', 'daysToExpiryUnder: 10');
  const law = lawFromFiles([...files, { name: 'law-2030.yaml', text }]);
  const facts = (receivedOn: string, limitationExpiresOn: string): Facts => ({
    receivedOn,
    region: '530521',
    matter: { class: 'civil', cause: 'labourPay', limitationExpiresOn },
    applicant: { birthDate: '1990-01-01', residence: 'rural', groups: ['migrantWorker'] },
  });
  expect(assess(facts('2029-12-31', '2030-01-08'), { law })).toMatchObject({
    ruleSet: 'law-2021',
    provisionalAid: { available: false },
  });
  expect(assess(facts('2030-01-01', '2030-01-09'), { law })).toMatchObject({
    ruleSet: 'law-2030',
    provisionalAid: { available: true },
  });
});

describe('standards', () => {
  const row = (region: string, perCapitaAnnual: number, effectiveFrom: string, effectiveTo?: string): StandardRow => ({
    region,
    residence: 'urban',
    basis: 'subsistenceAllowance',
    perCapitaAnnual,
    effectiveFrom,
    ...(effectiveTo && { effectiveTo }),
    verified: true,
  });
  const table = standardTable([
    row('53', 1, '2003-09-01'),
    row('5305', 2, '2010-01-01', '2020-12-31'),
    row('5305', 3, '2018-01-01'),
    row('530581', 4, '2015-01-01', '2016-12-31'),
  ]);

  test.each<readonly [string, string, number | undefined]>([
    ['530521', '2009-12-31', 1],
    ['530521', '2010-01-01', 2],
    ['530521', '2017-12-31', 2],
    ['530521', '2018-01-01', 3], // replaces the row before it from its first day on
    ['530521', '2030-01-01', 3],
    ['530581', '2014-12-31', 2],
    ['530581', '2015-01-01', 4],
    ['530581', '2016-12-31', 4],
    ['530581', '2017-01-01', 2], // its own has run out: the city's
    ['530102', '2018-01-01', 1],
    ['510104', '2018-01-01', undefined],
    ['530521', '2003-08-31', undefined],
  ])('%s on %s: %s', (region, on, perCapita) => {
    expect(table.find(region, 'urban', on)?.perCapitaAnnual).toBe(perCapita);
  });

  test('the countryside has its own rows', () => {
    expect(table.find('530521', 'rural', '2018-01-01')).toBeUndefined();
  });
});

describe('citations', () => {
  test.each<readonly [string | undefined, string, string]>([
    ['43', '《法》第四十三条', 'Law, art. 43'],
    ['43.1', '《法》第四十三条第一款', 'Law, art. 43 para. 1'],
    ['31(5)', '《法》第三十一条第五项', 'Law, art. 31 item 5'],
    ['25.1(4)', '《法》第二十五条第一款第四项', 'Law, art. 25 para. 1 item 4'],
    ['304.2', '《法》第三百零四条第二款', 'Law, art. 304 para. 2'],
    [undefined, '《法》', 'Law'],
  ])('%s', (article, zh, en) => {
    expect(citationOf({ zh: '《法》', en: 'Law' }, article)).toEqual({ zh, en });
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [25, '二十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [278, '二百七十八'],
  ])('%i is %s', (n, text) => {
    expect(chineseNumber(n)).toBe(text);
  });

  test('ranges spell out articles and items, and name what cannot be read', () => {
    const { articles, unreadable } = expandArticles(['1..3', '25.1(1..2)', '31(9)', 'x', '5(a)']);
    expect([...articles]).toEqual(['1', '2', '3', '25.1(1)', '25.1(2)', '25.1', '25', '31(9)', '31']);
    expect(unreadable).toEqual(['x', '5(a)']);
  });
});

test('a rule nobody has confirmed says so in both languages', () => {
  const { reasons } = assess({
    receivedOn: '2017-12-18',
    region: '530521',
    matter: { class: 'civil', cause: 'forestRights' },
    applicant: { birthDate: '1975-01-01', residence: 'rural' },
  });
  const reason = reasons.find(({ rule }) => rule === 'yn-opinion-2016.land');
  expect(reason?.text.zh).toMatch(/（待核实）$/);
  expect(reason?.text.en).toMatch(/\(unverified\)$/);
});
