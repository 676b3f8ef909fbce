import { addDays, type LocalDate } from '../../../kernel/time/index.ts';
import type { Checked, PolicyFault, StandardRow } from '../schema.ts';
import { firstDayOfLaw } from './check-packs.ts';
import { changeFault, type DatedChange } from './figure-change.ts';
import type { Pack } from './pack-schema.ts';
import { stretchesOf } from './stretches.ts';

type StandardChange = Extract<DatedChange, { figure: 'standard' }>;
type Indexed = { readonly change: StandardChange; readonly index: number };

/**
 * Packs with changed hardship standards. A standard on file is a chain of rows, one after another; a change cuts the row of its first day, or
 * begins a row where the place has none: before the chain, after it, or with no chain at all. A row must not be left unreached: a change
 * that is told to last beyond the row it cuts is a fault, and so is a day between rows with no standard.
 */
export function changeStandards(packs: readonly Pack[], changes: readonly DatedChange[]): Checked<readonly Pack[]> {
  const byPlace = new Map<string, Indexed[]>();
  changes.forEach((change, index) => {
    if (change.figure !== 'standard') return;
    const place = placeOf(change);
    byPlace.set(place, [...(byPlace.get(place) ?? []), { change, index }]);
  });
  let changed = packs;
  const faults: PolicyFault[] = [];
  for (const [place, own] of byPlace) {
    const home = homeOf(changed, own[0]?.change);
    const rows = home.standards?.filter((row) => placeOf(row) === place) ?? [];
    const chain = changeChain(rows, own);
    faults.push(...chain.faults);
    const others = home.standards?.filter((row) => placeOf(row) !== place) ?? [];
    const withChain: Pack = { ...home, standards: [...others, ...chain.rows] };
    changed = changed.includes(home)
      ? changed.map((pack) => (pack === home ? withChain : pack))
      : [...changed, withChain];
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: changed };
}

function placeOf({ region, residence }: Pick<StandardRow, 'region' | 'residence'>): string {
  return `${region} ${residence}`;
}

/** The pack that holds the chain; else the most local one with standards for this place; else a pack for what is on record alone. */
function homeOf(packs: readonly Pack[], change: StandardChange | undefined): Pack {
  const holding = packs.filter((pack) => !pack.draft && pack.standards !== undefined);
  const place = change && placeOf(change);
  const local = holding
    .filter(({ jurisdiction }) => change?.region.startsWith(jurisdiction))
    .sort((a, b) => b.jurisdiction.length - a.jurisdiction.length);
  const own = holding.find((pack) => pack.standards?.some((row) => placeOf(row) === place));
  return own ?? local[0] ?? packs.find(({ key }) => key === recorded.key) ?? recorded;
}

const recorded: Pack = {
  key: 'standards-on-record',
  layer: 'figures',
  title: { zh: '录入的经济困难标准', en: 'Hardship standards on record' },
  cite: { zh: '录入的经济困难标准', en: 'Hardship standards on record' },
  jurisdiction: 'CN',
  effectiveFrom: firstDayOfLaw,
  verified: false,
  source: '由管理员录入并经第二人批准的标准',
};

/** One chain with its changes: rows cut, rows begun, and what is wrong, by place in the list of changes. */
function changeChain(
  rows: readonly StandardRow[],
  own: readonly Indexed[],
): { rows: StandardRow[]; faults: PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const say = (index: number, pointer: string, code: string, zh: string, en: string): void =>
    void faults.push(changeFault(`/${index}${pointer}`, code, zh, en));
  const result: StandardRow[] = [];
  for (const { from, to, row } of slotsOf(rows)) {
    const here = own.filter(
      ({ change }) => change.effectiveFrom >= from && (to === undefined || change.effectiveFrom <= to),
    );
    for (const { change, index } of here) {
      if (to !== undefined && change.effectiveTo !== undefined && change.effectiveTo > to) {
        const next = addDays(to, 1);
        say(
          index,
          '/effectiveTo',
          'crossesNextFigure',
          `自 ${next} 起另有标准；请结束于 ${to}，之后的另行提出`,
          `another standard holds from ${next}; end on ${to} and propose the rest apart`,
        );
      }
    }
    for (const stretch of stretchesOf(
      { from, to },
      here.map(({ change }) => change),
    )) {
      const end = stretch.to === undefined ? undefined : { effectiveTo: stretch.to };
      if (stretch.change !== undefined) {
        const { region, residence, value, verified } = stretch.change;
        result.push({ region, residence, ...value, effectiveFrom: stretch.from, ...end, verified });
      } else if (row !== undefined) {
        const { effectiveTo: _, ...rest } = row;
        result.push({ ...rest, effectiveFrom: stretch.from, ...end });
      }
    }
  }
  result.forEach((row, at) => {
    const before = result[at - 1];
    if (before?.effectiveTo === undefined || addDays(before.effectiveTo, 1) >= row.effectiveFrom) return;
    const hole = { from: addDays(before.effectiveTo, 1), to: addDays(row.effectiveFrom, -1) };
    const zh = `${hole.from} 至 ${hole.to} 将没有标准`;
    const en = `no standard would hold from ${hole.from} to ${hole.to}`;
    const starts = own.find(({ change }) => change.effectiveFrom === row.effectiveFrom);
    const ends = own.find(({ change }) => change.effectiveTo === before.effectiveTo);
    if (starts !== undefined) say(starts.index, '/effectiveFrom', 'leavesAHole', zh, en);
    else if (ends !== undefined) say(ends.index, '/effectiveTo', 'leavesAHole', zh, en);
  });
  return { rows: result, faults };
}

interface Slot {
  readonly from: LocalDate;
  readonly to: LocalDate | undefined;
  readonly row: StandardRow | undefined;
}

/** All days from the first law on, as the rows share them out, the days without a row among them. */
function slotsOf(rows: readonly StandardRow[]): readonly Slot[] {
  const slots: Slot[] = [];
  let next: LocalDate | undefined = firstDayOfLaw;
  for (const row of [...rows].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))) {
    if (next !== undefined && next < row.effectiveFrom) {
      slots.push({ from: next, to: addDays(row.effectiveFrom, -1), row: undefined });
    }
    slots.push({ from: row.effectiveFrom, to: row.effectiveTo, row });
    next = row.effectiveTo === undefined ? undefined : addDays(row.effectiveTo, 1);
  }
  if (next !== undefined) slots.push({ from: next, to: undefined, row: undefined });
  return slots;
}
