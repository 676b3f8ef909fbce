import { isRegionCode } from '../rules/region-code.ts';
import type { Checked, PolicyFault } from '../schema.ts';
import { firstDayOfLaw, packFaults } from './check-packs.ts';
import { changeEntries, findEntry } from './cut-entries.ts';
import { changeFault, type DatedChange, figureOf, valueFaults } from './figure-change.ts';
import type { Pack } from './pack-schema.ts';
import { changeStandards } from './standard-changes.ts';
import type { Adjustment } from './tariff-schema.ts';

/**
 * Lay changes over packs (数字变更): the old figure ends the day before, the new one holds from its day; every day before it is answered as if
 * the change had never been made. Pure, and the order of the list plays no part. The outcome is judged by the same checks as the files;
 * faults carry a JSON Pointer into the list (`/0/effectiveFrom`).
 *
 * @example
 * const changed = applyChanges(packsOnFile(), [{ figure: 'promise', key: 'promises-baoshan.decide', value: { amount: 3 }, effectiveFrom:
 *   '2027-01-01', verified: true, source: '保司通〔2026〕12号' }]);
 * const law = changed.ok ? compileLaw(changed.value) : lawOnFile();
 */
export function applyChanges(packs: readonly Pack[], changes: readonly DatedChange[]): Checked<readonly Pack[]> {
  const faults = changes.flatMap((change, index) => at(index, ownFaults(change, packs)));
  faults.push(...sameDayTwice(changes));
  if (faults.length > 0) return { ok: false, faults };

  const standards = changeStandards(packs, changes);
  if (!standards.ok) return standards;
  const changed = standards.value.map((pack) => (pack.draft ? pack : changeEntries(pack, changes)));
  const contradictions = packFaults(changed);
  if (contradictions.length > 0) {
    return {
      ok: false,
      faults: contradictions.map(({ file, pointer, text }) =>
        changeFault('', 'contradiction', `规则包自相矛盾（${file}${pointer}）：${text}`, `${file}${pointer}: ${text}`),
      ),
    };
  }
  return { ok: true, value: changed };
}

function at(index: number, faults: readonly PolicyFault[]): PolicyFault[] {
  return faults.map((fault) => ({ ...fault, pointer: `/${index}${fault.pointer}` }));
}

/** What one change gets wrong by itself: a figure that no pack holds, a day outside that figure's, a value of another kind. */
function ownFaults(change: DatedChange, packs: readonly Pack[]): PolicyFault[] {
  const faults = valueFaults(change);
  if (change.effectiveFrom < firstDayOfLaw) {
    faults.push(
      changeFault(
        '/effectiveFrom',
        'beforeTheLaw',
        `早于 ${firstDayOfLaw}：《法律援助条例》尚未施行`,
        `before ${firstDayOfLaw}: the Regulations on Legal Aid were not yet in force`,
      ),
    );
  }
  if (change.figure === 'standard') {
    if (!isRegionCode(change.region.padEnd(6, '0'))) {
      faults.push(changeFault('/region', 'noRegionCode', '不是行政区划代码（GB/T 2260）', 'not a code of GB/T 2260'));
    }
    return faults;
  }
  const found = findEntry(packs, change);
  if (found === undefined) {
    const where = 'tariff' in change && !packs.some(({ key }) => key === change.tariff) ? '/tariff' : '/key';
    return [...faults, changeFault(where, 'unknownFigure', '没有这个数字', 'no pack holds this figure')];
  }
  const { entry, span } = found;
  const outside = (pointer: string): void =>
    void faults.push(
      changeFault(
        pointer,
        'outsideItsFigure',
        `这个数字只在 ${span.from} 至 ${span.to ?? '今后'} 有效`,
        `the figure holds from ${span.from}${span.to === undefined ? ' on' : ` to ${span.to}`} only`,
      ),
    );
  if (change.effectiveFrom < span.from || (span.to !== undefined && change.effectiveFrom > span.to)) {
    if (change.effectiveFrom >= firstDayOfLaw) outside('/effectiveFrom');
  } else if (span.to !== undefined && change.effectiveTo !== undefined && change.effectiveTo > span.to) {
    outside('/effectiveTo');
  }
  if (change.figure === 'addition' || change.figure === 'deduction') {
    for (const name of Object.keys(change.value) as (keyof typeof change.value)[]) {
      if (change.value[name] !== undefined && (entry as Adjustment)[name] === undefined) {
        faults.push(
          changeFault(
            `/value/${name}`,
            'notThisKind',
            '这个项目不按这种方式计算',
            'this item is not reckoned that way',
          ),
        );
      }
    }
  }
  return faults;
}

/** Two changes of one figure with one first day contradict each other, unless one was approved after the other. */
function sameDayTwice(changes: readonly DatedChange[]): PolicyFault[] {
  const seen = new Map<string, number>();
  return changes.flatMap((change, index) => {
    const place = `${figureOf(change)} ${change.effectiveFrom} ${change.revision ?? ''}`;
    const other = seen.get(place);
    seen.set(place, index);
    if (other === undefined) return [];
    return at(index, [
      changeFault(
        '/effectiveFrom',
        'sameFigureTwice',
        `与第 ${other + 1} 项是同一个数字、同一天起`,
        `the same figure from the same day as number ${other + 1}`,
      ),
    ]);
  });
}
