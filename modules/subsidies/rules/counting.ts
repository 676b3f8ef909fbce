import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Count } from '../../../kernel/use-case/index.ts';

/** The same for a direct cost: claims under `costs.paid`, fen under `costs.paidFen`. */
export function countCostPaid(
  { allowed, ...of }: Omit<CountedSubsidy, 'amount'> & { readonly allowed: number | null },
  source: string,
  paidOn: LocalDate,
  sign: 1 | -1,
): readonly Count[] {
  return countPaid({ ...of, amount: allowed }, source, paidOn, sign).map((count) => ({
    ...count,
    name: count.name === 'subsidies.paid' ? 'costs.paid' : 'costs.paidFen',
  }));
}

export interface CountedSubsidy {
  readonly tenant: string;
  readonly id: string;
  readonly class: string;
  readonly region: string;
  readonly handlerKind: string;
  readonly amount: number | null;
}

/**
 * What a payment adds to the counters: cases under `subsidies.paid`, fen under `subsidies.paidFen`.
 * @param sign −1 when the bank sends a payment back; counted in the month of the payment that it undoes
 */
export function countPaid(of: CountedSubsidy, source: string, paidOn: LocalDate, sign: 1 | -1): readonly Count[] {
  const dimensions: readonly (readonly [string, string])[] = [
    ['all', ''],
    ['class', of.class],
    ['region', of.region.slice(0, 6)],
    ['handlerKind', of.handlerKind],
    ['source', source],
  ];
  const month = paidOn.slice(0, 7);
  return dimensions.flatMap(([dimension, value]) =>
    (
      [
        ['subsidies.paid', 1],
        ['subsidies.paidFen', of.amount ?? 0],
      ] as const
    ).map(([name, n]) => ({ tenant: of.tenant, name, month, dimension, value, by: sign * n, recordId: of.id })),
  );
}
