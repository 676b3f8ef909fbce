import type { LocalDate } from '../../../kernel/time/index.ts';
import { applyChanges } from '../law/apply-changes.ts';
import { type DatedChange, type FigureChange, parseChange } from '../law/figure-change.ts';
import { compileLaw, type Law } from '../law/law.ts';
import type { Pack } from '../law/pack-schema.ts';
import type { Checked, PolicyFault, StandardRow } from '../schema.ts';

/** What is to be tried: figures with other values, drafts taken as law. */
export interface Trial {
  /** As they came from outside. */
  readonly changes: readonly unknown[];
  /** Keys of packs with `draft: true`. */
  readonly drafts: readonly string[];
  /** First day of the changes that name none. */
  readonly from: LocalDate;
}

export interface TriedLaw {
  readonly law: Law;
  readonly changes: readonly FigureChange[];
  /** Standards tried for a single township (nine digits): held against where a person lives, which no standard on file is. */
  readonly townships: readonly StandardRow[];
}

/** A trial has no paper behind it; what is shown of it says so. */
const source = '政策推演（假设）';

/**
 * The law with a trial laid over it, for what-if alone: neither stored nor handed to any decision. Every fault at once, with a JSON Pointer
 * (`/changes/0/key`, `/drafts/1`). What was approved before stands; a trial of the same figure and day goes before it.
 * @param approved changes in force by record
 */
export function lawToTry(
  packs: readonly Pack[],
  { changes, drafts, from }: Trial,
  approved: readonly DatedChange[] = [],
): Checked<TriedLaw> {
  const faults: PolicyFault[] = [];
  drafts.forEach((key, index) => {
    if (packs.some((pack) => pack.draft === true && pack.key === key)) return;
    faults.push({
      pointer: `/drafts/${index}`,
      code: 'unknownDraft',
      text: { zh: `没有这份草案：${key}`, en: `no such draft: ${key}` },
    });
  });
  const parsed: FigureChange[] = [];
  const laid: { readonly change: FigureChange; readonly index: number }[] = [];
  const townships: StandardRow[] = [];
  changes.forEach((asked, index) => {
    const change = completed(asked, from);
    const township = townshipOf(change);
    const checked = parseChange(
      township === undefined ? change : { ...(change as object), region: township.slice(0, 6) },
      `/changes/${index}`,
    );
    if (!checked.ok) {
      faults.push(...checked.faults);
    } else if (township !== undefined && checked.value.figure === 'standard') {
      const { residence, value, effectiveFrom, effectiveTo, verified } = checked.value;
      townships.push({ region: township, residence, ...value, effectiveFrom, effectiveTo, verified });
      parsed.push({ ...checked.value, region: township });
    } else {
      parsed.push(checked.value);
      laid.push({ change: checked.value, index });
    }
  });
  if (faults.length > 0) return { ok: false, faults };
  const revision = approved.length + 1;
  const changed = applyChanges(packs, [...approved, ...laid.map(({ change }) => ({ ...change, revision }))]);
  if (!changed.ok) {
    const places = laid.map(({ index }) => index);
    return { ok: false, faults: changed.faults.map((fault) => placed(fault, approved.length, places)) };
  }
  return { ok: true, value: { law: compileLaw(changed.value, drafts), changes: parsed, townships } };
}

function completed(change: unknown, effectiveFrom: LocalDate): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change;
  return { effectiveFrom, verified: false, source, ...change };
}

/** The township that a standard is tried for; undefined for everything else. */
function townshipOf(change: unknown): string | undefined {
  if (typeof change !== 'object' || change === null) return undefined;
  const { figure, region } = change as { readonly figure?: unknown; readonly region?: unknown };
  return figure === 'standard' && typeof region === 'string' && /^\d{9}$/.test(region) ? region : undefined;
}

/** A fault of the list of all changes, told by the place in the trial. */
function placed(fault: PolicyFault, approved: number, places: readonly number[]): PolicyFault {
  const [, index = '', ...rest] = fault.pointer.split('/');
  const own = index === '' ? undefined : places[Number(index) - approved];
  return { ...fault, pointer: own === undefined ? '/changes' : ['/changes', own, ...rest].join('/') };
}
