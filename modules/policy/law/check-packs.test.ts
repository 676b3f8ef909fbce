import { describe, expect, test } from 'vitest';
import { checkPacks, type PackFile } from './check-packs.ts';
import { lawFromFiles, packFilesOnFile } from './on-file.ts';

const files = packFilesOnFile();

/** The packs on file with one of them changed, and what is then said of them. */
function faultsWith(name: string, change: (text: string) => string): string[] {
  const changed = files.map((file) => (file.name === name ? { ...file, text: change(file.text) } : file));
  expect(changed).not.toEqual(files);
  const checked = checkPacks(changed);
  return checked.ok ? [] : checked.faults.map(({ file, pointer, text }) => `${file}${pointer}: ${text}`);
}

const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

test('the packs on file are sound', () => {
  expect(checkPacks(files)).toMatchObject({ ok: true });
});

describe('a set of packs is refused', () => {
  test.each<readonly [string, string, (text: string) => string, RegExp]>([
    [
      'with an unknown key',
      'law-2021.yaml',
      replace('verified: true', 'verified: true\nurgent: yes'),
      /law-2021\.yaml\/urgent: unknown key/,
    ],
    [
      'with an unknown key deep in a condition',
      'law-2021.yaml',
      replace('groups: [minor] }', 'groups: [minor], mood: bad }'),
      /when\/mood: unknown key/,
    ],
    ['with a cause that does not exist', 'yn-2010.yaml', replace('productInjury', 'productHarm'), /cause/],
    [
      'with a citation to an article that the list lacks',
      'reg-2003.yaml',
      replace('article: "19"', 'article: "99"'),
      /cites 99, which the pack's list of articles lacks/,
    ],
    [
      'with a citation to an item that the list lacks',
      'law-2021.yaml',
      replace('article: 31(8)', 'article: 31(12)'),
      /cites 31\(12\)/,
    ],
    ['with an article that is none', 'law-2021.yaml', replace('- 1..71', '- first'), /first is not an article/],
    [
      'with a hole between national instruments',
      'law-2021.yaml',
      replace('effectiveFrom: 2022-01-01', 'effectiveFrom: 2022-02-01'),
      /national instrument: hole from 2022-01-01 to 2022-01-31/,
    ],
    [
      'with two national instruments on one day',
      'reg-2003.yaml',
      replace('effectiveTo: 2021-12-31', 'effectiveTo: 2022-01-31'),
      /national instrument: reg-2003 and law-2021 overlap from 2022-01-01/,
    ],
    [
      'with a national instrument that starts late',
      'reg-2003.yaml',
      replace('effectiveFrom: 2003-09-01', 'effectiveFrom: 2003-10-01'),
      /starts 2003-10-01 and not 2003-09-01/,
    ],
    [
      'with nothing after the last national instrument',
      'law-2021.yaml',
      replace('effectiveFrom: 2022-01-01', 'effectiveFrom: 2022-01-01\neffectiveTo: 2030-12-31'),
      /ends 2030-12-31 with nothing after it/,
    ],
    [
      'with two limits for one step on one day',
      'proc-2012.yaml',
      replace(
        'effectiveTo: 2021-12-31\n    verified: true\n    starts: { zh: 受理',
        'effectiveTo: 2022-12-31\n    verified: true\n    starts: { zh: 受理',
      ),
      /the clock decide \(civil\): .* overlap from 2022-01-01/,
    ],
    [
      'with a hole in a limit',
      'proc-2023.yaml',
      replace('unit: day\n    verified: true', 'unit: day\n    effectiveFrom: 2023-10-01\n    verified: true'),
      /the clock signAgreement .*hole from 2023-09-01 to 2023-09-30/,
    ],
    [
      'with a rule dated outside its pack',
      'reg-2003.yaml',
      replace('effectiveTo: 2012-06-30', 'effectiveTo: 2022-06-30'),
      /reg-2003\.13\.own is dated outside its pack/,
    ],
    [
      'with a rule that ends before it starts',
      'means-baoshan.yaml',
      replace('effectiveTo: 2016-12-31', 'effectiveTo: 2002-12-31'),
      /ends before it starts/,
    ],
    [
      'with a hole in a standard',
      'standards-baoshan.yaml',
      replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2026-02-01'),
      /the standard of 5305 urban: hole from 2026-01-01 to 2026-01-31/,
    ],
    [
      'with two standards at once',
      'standards-baoshan.yaml',
      replace('effectiveFrom: 2026-01-01', 'effectiveFrom: 2025-12-01'),
      /the standard of 5305 urban: .* overlap from 2025-12-01/,
    ],
    [
      'with a hole between tariffs',
      'tariff-baoshan-2017.yaml',
      replace('effectiveFrom: 2017-01-01', 'effectiveFrom: 2017-02-01'),
      /the tariff of 5305: hole from 2017-01-01 to 2017-01-31/,
    ],
    [
      'with a band that ends below its start',
      'tariff-baoshan-2017.yaml',
      replace('max: 80000', 'max: 800'),
      /criminal ends below its start/,
    ],
    [
      'with two bands for the same work',
      'tariff-baoshan-2017.yaml',
      replace('kinds: [nonLitigation]', 'kinds: [nonLitigation, civil]'),
      /tariff-baoshan-2017\.civil and tariff-baoshan-2017\.non-litigation pay the same work/,
    ],
    [
      'with a band dated outside its tariff',
      'tariff-baoshan-2017.yaml',
      replace('min: 60000', 'effectiveFrom: 2016-01-01\n      min: 60000'),
      /tariff-baoshan-2017\.civil is dated outside its pack/,
    ],
    [
      'with days on which an addition stands twice',
      'tariff-baoshan-2017.yaml',
      replace('key: translation', 'key: travelOutsideCounty'),
      /tariff\/additions: travelOutsideCounty and travelOutsideCounty overlap/,
    ],
    [
      'with words whose figure is not there',
      'tariff-baoshan-2017.yaml',
      replace('不超过 {actualUpTo} 元', '不超过 {shareUpTo} 元'),
      /\/tariff\/additions\/1\/text: \{shareUpTo\} is filled by no figure/,
    ],
    [
      'with a day that does not exist',
      'yn-2010.yaml',
      replace('effectiveFrom: 2010-07-01', 'effectiveFrom: 2010-06-31'),
      /yn-2010\.yaml\/effectiveFrom/,
    ],
    [
      'with a rule that derives no group',
      'persons.yaml',
      replace('    group: minor\n', ''),
      /persons\.minor derives no group/,
    ],
    [
      'with a multiplier without a fraction',
      'means-baoshan.yaml',
      replace('    fraction: [2, 1]\n', ''),
      /needs a basis and a fraction/,
    ],
    [
      'with provisional aid on no ground',
      'law-2021.yaml',
      replace('    ground: periodExpiring\n', ''),
      /law-2021\.44\.1 names no ground/,
    ],
    [
      'with a reason for a near miss that says nothing',
      'reg-2003.yaml',
      replace('    near: { class: [criminal], role: [privateProsecutor] }\n', ''),
      /only one of near and textNot/,
    ],
    [
      'with a key used twice',
      'yn-2026.yaml',
      replace('key: yn-2026.7', 'key: yn-2010.7'),
      /key yn-2010\.7 is also used in/,
    ],
    [
      'with a field written twice',
      'yn-2026.yaml',
      replace('layer: provincial', 'layer: provincial\nlayer: local'),
      /unique/i,
    ],
    ['that is no YAML', 'yn-2026.yaml', () => 'key: [', /yn-2026\.yaml/],
  ])('%s', (_, name, change, said) => {
    expect(faultsWith(name, change).join('\n')).toMatch(said);
  });

  test('with every fault at once, named by file', () => {
    const broken: PackFile[] = files.map((file) =>
      file.name === 'yn-2026.yaml'
        ? { ...file, text: file.text.replace('verified: true', 'verified: maybe\nmood: bad') }
        : file.name === 'reg-2003.yaml'
          ? { ...file, text: file.text.replace('article: "19"', 'article: "99"') }
          : file,
    );
    const checked = checkPacks(broken);
    const said = checked.ok ? [] : checked.faults.map(({ file, pointer }) => `${file}${pointer}`);
    expect(said).toEqual(
      expect.arrayContaining(['yn-2026.yaml/verified', 'yn-2026.yaml/mood', 'reg-2003.yaml/clocks/1/article']),
    );
    expect(() => lawFromFiles(broken)).toThrow(/reg-2003\.yaml\/clocks\/1\/article/);
  });
});

test('a draft may contradict what is in force, for it decides nothing', () => {
  const draft = files
    .find(({ name }) => name === 'means-baoshan.yaml')
    ?.text.replace('key: means-baoshan\n', 'key: means-draft\ndraft: true\n')
    .replaceAll('key: means-baoshan.', 'key: means-draft.')
    .replaceAll('fraction: [2, 1]', 'fraction: [5, 2]');
  expect(checkPacks([...files, { name: 'means-draft.yaml', text: draft ?? '' }])).toMatchObject({ ok: true });
});
