import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AssessedGrade } from '../rules/assessed-grades.ts';

declare module '../../../kernel/use-case/unit-of-work.ts' {
  interface Handed {
    /** What peers found of each handler's last assessed cases: the room of quality gives it, which stands above this one. */
    readonly gradesOfHandlers?: (
      tx: Tx,
      of: { readonly tenant: string; readonly handlerIds: readonly string[] },
    ) => Promise<ReadonlyMap<string, readonly AssessedGrade[]>>;
  }
}

/** Grades of each handler's last assessed cases, the latest first; none where nothing assesses. */
export async function gradesOfHandlers(
  tx: Tx,
  tenant: string,
  handlerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AssessedGrade[]>> {
  return (await tx.handed.gradesOfHandlers?.(tx, { tenant, handlerIds })) ?? new Map();
}
