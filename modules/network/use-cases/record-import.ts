import { canonicalJson, sm3 } from '../../../kernel/crypto/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';

/** What a bulk registration did. */
export interface ImportReport {
  readonly inserted: number;
  /** Already on file under the same number, and left as they were. */
  readonly skipped: number;
}

/** One event for a whole import: how much came in, and the digest of exactly what. */
export function recordImport(
  tx: Tx,
  tenant: string,
  register: 'agencies' | 'handlers' | 'experts' | 'liaisons',
  rows: readonly unknown[],
): void {
  const id = tx.newId();
  const payload = { register, rows: rows.length, digest: sm3(canonicalJson(rows)) };
  tx.record({ tenant, matterId: id, kind: 'network.imported', subject: 'import', subjectId: id, payload });
}

/** Rows by their tenant, in the order in which the tenants first appear. */
export function byTenant<T extends { readonly tenant: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const batches = new Map<string, T[]>();
  for (const row of rows) {
    const batch = batches.get(row.tenant);
    if (batch === undefined) batches.set(row.tenant, [row]);
    else batch.push(row);
  }
  return batches;
}
