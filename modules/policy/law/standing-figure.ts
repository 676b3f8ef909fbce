import type { LocalDate } from '../../../kernel/time/index.ts';
import { daysOf } from './check-packs.ts';
import { entriesOf, findEntry } from './cut-entries.ts';
import type { FigureChange } from './figure-change.ts';
import type { Pack } from './pack-schema.ts';
import { inForce } from './spans.ts';
import { standardTable } from './standards.ts';

/** A figure as it stands on a day: its value in the words of a change, and what it rests on. */
export interface StandingFigure {
  readonly value: Readonly<Record<string, unknown>>;
  readonly verified: boolean;
  /** The paper that set it, or the pack's own title. */
  readonly source: string;
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
  /** For a standard: the place whose row it is, which may be the city above. */
  readonly region?: string;
}

/** What stands on the first day of a change without it; undefined where there is nothing. Packs with earlier changes laid over them. */
export function figureBefore(packs: readonly Pack[], change: FigureChange): StandingFigure | undefined {
  const on = change.effectiveFrom;
  if (change.figure === 'standard') {
    const inUse = packs.filter((pack) => !pack.draft);
    const rows = inUse.flatMap((pack) => pack.standards ?? []);
    const row = standardTable(rows).find(change.region, change.residence, on);
    if (row === undefined) return undefined;
    const home = inUse.find((pack) => pack.standards?.includes(row));
    return {
      value: { basis: row.basis, perCapitaAnnual: row.perCapitaAnnual },
      verified: row.verified,
      source: home?.title.zh ?? '',
      from: row.effectiveFrom,
      to: row.effectiveTo,
      region: row.region,
    };
  }
  for (const pack of packs) {
    if (pack.draft || ('tariff' in change && pack.key !== change.tariff)) continue;
    const entry = entriesOf(pack, change.figure).find(
      (one) => (one.key === change.key || one.key.startsWith(`${change.key}.from-`)) && inForce(daysOf(one, pack), on),
    );
    if (entry === undefined) continue;
    const figures = entry as unknown as Readonly<Record<string, unknown>>;
    return {
      value: Object.fromEntries(
        valueFields.filter((name) => figures[name] !== undefined).map((name) => [name, figures[name]]),
      ),
      verified: (figures.verified as boolean | undefined) ?? pack.verified,
      source: (figures.amendedBy as string | undefined) ?? pack.title.zh,
      ...daysOf(entry, pack),
    };
  }
  return undefined;
}

const valueFields = ['fraction', 'amount', 'unit', 'min', 'max', 'per', 'each', 'unitsUpTo', 'actualUpTo', 'shareUpTo'];

/** Where a change applies: the code of the place whose figure it is (`CN`, or a prefix); undefined for a figure that no pack holds. */
export function jurisdictionOf(packs: readonly Pack[], change: FigureChange): string | undefined {
  return change.figure === 'standard' ? change.region : findEntry(packs, change)?.pack.jurisdiction;
}
