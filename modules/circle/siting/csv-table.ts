import type { SitingFault } from './problem.ts';
import type { Read } from './read-files.ts';

/** A CSV file with a header: columns in the order of the file, cells as text. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Read CSV (RFC 4180: quotes, doubled quotes, commas and line ends inside quotes; a byte order mark is forgiven).
 * @param pointer names the file in a fault
 */
export function readCsv(text: string, pointer: string): Read<CsvTable> {
  const records: string[][] = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < body.length || record.length > 0) {
    const found = cell.exec(body);
    if (found === null)
      return fault(pointer, 'csv', `第 ${records.length + 1} 行引号有误`, `bad quotes in line ${records.length + 1}`);
    const [, quoted, plain = '', end] = found;
    record.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ',') continue;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  const [columns, ...rows] = records;
  if (columns === undefined) return fault(pointer, 'empty', '文件是空的', 'the file is empty');
  const ragged = rows.findIndex((row) => row.length !== columns.length);
  if (ragged >= 0)
    return fault(
      `${pointer}/${ragged}`,
      'columns',
      `第 ${ragged + 2} 行有 ${rows[ragged]?.length} 列，应为 ${columns.length}`,
      `line ${ragged + 2} has ${rows[ragged]?.length} columns, not ${columns.length}`,
    );
  return { ok: true, value: { columns, rows } };
}

/** The cells of a column. */
export function textColumn({ columns, rows }: CsvTable, name: string, pointer: string): Read<readonly string[]> {
  const at = columns.indexOf(name);
  if (at < 0) return fault(`${pointer}/${name}`, 'columnMissing', `缺少列：${name}`, `missing column: ${name}`);
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
    return fault(
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
    if (id === '') return fault(`${pointer}/${at}/id`, 'empty', '编号是空的', 'the id is empty');
    if (seen.has(id)) return fault(`${pointer}/${at}/id`, 'twice', `编号重复：${id}`, `id given twice: ${id}`);
    seen.add(id);
  }
  return ids;
}

/**
 * A travel table, seconds: a first column of ids and a column for each id travelled to; an empty cell means no way.
 * @returns by `from` and `to` ids, seconds, Infinity where there is no way; undefined for an id the table lacks
 */
export function readTravel(table: CsvTable, pointer: string): Read<(from: string, to: string) => number | undefined> {
  const row = new Map(table.rows.map((cells, r) => [cells[0] as string, r]));
  const column = new Map(table.columns.map((name, c) => [name, c]));
  for (const [r, cells] of table.rows.entries())
    for (let c = 1; c < cells.length; c += 1)
      if (!(Number(cells[c]) >= 0)) {
        const where = `${pointer}/${r}/${table.columns[c]}`;
        return fault(
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

function fault(pointer: string, code: string, zh: string, en: string): { ok: false; fault: SitingFault } {
  return { ok: false, fault: { pointer, code, text: { zh, en } } };
}
