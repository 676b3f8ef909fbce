import pg from 'pg';

/** One statement on a PostgreSQL server, outside any pool: creating and dropping databases. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
