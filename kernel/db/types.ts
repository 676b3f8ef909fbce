import pg from 'pg';

/**
 * How PostgreSQL values arrive in JavaScript, the same on both engines: `date` as `YYYY-MM-DD`, `timestamptz` as an
 * ISO instant, `int8` as a safe number (an unsafe one is an error), `numeric` as text.
 */
export function registerTypes(): void {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
  pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of safe range: ${text}`);
    return value;
  });
}

/** The text of a PostgreSQL array of texts, for a row that is written at the end of its transaction. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join()}}`;
}
