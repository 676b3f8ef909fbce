import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCell, workbookOf } from '../testing/workbook.ts';
import { readText } from './text-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fayuan-text-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const readSheet = (rows: readonly (readonly TestCell[])[]) =>
  readText(saved('village.xlsx', workbookOf({ 村: rows })), '/FILE');

describe('text', () => {
  test('is read as UTF-8, and as GB 18030 where it is not that', async () => {
    expect(await readText(saved('u.csv', 'id,name\n1,甸阳镇\n'), '/FILE')).toEqual({
      ok: true,
      value: 'id,name\n1,甸阳镇\n',
    });
    const gb = Buffer.from([0x69, 0x64, 0x0a, 0xb5, 0xe9, 0xd1, 0xf4, 0x0a]); // id, 甸阳
    expect(await readText(saved('g.csv', gb), '/FILE')).toEqual({ ok: true, value: 'id\n甸阳\n' });
  });

  test.each([
    ['nowhere.csv', undefined, 'unreadable'],
    ['noise.csv', Uint8Array.of(0xff, 0xff, 0x80, 0xff), 'encoding'],
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'oldExcel'],
    ['torn.xlsx', workbookOf({ 村: [['id']] }).subarray(0, 300), 'workbook'],
    ['other.xlsx', zipSync({ 'a.txt': Uint8Array.of(1) }), 'workbook'],
  ])('%s is refused in one line', async (name, bytes, code) => {
    const path = bytes === undefined ? join(folder, name) : saved(name, bytes);
    expect(await readText(path, '/sites')).toMatchObject({ ok: false, fault: { pointer: '/sites', code } });
  });

  test('a workbook that would unpack to more than a province needs is refused unread', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(10) }));
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(400 * 1_048_576, entry + 24);
    expect(await readText(saved('bomb.xlsx', bomb), '/FILE')).toMatchObject({ ok: false, fault: { code: 'tooLarge' } });
  });
});

describe('a workbook', () => {
  test('reads as the CSV that it stands for', async () => {
    const read = await readSheet([
      ['id', 'name', 'people', 'counted', 'open', 'lon'],
      [530521101001, ' 甸阳, 一社 ', 1204, { serialDay: 46023 }, true, 99.18],
      [null, null, null, null, null, null],
      ['530521101002', '中和', null, { serialDay: 46024 }, false, { formula: 'F2+1', last: 100.18 }],
    ]);
    expect(read).toEqual({
      ok: true,
      value: [
        'id,name,people,counted,open,lon',
        '530521101001,"甸阳, 一社",1204,2026-01-01,1,99.18',
        '530521101002,中和,,2026-01-02,0,100.18',
        '',
      ].join('\n'),
    });
  });

  test('gives its first sheet, or the one named', async () => {
    const path = saved('two.xlsx', workbookOf({ 位置: [['id'], ['a']], 人口: [['id'], ['b']] }));
    expect(await readText(path, '/FILE')).toEqual({ ok: true, value: 'id\na\n' });
    expect(await readText(`${path}#人口`, '/FILE')).toEqual({ ok: true, value: 'id\nb\n' });
    expect(await readText(`${path}#面积`, '/FILE')).toMatchObject({
      ok: false,
      fault: { code: 'sheet', text: { zh: '没有这个工作表：面积' } },
    });
  });

  test('an empty one is an empty file', async () => {
    expect(await readSheet([])).toEqual({ ok: true, value: '' });
  });

  test('whose number has lost its last digits is refused by row and column', async () => {
    expect(
      await readSheet([
        ['id', 'people'],
        ['a', 5.3e17],
      ]),
    ).toMatchObject({ ok: false, fault: { code: 'digits', text: { zh: expect.stringContaining('第 2 行 B 列') } } });
  });

  test('whose column has values but no name is refused by its letter', async () => {
    expect(
      await readSheet([
        ['id', null],
        ['a', 3],
      ]),
    ).toMatchObject({ ok: false, fault: { code: 'columnName', text: { zh: '第 1 行 B 列没有列名' } } });
  });
});
