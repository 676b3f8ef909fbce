import { CsvError, parse } from 'csv-parse/sync';
import { type Read, wrong } from './read.ts';

/** A CSV file with a header: columns in the order of the file, cells as text. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Read CSV (RFC 4180; a byte order mark and empty lines are forgiven, cells are trimmed).
 * @param pointer names the file in a fault
 */
export function readCsv(text: string, pointer: string): Read<CsvTable> {
  let records: string[][];
  try {
    records = parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, records: read } = error as CsvError & { readonly lines: number; readonly records: number };
    return error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
      ? wrong(
          `${pointer}/${Math.max(read - 1, 0)}`,
          'columns',
          `第 ${lines} 行的列数与表头不同`,
          `line ${lines} has not the header's columns`,
        )
      : wrong(pointer, 'csv', `第 ${lines} 行引号有误`, `bad quotes in line ${lines}`);
  }
  const [columns, ...rows] = records;
  if (columns === undefined) return wrong(pointer, 'empty', '文件是空的', 'the file is empty');
  const twice = columns.find((name, c) => columns.indexOf(name) !== c);
  if (twice !== undefined)
    return wrong(`${pointer}/${twice}`, 'columnTwice', `列名重复：${twice}`, `column given twice: ${twice}`);
  return { ok: true, value: { columns, rows } };
}

/** The cells of a column. */
export function textColumn({ columns, rows }: CsvTable, name: string, pointer: string): Read<readonly string[]> {
  const at = columns.indexOf(name);
  if (at < 0) return wrong(`${pointer}/${name}`, 'columnMissing', `缺少列：${name}`, `missing column: ${name}`);
  return { ok: true, value: rows.map((row) => row[at] as string) };
}

/** The cells of a column as numbers of 0 or more. */
export function countColumn(table: CsvTable, name: string, pointer: string): Read<readonly number[]> {
  const texts = textColumn(table, name, pointer);
  if (!texts.ok) return texts;
  const numbers = texts.value.map((text) => (text === '' ? Number.NaN : Number(text)));
  const at = numbers.findIndex((n) => !(n >= 0) || !Number.isFinite(n));
  if (at >= 0) {
    const text = texts.value[at];
    return wrong(
      `${pointer}/${at}/${name}`,
      'negative',
      `须为不小于 0 的数：${text}`,
      `must be a number of 0 or more: "${text}"`,
    );
  }
  return { ok: true, value: numbers };
}

/** Ids of a column, none empty, none twice. */
export function idColumn(table: CsvTable, pointer: string): Read<readonly string[]> {
  const ids = textColumn(table, 'id', pointer);
  if (!ids.ok) return ids;
  const seen = new Set<string>();
  for (const [at, id] of ids.value.entries()) {
    if (id === '') return wrong(`${pointer}/${at}/id`, 'empty', '编号是空的', 'the id is empty');
    if (seen.has(id)) return wrong(`${pointer}/${at}/id`, 'twice', `编号重复：${id}`, `id given twice: ${id}`);
    seen.add(id);
  }
  return ids;
}

/**
 * A travel table, seconds: a first column of ids and a column for each id travelled to; an empty cell means no way.
 * @returns by `from` and `to` ids, seconds, Infinity where there is no way; undefined for an id the table lacks
 */
export function readTravel(table: CsvTable, pointer: string): Read<(from: string, to: string) => number | undefined> {
  const row = new Map<string, number>();
  for (const [r, [id = '']] of table.rows.entries()) {
    if (row.has(id)) return wrong(`${pointer}/${r}`, 'twice', `编号重复：${id}`, `id given twice: ${id}`);
    row.set(id, r);
  }
  const column = new Map(table.columns.map((name, c) => [name, c]));
  for (const [r, cells] of table.rows.entries())
    for (let c = 1; c < cells.length; c += 1)
      if (!(Number(cells[c]) >= 0)) {
        const where = `${pointer}/${r}/${table.columns[c]}`;
        return wrong(
          where,
          'negative',
          `须为不小于 0 的秒数：${cells[c]}`,
          `must be seconds of 0 or more: "${cells[c]}"`,
        );
      }
  return {
    ok: true,
    value: (from, to) => {
      const [r, c] = [row.get(from), column.get(to)];
      if (r === undefined || c === undefined || c === 0) return undefined;
      const text = table.rows[r]?.[c] as string;
      return text === '' ? Number.POSITIVE_INFINITY : Number(text);
    },
  };
}
