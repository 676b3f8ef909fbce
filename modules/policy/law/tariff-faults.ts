import type { PackFault } from './check-packs.ts';
import { unfilledSlots } from './figure-words.ts';
import type { Pack } from './pack-schema.ts';
import { chainFaults, type Span } from './spans.ts';
import type { Adjustment, Band } from './tariff-schema.ts';

/** What the tariff of one pack can get wrong: work paid twice, sums that end below their start, holes, words without their figure. */
export function tariffFaults(file: string, pack: Pack): PackFault[] {
  const { tariff } = pack;
  if (tariff === undefined) return [];
  const faults: PackFault[] = [];
  const say = (pointer: string, text: string): void => void faults.push({ file, pointer, text });
  const spanOf = (entry: Band | Adjustment): Span => ({
    name: entry.key,
    from: entry.effectiveFrom ?? pack.effectiveFrom,
    to: entry.effectiveTo ?? pack.effectiveTo,
  });

  const paid = new Map<string, Band[]>();
  tariff.bands.forEach((band, index) => {
    if (band.max < band.min) say('/tariff/bands', `${band.key} ends below its start`);
    for (const slot of unfilledSlots(band.text, ['range']))
      say(`/tariff/bands/${index}/text`, `{${slot}} is filled by no figure`);
    for (const other of tariff.bands.slice(0, index)) {
      if (payTheSame(band, other) && meet(spanOf(band), spanOf(other)))
        say('/tariff/bands', `${other.key} and ${band.key} pay the same work`);
    }
    const work = `${[...band.kinds].sort().join('+')} ${[...(band.stages ?? [])].sort().join('+')}`;
    paid.set(work, [...(paid.get(work) ?? []), band]);
  });
  for (const bands of paid.values()) {
    for (const text of holesIn(bands.map(spanOf))) say('/tariff/bands', text);
  }

  for (const section of ['additions', 'deductions'] as const) {
    const byKey = new Map<string, Adjustment[]>();
    (tariff[section] ?? []).forEach((item, index) => {
      byKey.set(item.key, [...(byKey.get(item.key) ?? []), item]);
      const figures = (['each', 'unitsUpTo', 'actualUpTo', 'shareUpTo'] as const).filter((f) => item[f] !== undefined);
      for (const slot of unfilledSlots(item.text, figures))
        say(`/tariff/${section}/${index}/text`, `{${slot}} is filled by no figure`);
    });
    for (const items of byKey.values()) {
      for (const text of chainFaults(items.map(spanOf))) say(`/tariff/${section}`, text);
    }
  }
  return faults;
}

/** Bands of one kind of work may begin late or end early, but not stop in between. Overlaps are told as work paid twice. */
function holesIn(spans: readonly Span[]): string[] {
  return chainFaults(spans).filter((text) => text.startsWith('hole'));
}

function payTheSame(a: Band, b: Band): boolean {
  const stages =
    a.stages === undefined || b.stages === undefined || a.stages.some((stage) => b.stages?.includes(stage));
  return stages && a.kinds.some((kind) => b.kinds.includes(kind));
}

function meet(a: Span, b: Span): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}
