/** A cell that a comma, a quote or a line end in it does not break (RFC 4180). */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV: the keys of the first are the columns. */
export function csvText(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return `${[columns, ...rows.map((row) => columns.map((name) => row[name]))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\n')}\n`;
}
