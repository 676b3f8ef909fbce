import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Scope } from '../../../kernel/db/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Runner } from '../../../kernel/use-case/index.ts';
import { type AssessedRow, factsOfAssessed, readAssessedPage } from '../../applications/index.ts';
import { homesOf } from '../../people/index.ts';
import type { AnswersTouched, Facts } from '../../policy/index.ts';

/** Rows fetched at once: so many that trips hardly count, so few that a page is gone again before it is old in memory. */
const pageSize = 500;
/** Rows judged before other requests get their turn: some milliseconds. */
const sliceSize = 125;

export interface Walk {
  readonly tenants: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** True when a trial asks where people live. */
  readonly homes?: boolean;
  /** Whose facts are looked into; of the others they are neither fetched nor opened. Everybody's when absent. */
  readonly touched?: AnswersTouched | undefined;
  /** Called with every application and its facts: `closed` where they were not looked into, `unreadable` where they do not open. */
  readonly visit: (row: AssessedRow, facts: Facts | 'closed' | 'unreadable', home: string | undefined) => void;
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * All applications of some centres over a span of days, one after the other, the facts of those opened that are to be looked into. Each page is a read-only transaction of its
 * own under row-level security for these centres alone, and the next one is on its way while one is being judged. Between slices the event
 * loop goes round, so that the server goes on serving.
 * @throws the signal's reason when it is aborted
 */
export async function walkPeriod(runner: Runner, walk: Walk): Promise<void> {
  const { tenants, from, to, visit, signal } = walk;
  const scope: Scope = { tenants, agencies: [] };
  const fetchPage = (tenant: string, after?: { receivedOn: LocalDate; id: string }) => {
    const page = runner.database.look(scope, async (db) => {
      const read = await readAssessedPage({ db }, { tenant, from, to, after, factsOf: walk.touched }, pageSize);
      const ids = read.rows.map(({ recipientId }) => recipientId);
      return { ...read, homes: walk.homes === true ? await homesOf({ db }, tenant, ids) : undefined };
    });
    // Told when it is waited for; until then a failure must not end the process.
    page.catch(() => undefined);
    return page;
  };
  let done = 0;
  for (const tenant of tenants) {
    let coming = fetchPage(tenant);
    for (;;) {
      const { rows, next, homes } = await coming;
      signal?.throwIfAborted();
      if (next !== undefined) coming = fetchPage(tenant, next);
      for (let start = 0; start < rows.length; start += sliceSize) {
        const slice = rows.slice(start, start + sliceSize);
        for (const row of slice) visit(row, opened(runner, row), homes?.get(row.recipientId));
        done += slice.length;
        await nextTurn();
        signal?.throwIfAborted();
      }
      walk.onProgress?.(done);
      if (next === undefined) break;
    }
  }
}

/** A row that was damaged or moved does not open; it is counted as such, and stops nobody's question. */
function opened(runner: Runner, row: AssessedRow): Facts | 'closed' | 'unreadable' {
  if (row.factsSealed === null) return 'closed';
  try {
    // What was destroyed with its file stands as it was decided.
    return factsOfAssessed(runner, row, row.factsSealed) ?? 'closed';
  } catch {
    return 'unreadable';
  }
}
