import { saveFile } from './save-file.ts';

interface Exportable<Row> {
  readonly title: string;
  readonly text?: (row: Row) => string;
}

/** The rows as a table that a spreadsheet opens: UTF-8 with its mark, quoted, and no cell that could run as a formula. */
export function toCsv<Row>(columns: readonly Exportable<Row>[], rows: readonly Row[]): string {
  const exported = columns.filter((column) => column.text !== undefined);
  const lines = [
    exported.map((column) => quote(column.title)),
    ...rows.map((row) => exported.map((column) => quote(column.text?.(row) ?? ''))),
  ];
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

export function saveCsv<Row>(name: string, columns: readonly Exportable<Row>[], rows: readonly Row[]): void {
  saveFile(`${name}.csv`, new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }));
}

function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d,.]+$/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
