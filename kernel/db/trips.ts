import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { PreparedQuery } from './prepared-pool.ts';
import type { KernelTables } from './tables.ts';

/** One checked-out connection, and what of its transaction still has to be sent. */
export interface Trips {
  readonly db: Kysely<KernelTables>;
  /** Begin a transaction; it goes out together with the first statement. */
  begin(opening: string): void;
  /** Run `last`, whose one statement goes out together with the commit. */
  commitWith(last: () => Promise<unknown>): Promise<void>;
  /** Commit what has not been committed. @throws when the database rolled back instead */
  commit(): Promise<void>;
  /** @returns false when the connection is of no use any more */
  rollback(): Promise<boolean>;
  /** From now until `done`, every statement is a read-only transaction of its own, sent in one trip. */
  lookOnly(opening: string): void;
  done(): void;
}

interface State {
  /** The statement that begins the transaction, while nothing has been sent. */
  opening: string | undefined;
  /** Set while a beginning that goes out alone is on its way. */
  gate: Promise<unknown> | undefined;
  /** True when the next statement is the last. */
  closing: boolean;
  phase: 'none' | 'open' | 'ended';
  lookOnly: string | undefined;
}

/**
 * Statements that belong together are written to the socket together and answered in order: a trip saved is most of what
 * a short transaction costs. Order is kept by the protocol; a COMMIT behind a statement that failed is a rollback.
 */
export function tripsOver(client: pg.PoolClient, send: PreparedQuery): Trips {
  const state: State = { opening: undefined, gate: undefined, closing: false, phase: 'none', lookOnly: undefined };
  const stream = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection.stream;

  let held = false;
  /** What is sent until the work pauses leaves in one write. */
  const hold = (): void => {
    if (held) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };

  const together = async (sent: readonly Promise<unknown>[]): Promise<readonly unknown[]> => {
    const answers = await Promise.allSettled(sent);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value);
  };

  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    hold();
    if (state.lookOnly !== undefined) {
      const opening = state.lookOnly;
      return (await together([client.query(opening), send(text, values), client.query('COMMIT')]))[1];
    }
    const { opening } = state;
    if (opening !== undefined) {
      state.opening = undefined;
      state.phase = 'open';
      // Only a read may travel with the beginning: were that refused, nothing would have been written outside it.
      if (!state.closing && /^\s*select\b/i.test(text)) {
        return (await together([client.query(opening), send(text, values)]))[1];
      }
      state.gate = client.query(opening);
    }
    if (state.gate !== undefined) {
      await state.gate;
      state.gate = undefined;
    }
    if (!state.closing) return send(text, values);
    state.closing = false;
    state.phase = 'ended';
    const [answer, committed] = await together([send(text, values), client.query('COMMIT')]);
    mustBeCommitted(committed);
    return answer;
  };

  const connection = { query, release: () => undefined } as unknown as PostgresPoolClient;
  const db = new Kysely<KernelTables>({
    dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => undefined } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });

  return {
    db,
    begin: (opening) => {
      state.opening = opening;
      state.phase = 'none';
    },
    commitWith: async (last) => {
      state.closing = true;
      await last().finally(() => {
        state.closing = false;
      });
    },
    commit: async () => {
      if (state.phase !== 'open') return;
      state.phase = 'ended';
      mustBeCommitted(await client.query('COMMIT'));
    },
    rollback: async () => {
      if (state.phase !== 'open') return true;
      state.phase = 'ended';
      return client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
    },
    lookOnly: (opening) => {
      state.lookOnly = opening;
    },
    done: () => {
      state.lookOnly = undefined;
      state.opening = undefined;
      state.gate = undefined;
    },
  };
}

/** A transaction in which a statement has failed answers COMMIT by rolling back, and says so only here. */
function mustBeCommitted(answer: unknown): void {
  if ((answer as { command?: string }).command !== 'COMMIT') throw new Error('the transaction was rolled back');
}
