import type { LocalDate } from '../../../kernel/time/index.ts';
import { daysOf } from '../law/check-packs.ts';
import { entriesOf, type KeyedChange } from '../law/cut-entries.ts';
import { adjustmentWords, bandWords, ruleWords } from '../law/figure-words.ts';
import type { Pack, Rule } from '../law/pack-schema.ts';
import { appliesIn } from '../law/rule-book.ts';
import { inForce } from '../law/spans.ts';
import type { Adjustment, Band } from '../law/tariff-schema.ts';
import { type Bilingual, type Residence, residences, type StandardBasis } from '../schema.ts';

/** What every figure tells beside its value. */
interface Standing {
  /** What it is, as the pack says it. */
  readonly text: Bilingual;
  readonly verified: boolean;
  /** The paper that set it, or the title of its pack. */
  readonly source: string;
  readonly from: LocalDate;
  /** Last day it holds; absent where nothing ends it yet. */
  readonly to?: LocalDate;
}

/** One figure that what-if can try another value of, named as a change names it (`figure-change.ts`). */
export type FigureInForce = Standing &
  (
    | { readonly figure: 'multiplier'; readonly key: string; readonly fraction: readonly [number, number] }
    | {
        readonly figure: 'standard';
        readonly region: string;
        readonly residence: Residence;
        readonly basis: StandardBasis;
        readonly perCapitaAnnual: number;
      }
    | { readonly figure: 'band'; readonly key: string; readonly min: number; readonly max: number }
    | {
        readonly figure: 'addition' | 'deduction';
        readonly tariff: string;
        readonly key: string;
        readonly each?: number;
        readonly unitsUpTo?: number;
        readonly actualUpTo?: number;
        readonly shareUpTo?: number;
      }
  );

const keyed = ['multiplier', 'band', 'addition', 'deduction'] as const satisfies readonly KeyedChange['figure'][];

/**
 * The figures that decide who is aided and what it costs, as they stand on a day in these places: fractions, standards place by place, tariffs.
 * Time limits are left out: they change when, not whether.
 */
export function figuresInForce(
  packs: readonly Pack[],
  on: LocalDate,
  places: readonly string[],
): readonly FigureInForce[] {
  const here = packs.filter((pack) => !pack.draft && places.some((place) => appliesIn(pack, place)));
  const figures = here.flatMap((pack) => keyed.flatMap((kind) => entriesHere(pack, kind, on)));
  return [...figures, ...standardsHere(packs, on, places)];
}

function entriesHere(pack: Pack, figure: (typeof keyed)[number], on: LocalDate): readonly FigureInForce[] {
  return entriesOf(pack, figure)
    .filter((entry) => inForce(daysOf(entry, pack), on))
    .map((entry) => {
      const days = daysOf(entry, pack);
      const told = entry as unknown as { readonly verified?: boolean; readonly amendedBy?: string };
      const standing = {
        verified: told.verified ?? pack.verified,
        source: told.amendedBy ?? pack.title.zh,
        from: days.from,
        ...(days.to === undefined ? {} : { to: days.to }),
      };
      // A figure that a change has cut is named by its first day behind its key; a further change names the key.
      const key = entry.key.replace(/\.from-\d{4}-\d{2}-\d{2}$/, '');
      if (figure === 'multiplier') {
        const rule = entry as Rule;
        return { figure, key, text: ruleWords(rule), fraction: rule.fraction ?? [1, 1], ...standing };
      }
      if (figure === 'band') {
        const band = entry as Band;
        return { figure, key, text: bandWords(band), min: band.min, max: band.max, ...standing };
      }
      const { each, unitsUpTo, actualUpTo, shareUpTo } = entry as Adjustment;
      const limits = Object.fromEntries(
        Object.entries({ each, unitsUpTo, actualUpTo, shareUpTo }).filter(([, value]) => value !== undefined),
      );
      return { figure, tariff: pack.key, key, text: adjustmentWords(entry as Adjustment), ...limits, ...standing };
    });
}

const standardWords: Readonly<Record<Residence, Bilingual>> = {
  urban: { zh: '城镇居民经济困难标准', en: 'Hardship standard, urban residents' },
  rural: { zh: '农村居民经济困难标准', en: 'Hardship standard, rural residents' },
};

/** Every row that reaches one of the places, the city's above the counties' own. */
function standardsHere(packs: readonly Pack[], on: LocalDate, places: readonly string[]): readonly FigureInForce[] {
  return packs
    .filter((pack) => !pack.draft)
    .flatMap((pack) => (pack.standards ?? []).map((row) => ({ pack, row })))
    .filter(
      ({ row }) =>
        inForce({ from: row.effectiveFrom, to: row.effectiveTo }, on) &&
        places.some((place) => place.startsWith(row.region) || row.region.startsWith(place)),
    )
    .sort(
      (a, b) =>
        order(a.row.region, b.row.region) || residences.indexOf(a.row.residence) - residences.indexOf(b.row.residence),
    )
    .map(({ pack, row }) => ({
      figure: 'standard',
      region: row.region,
      residence: row.residence,
      basis: row.basis,
      perCapitaAnnual: row.perCapitaAnnual,
      text: standardWords[row.residence],
      verified: row.verified,
      source: pack.title.zh,
      from: row.effectiveFrom,
      ...(row.effectiveTo === undefined ? {} : { to: row.effectiveTo }),
    }));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
