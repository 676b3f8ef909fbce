import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import { applyChanges } from '../law/apply-changes.ts';
import { type FigureChange, figureOf } from '../law/figure-change.ts';
import type { ApprovedChange } from '../law/in-force.ts';
import { packsOnFile } from '../law/on-file.ts';
import { figureBefore, jurisdictionOf, type StandingFigure } from '../law/standing-figure.ts';
import type { PolicyFault } from '../schema.ts';

/** A change judged against the files and everything approved so far: sound, with what it replaces, or its faults. */
export type Judged =
  | { readonly ok: true; readonly before: StandingFigure | undefined; readonly after: StandingFigure | undefined }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

export function judgeChange(change: FigureChange, approved: readonly ApprovedChange[]): Judged {
  const standing = applyChanges(packsOnFile(), approved);
  if (!standing.ok) return standing;
  const revision = approved.length + 1;
  const changed = applyChanges(packsOnFile(), [...approved, { ...change, revision }]);
  if (!changed.ok) {
    const own = `/${approved.length}`;
    const faults = changed.faults.map((fault) => ({
      ...fault,
      pointer: fault.pointer.startsWith(own) ? fault.pointer.slice(own.length) : '',
    }));
    return { ok: false, faults };
  }
  return { ok: true, before: figureBefore(standing.value, change), after: figureBefore(changed.value, change) };
}

/**
 * Why a change may not be proposed although it is sound: its first day has passed and it is no correction, a correction gives no reason,
 * or nothing would change.
 */
export function proposalFaults(
  tx: Pick<Tx, 'today'>,
  change: FigureChange,
  correction: boolean,
  before: StandingFigure | undefined,
): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const past = change.effectiveFrom < tx.today;
  if (past && !correction) {
    faults.push({
      pointer: '/change/effectiveFrom',
      code: 'policy.dayHasPassed',
      details: { day: change.effectiveFrom },
    });
  }
  if (past && correction && change.note === undefined) {
    faults.push({ pointer: '/change/note', code: 'policy.correctionNeedsReason' });
  }
  if (before !== undefined && samePlace(change, before) && before.verified === change.verified) {
    const value: Readonly<Record<string, unknown>> = change.value;
    if (Object.keys(value).every((name) => String(value[name]) === String(before.value[name]))) {
      faults.push({ pointer: '/change/value', code: 'policy.sameAsNow' });
    }
  }
  return faults;
}

function samePlace(change: FigureChange, before: StandingFigure): boolean {
  return change.figure !== 'standard' || change.region === before.region;
}

/** Faults of a change as a refusal, each at its field under `/change`. */
export function refusedChange(faults: readonly PolicyFault[]): Refusal {
  return new Refusal(
    'input.invalid',
    {},
    faults.map(({ pointer, code, text }) => ({
      pointer: `/change${pointer}`,
      code: `policy.${code}`,
      details: { zh: text.zh, en: text.en },
    })),
  );
}

/**
 * Code of the office that settles a figure: the place it is for; for what lies above this house (the province's, the nation's) its seat.
 * @throws Refusal `input.invalid` for a figure that no pack holds
 */
export function officeOf(change: FigureChange, seat: string): string {
  const jurisdiction = jurisdictionOf(packsOnFile(), change);
  if (jurisdiction === undefined) {
    throw refusedChange([
      {
        pointer: '/key',
        code: 'unknownFigure',
        text: { zh: `没有这个数字：${figureOf(change)}`, en: 'no such figure' },
      },
    ]);
  }
  const place = jurisdiction === 'CN' ? '' : jurisdiction;
  return seat.startsWith(place) ? seat : place.padEnd(6, '0');
}
