import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Law } from '../law/law.ts';

/**
 * Whether somebody has confirmed every hardship standard that these places had in a span of days; where one is not, whatever rests on them
 * says 待核实.
 */
export function standardsConfirmed(
  { standardRows }: Pick<Law, 'standardRows'>,
  places: readonly string[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): boolean {
  return standardRows.every(
    ({ region, verified, effectiveFrom, effectiveTo }) =>
      verified ||
      effectiveFrom > to ||
      (effectiveTo !== undefined && effectiveTo < from) ||
      !places.some((place) => place.startsWith(region)),
  );
}
