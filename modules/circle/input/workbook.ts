import { unzipSync } from 'fflate';
import { csvCell } from './csv-text.ts';
import { type Read, wrong } from './read.ts';

/** What a workbook may unpack to. A register of every village of a province is a tenth of it. */
const mostUnpacked = 256 * 1_048_576;
/** Excel keeps 15 digits: of a longer whole number the last ones are already lost. */
const mostExact = 1e15;

type Cell = string | number | boolean | Date | null;

/**
 * A sheet of an .xlsx workbook as CSV, so that whatever reads a CSV reads it: numbers as they are (no thousands, no exponent), days as
 * YYYY-MM-DD, true and false as 1 and 0, formulas by the value they last had, merged cells by their first. Empty rows, and empty
 * columns without a name, are left out.
 * @param sheet its name; the first where none is given
 * @param pointer names the file in a fault
 */
export async function sheetAsCsv(bytes: Buffer, sheet: string | undefined, pointer: string): Promise<Read<string>> {
  if (unpackedSize(bytes) > mostUnpacked) return wrong(pointer, 'tooLarge', '工作簿太大', 'the workbook is too large');
  const { readSheet } = await import('read-excel-file/node');
  let rows: readonly (readonly Cell[])[];
  try {
    rows = (await readSheet(bytes, sheet ?? 1)) as unknown as readonly (readonly Cell[])[];
  } catch (error) {
    if (error instanceof Error && error.name === 'SheetNotFoundError')
      return wrong(pointer, 'sheet', `没有这个工作表：${sheet}`, `no such sheet: ${sheet}`);
    return wrong(pointer, 'workbook', '不是 Excel 工作簿，或已损坏', 'not an Excel workbook, or a damaged one');
  }
  return asCsv(rows, pointer);
}

function unpackedSize(bytes: Buffer): number {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
  } catch {
    return 0;
  }
  return size;
}

function asCsv(rows: readonly (readonly Cell[])[], pointer: string): Read<string> {
  const lines: string[] = [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => rows.some((row) => hasValue(row[c])));
  for (const [r, row] of rows.entries()) {
    if (!row.some(hasValue)) continue;
    const cells: string[] = [];
    for (const c of columns) {
      const text = textOf(row[c] ?? null);
      if (text === undefined)
        return wrong(
          pointer,
          'digits',
          `第 ${r + 1} 行 ${letters(c)} 列的数位数过多，末几位已经丢失，请把这一列设为文本后重填`,
          `row ${r + 1}, column ${letters(c)}: too many digits, the last are lost; make the column text and enter it again`,
        );
      cells.push(csvCell(text));
    }
    if (lines.length === 0 && cells.includes(''))
      return wrong(
        pointer,
        'columnName',
        `第 ${r + 1} 行 ${letters(columns[cells.indexOf('')] as number)} 列没有列名`,
        `row ${r + 1}: column ${letters(columns[cells.indexOf('')] as number)} has no name`,
      );
    lines.push(cells.join(','));
  }
  return { ok: true, value: lines.map((line) => `${line}\n`).join('') };
}

const hasValue = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && cell !== '';

/** @returns undefined for a number that Excel could not keep whole */
function textOf(cell: Cell): string | undefined {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return Math.abs(cell) < mostExact ? String(cell) : undefined;
}

/** A, B, … Z, AA: as a spreadsheet names its columns. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? letters(rest) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
