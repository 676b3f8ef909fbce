import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { Facts } from '../../policy/index.ts';
import { openFacts } from '../sealed.ts';
import { type AssessedFilter, type AssessedRow, countAssessed, selectAssessed, selectNamed } from '../store.ts';

export type { AssessedRow } from '../store.ts';

/** One page of a walk over what was assessed; `next` begins the page after it, and is absent on the last. */
export interface AssessedPage {
  readonly rows: readonly AssessedRow[];
  readonly next?: { readonly receivedOn: LocalDate; readonly id: string };
}

/**
 * A centre's applications of a span of days with the answer that each was given, in order of receipt, for whoever must look at very many:
 * statistics, what-if. Handed-over applications are left out: the same matter is counted where it went. The caller authorises, and records
 * that it read.
 */
export async function readAssessedPage(
  db: Pick<Tx, 'db'>,
  filter: Omit<AssessedFilter, 'limit'>,
  limit: number,
): Promise<AssessedPage> {
  const rows = await selectAssessed(db, { ...filter, limit });
  const last = rows.at(-1);
  return rows.length < limit || last === undefined
    ? { rows }
    : { rows, next: { receivedOn: last.receivedOn, id: last.id } };
}

/** How many a walk over these centres and days will pass. */
export function countAssessedApplications(
  db: Pick<Tx, 'db'>,
  tenants: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<number> {
  return countAssessed(db, tenants, from, to);
}

/** The facts that the answer was given on; null where they were destroyed with the file. @throws Undecryptable when they are not what was stored in this row */
export function factsOfAssessed(
  cipher: Pick<Tx, 'cipher'>,
  { tenant, id }: Pick<AssessedRow, 'tenant' | 'id'>,
  factsSealed: string,
): Facts | null {
  return openFacts(cipher, { tenant, id, factsSealed });
}

/** Number, matter and name of the applications that a walk has found. */
export type NamedApplication = Awaited<ReturnType<typeof selectNamed>>[number];

/** Some of a centre's applications by name, keyed by id. The caller authorises, and records that it read. */
export async function nameAssessed(
  db: Pick<Tx, 'db'>,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedApplication>> {
  return new Map((await selectNamed(db, tenant, ids)).map((row) => [row.id, row]));
}
