import type { Handed } from '../../../kernel/use-case/index.ts';
import { applyChanges } from './apply-changes.ts';
import type { DatedChange } from './figure-change.ts';
import { compileLaw, type Law } from './law.ts';
import { lawOnFile, packsOnFile } from './on-file.ts';

declare module '../../../kernel/use-case/unit-of-work.ts' {
  interface Handed {
    readonly law?: LawInForce;
  }
}

/** The law of the running house: the files and every approved change, now and as it was known before. */
export interface LawInForce {
  readonly current: Law;
  /** Every approved change, in the order of approval: what a trial lays its own over. */
  readonly approved: readonly ApprovedChange[];
  /**
   * The law as it was known when so many changes had been approved: what was assessed then is derived from this again.
   * @throws RangeError for a revision that this process has not heard of
   */
  at(revision: number): Law;
}

/** An approved change; their revisions are 1, 2, 3 … in the order of approval. */
export type ApprovedChange = DatedChange & { readonly revision: number };

/**
 * Law out of the files and the approved changes.
 * @throws Error naming each change that the files no longer bear, so that the house does not start on another law than was approved
 */
export function lawInForce(approved: readonly ApprovedChange[]): LawInForce {
  const newest = Math.max(0, ...approved.map(({ revision }) => revision));
  const known = new Map<number, Law>();
  const at = (revision: number): Law => {
    if (!Number.isInteger(revision) || revision < 0 || revision > newest) {
      throw new RangeError(`law revision ${revision} is unknown here; the newest is ${newest}`);
    }
    const kept = known.get(revision);
    if (kept !== undefined) return kept;
    const law =
      revision === 0
        ? lawOnFile()
        : lawWith(
            approved.filter((change) => change.revision <= revision),
            revision,
          );
    known.set(revision, law);
    return law;
  };
  return { current: at(newest), approved, at };
}

function lawWith(changes: readonly ApprovedChange[], revision: number): Law {
  const changed = applyChanges(packsOnFile(), changes);
  if (changed.ok) return compileLaw(changed.value, [], revision);
  const lines = changed.faults.map(({ pointer, text }) => `${nameOf(changes, pointer)}: ${text.zh} · ${text.en}`);
  throw new Error(`approved changes do not fit the rule packs:\n${lines.join('\n')}`);
}

function nameOf(changes: readonly ApprovedChange[], pointer: string): string {
  const [, index = '', ...rest] = pointer.split('/');
  const change = changes[Number(index)];
  return change === undefined || index === '' ? pointer : `revision ${change.revision}/${rest.join('/')}`;
}

/** The law in force for a transaction (or for a runner's `handed()`); where none was handed on, that of the files. */
export function lawOf({ handed }: { readonly handed: Handed }): Law {
  return handed.law?.current ?? lawOnFile();
}

/** The changes approved so far, as this transaction was handed them. */
export function approvedIn({ handed }: { readonly handed: Handed }): readonly ApprovedChange[] {
  return handed.law?.approved ?? [];
}

/** The law as it was known at a revision. @throws RangeError for a revision that this process has not heard of */
export function lawAt({ handed }: { readonly handed: Handed }, revision: number): Law {
  return (handed.law ?? lawInForce([])).at(revision);
}
