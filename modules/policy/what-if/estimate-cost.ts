import type { Law } from '../law/law.ts';
import type { SubsidyKind } from '../law/tariff-schema.ts';
import { bandOf, type SubsidyQuestion } from '../subsidy/propose-subsidy.ts';

/** What was paid on average for a kind of work in the period. */
export interface PaidForKind {
  readonly kind: SubsidyKind;
  readonly paid: number;
  /** Sum of what was paid, fen. */
  readonly amount: number;
}

/** One kind of work in an estimate. Fen. */
export interface CostLine {
  readonly kind: SubsidyKind;
  readonly cases: number;
  /** By the tariff's band, case by case: the least and the most. */
  readonly low: number;
  readonly high: number;
  /** By the average paid in the period for this kind; null where nothing was paid for it. */
  readonly byAverage: number | null;
  /** How many payments the average is made of. */
  readonly paid: number;
}

/** 估算: what a number of cases would cost, as a range. Never an exact figure: nobody knows what a handler will do. */
export interface CostEstimate {
  readonly cases: number;
  readonly low: number;
  readonly high: number;
  /** Null unless every kind in it has an average. */
  readonly byAverage: number | null;
  readonly lines: readonly CostLine[];
  /** Cases for which no tariff is on file: counted, not priced. */
  readonly unpriced: number;
  /** False when one of the tariffs is not confirmed (待核实). */
  readonly verified: boolean;
}

export interface CostCounter {
  add(work: SubsidyQuestion): void;
  result(averages: readonly PaidForKind[]): CostEstimate;
}

/**
 * Adds up the tariff's bands over cases. The handler is taken to be paid by the case: staff paid by the treasury would cost their direct
 * costs only, so the range is what it costs at most when nobody of these handles one.
 */
export function newCostCounter(law: Law): CostCounter {
  const lines = new Map<SubsidyKind, { cases: number; low: number; high: number }>();
  const known = new Map<string, { min: number; max: number; verified: boolean } | undefined>();
  let unpriced = 0;
  let verified = true;
  const bandFor = (work: SubsidyQuestion) => {
    const key = `${work.region}|${work.kind}|${work.stage ?? ''}|${work.designatedOn ?? ''}|${work.closedOn ?? ''}`;
    if (known.has(key)) return known.get(key);
    const band = bandOf(work, law);
    known.set(key, band);
    return band;
  };
  return {
    add(work) {
      const band = bandFor(work);
      if (band === undefined) {
        unpriced += 1;
        return;
      }
      const line = lines.get(work.kind) ?? { cases: 0, low: 0, high: 0 };
      line.cases += 1;
      line.low += band.min;
      line.high += band.max;
      verified &&= band.verified;
      lines.set(work.kind, line);
    },
    result(averages) {
      const told = [...lines].map(([kind, { cases, low, high }]): CostLine => {
        const { paid, amount } = averages.find((one) => one.kind === kind) ?? { paid: 0, amount: 0 };
        return { kind, cases, low, high, byAverage: paid === 0 ? null : timesAverage(amount, paid, cases), paid };
      });
      told.sort((a, b) => b.high - a.high || (a.kind < b.kind ? -1 : 1));
      const total = (read: (line: CostLine) => number): number => told.reduce((sum, line) => sum + read(line), 0);
      return {
        cases: total((line) => line.cases) + unpriced,
        low: total((line) => line.low),
        high: total((line) => line.high),
        byAverage: told.every((line) => line.byAverage !== null) ? total((line) => line.byAverage ?? 0) : null,
        lines: told,
        unpriced,
        verified,
      };
    },
  };
}

/** `cases × amount ÷ paid`, to the nearest fen, in whole numbers. */
function timesAverage(amount: number, paid: number, cases: number): number {
  return Number((BigInt(amount) * BigInt(cases) * 2n + BigInt(paid)) / (2n * BigInt(paid)));
}
