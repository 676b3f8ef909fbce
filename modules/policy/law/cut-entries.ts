import type { LocalDate } from '../../../kernel/time/index.ts';
import { daysOf } from './check-packs.ts';
import type { DatedChange } from './figure-change.ts';
import type { Pack } from './pack-schema.ts';
import { stretchesOf } from './stretches.ts';

/** A change of a figure that stands in a pack under a key of its own. */
export type KeyedChange = Exclude<DatedChange, { figure: 'standard' }>;

interface Entry {
  readonly key: string;
  readonly effectiveFrom?: LocalDate | undefined;
  readonly effectiveTo?: LocalDate | undefined;
}

/** The entries of a pack that changes of one kind may name. */
export function entriesOf(pack: Pack, figure: KeyedChange['figure']): readonly Entry[] {
  switch (figure) {
    case 'multiplier':
      return (pack.rules ?? []).filter(({ effect }) => effect === 'multiplier');
    case 'clock':
      return pack.clocks ?? [];
    case 'promise':
      return pack.promises ?? [];
    case 'band':
      return pack.tariff?.bands ?? [];
    case 'addition':
      return pack.tariff?.additions ?? [];
    case 'deduction':
      return pack.tariff?.deductions ?? [];
  }
}

/** The figure that a change is about, where it stands and when it holds; undefined when no pack in force holds it. */
export function findEntry(
  packs: readonly Pack[],
  change: KeyedChange,
): { pack: Pack; entry: Entry; span: ReturnType<typeof daysOf> } | undefined {
  for (const pack of packs) {
    if (pack.draft || ('tariff' in change && pack.key !== change.tariff)) continue;
    const entry = entriesOf(pack, change.figure).find(({ key }) => key === change.key);
    if (entry !== undefined) return { pack, entry, span: daysOf(entry, pack) };
  }
  return undefined;
}

/** A pack with its own figures cut at the days on which changes come into force. */
export function changeEntries(pack: Pack, changes: readonly DatedChange[]): Pack {
  const cut = <E extends Entry>(figure: KeyedChange['figure'], entries: readonly E[]): E[] =>
    entries.flatMap((entry) => {
      const own = changes.filter(
        (change): change is KeyedChange =>
          change.figure === figure && change.key === entry.key && (!('tariff' in change) || change.tariff === pack.key),
      );
      return own.length === 0 ? [entry] : piecesOf(pack, entry, own);
    });
  const { rules, clocks, promises, tariff } = pack;
  return {
    ...pack,
    ...(rules && { rules: cut('multiplier', rules) }),
    ...(clocks && { clocks: cut('clock', clocks) }),
    ...(promises && { promises: cut('promise', promises) }),
    ...(tariff && {
      tariff: {
        ...tariff,
        bands: cut('band', tariff.bands),
        ...(tariff.additions && { additions: cut('addition', tariff.additions) }),
        ...(tariff.deductions && { deductions: cut('deduction', tariff.deductions) }),
      },
    }),
  };
}

/**
 * One entry as it holds over time. The file's figure keeps its key as long as it holds first; what follows is named by its first day, so that
 * a trace can tell them apart. What may be added or taken off keeps its key, for it is asked for by that.
 */
function piecesOf<E extends Entry>(pack: Pack, entry: E, changes: readonly KeyedChange[]): E[] {
  let named = false;
  return stretchesOf(daysOf(entry, pack), changes).map(({ from, to, change }) => {
    const asked = changes.some((one) => 'tariff' in one);
    const keepsKey = asked || (change === undefined && !named);
    if (change === undefined) named = true;
    const { effectiveFrom: _from, effectiveTo: _to, ...rest } = entry;
    return {
      ...rest,
      key: keepsKey ? entry.key : `${entry.key}.from-${from}`,
      effectiveFrom: from,
      ...(to !== undefined && { effectiveTo: to }),
      // A remark is about the file's figure, not about this one.
      ...(change && { ...told(change.value), verified: change.verified, amendedBy: change.source, remark: undefined }),
    } as unknown as E;
  });
}

function told(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
