import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { type GradedCase, gradedCases, gradesOfFinishedPlans } from '../review-store.ts';
import { type Grade, grades } from '../sheets/index.ts';

/** So many assessed cases of a handler tell of their work now. */
const lastCases = 5;

/**
 * The last assessed cases of each handler, told by a day, the latest first; a handler who was never assessed has an empty list, which is
 * no worse than any other. A case that is being assessed anew is left out until its result is told.
 */
export async function qualityGradesOf(
  tx: Tx,
  of: {
    readonly tenant: string;
    readonly handlerIds: readonly string[];
    readonly asOf: LocalDate;
    readonly last?: number;
  },
): Promise<ReadonlyMap<string, readonly GradedCase[]>> {
  const found = new Map<string, GradedCase[]>(of.handlerIds.map((id) => [id, []]));
  if (of.handlerIds.length === 0) return found;
  for (const { handlerId, ...graded } of await gradedCases(tx, { ...of, last: of.last ?? lastCases }))
    found.get(handlerId)?.push(graded);
  return found;
}

/** The same as the ranking of a designation reads it: the grades alone, told by today. */
export async function gradesOfHandlers(
  tx: Tx,
  of: { readonly tenant: string; readonly handlerIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Grade[]>> {
  const found = await qualityGradesOf(tx, { ...of, asOf: tx.today });
  return new Map([...found].map(([id, graded]) => [id, graded.map(({ grade }) => grade)]));
}

/** Fewer assessed cases than this are not told apart: a reader could guess whose case it was. */
export const fewestAssessed = 5;

/** What is published of one place, or of one unit in it (Legal Aid Law art. 58). */
export interface PublishedGrades {
  readonly tenant: string;
  /** Null for the whole place. */
  readonly unit: string | null;
  readonly assessed: number;
  /** By grade; null where there were too few to tell. */
  readonly grades: Readonly<Record<Grade, number>> | null;
  /** Hundredths that were at least 良好, and at least 合格, rounded down. */
  readonly good: number | null;
  readonly pass: number | null;
}

export interface PublishedAssessments {
  /** Plans finished from this day to the other. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly PublishedGrades[];
}

/** 公布评估结果: of plans finished in this year and the two before; everybody may read them, so nobody's right is asked. */
export async function readPublishedGrades(tx: Tx, tenants: readonly string[] | '*'): Promise<PublishedAssessments> {
  const to = tx.today;
  const from = `${Number(to.slice(0, 4)) - 2}-01-01`;
  const counts = await gradesOfFinishedPlans(tx, { tenants, from, to });
  const rows = new Map<string, { tenant: string; unit: string | null; by: Record<Grade, number> }>();
  for (const { tenant, agencyId, unit, grade, n } of counts)
    for (const [key, name] of [
      [tenant, null],
      ...(agencyId === null ? [] : [[`${tenant}/${agencyId}`, unit ?? ''] as const]),
    ] as const) {
      const row = rows.get(key) ?? { tenant, unit: name, by: { excellent: 0, good: 0, pass: 0, fail: 0 } };
      row.by[grade] += n;
      rows.set(key, row);
    }
  return {
    from,
    to,
    rows: [...rows.values()]
      .sort((a, b) => a.tenant.localeCompare(b.tenant) || Number(a.unit !== null) - Number(b.unit !== null))
      .map(({ tenant, unit, by }) => {
        const assessed = grades.reduce((sum, grade) => sum + by[grade], 0);
        const told = assessed >= fewestAssessed;
        const share = (n: number): number | null => (told ? Math.floor((100 * n) / assessed) : null);
        return {
          tenant,
          unit,
          assessed,
          grades: told ? by : null,
          good: share(by.excellent + by.good),
          pass: share(assessed - by.fail),
        };
      }),
  };
}
