import { readFileSync } from 'node:fs';
import { type Read, wrong } from './read.ts';
import { sheetAsCsv } from './workbook.ts';

/**
 * A file's text: UTF-8, or GB 18030 as Excel for Chinese saves its CSV; a workbook's first sheet as CSV, or the sheet named after `#`
 * (`村.xlsx#人口`).
 * @param pointer the argument that named the file
 */
export async function readText(named: string, pointer: string): Promise<Read<string>> {
  const { path, sheet } = sheetNamed(named);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return wrong(pointer, 'unreadable', `无法读取 ${path}（${why}）`, `cannot read ${path} (${why})`);
  }
  if (startsWith(bytes, zip)) return sheetAsCsv(bytes, sheet, pointer);
  if (startsWith(bytes, oldExcel))
    return wrong(
      pointer,
      'oldExcel',
      '这是旧版 .xls 文件，请另存为 .xlsx 或 CSV',
      'an old .xls file: save it as .xlsx or CSV',
    );
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  return text === undefined
    ? wrong(pointer, 'encoding', '不是文本文件（UTF-8 或 GB 18030）', 'not text (UTF-8 or GB 18030)')
    : { ok: true, value: text };
}

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Buffer, head: readonly number[]): boolean => head.every((byte, n) => bytes[n] === byte);

function sheetNamed(named: string): { readonly path: string; readonly sheet?: string } {
  const [, path, sheet] = /^(.+\.xlsx)#(.+)$/is.exec(named) ?? [];
  return path === undefined || sheet === undefined ? { path: named } : { path, sheet };
}

function decoded(bytes: Buffer, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
