import type { Calendar } from '../../../kernel/calendar/index.ts';
import type { Law } from '../law/law.ts';
import { inForce } from '../law/spans.ts';
import type { StandardTable } from '../law/standards.ts';
import { assess, outcomeOf } from '../rules/assess.ts';
import type { Facts, Outcome, Route, StandardRow } from '../schema.ts';
import { type ChangedReason, changedReason } from './changed-reason.ts';

/** What is stored of an application that was assessed: its facts, and the answer given then. */
export interface AssessedCase {
  readonly facts: Facts;
  readonly outcome: Outcome;
  readonly route: Route | null;
  /** Where the person lives, as near as the register knows; asked for only where a township's own standard is tried. */
  readonly home?: string | undefined;
}

/** The law as it stands and the law as it would be. */
export interface Laws {
  readonly present: Law;
  readonly changed: Law;
  /** Standards of single townships on top of the changed law. */
  readonly townships?: readonly StandardRow[] | undefined;
  readonly calendar?: Calendar | undefined;
}

/** `gains`: aid where there was none; `loses`: none where there was; `other`: between two answers of one side. */
export type Direction = 'gains' | 'loses' | 'other';
export const directions = ['gains', 'loses', 'other'] as const satisfies readonly Direction[];

/** One application that the changed law decides otherwise (结论改变). */
export interface DecidedOtherwise {
  readonly kind: 'otherwise';
  readonly direction: Direction;
  readonly after: { readonly outcome: Outcome; readonly route: Route | null };
  readonly reason: ChangedReason;
}

/**
 * `same`: the answer stands. `rerouted`: the same answer by another way. `drifted`: the answer differs, but it differs just so under the law
 * as it stands (`fayuan policy replay` would report it): not the change's doing, and never counted as such.
 */
export type JudgedAgain = DecidedOtherwise | { readonly kind: 'same' | 'rerouted' | 'drifted' };

const same = { kind: 'same' } as const;
const rerouted = { kind: 'rerouted' } as const;
const drifted = { kind: 'drifted' } as const;

/**
 * One stored application under a changed law. The stored answer is the truth that it is held against; the law as it stands is asked only
 * where the answers differ, to tell the change's doing from what differed before; reasons are gathered for those alone.
 */
export function judgeAgain(stored: AssessedCase, laws: Laws): JudgedAgain {
  const { facts } = stored;
  const options = { law: laws.changed, standards: standardsAt(stored, laws), calendar: laws.calendar };
  const { outcome, route } = outcomeOf(facts, options);
  if (outcome === stored.outcome) return route === stored.route ? same : rerouted;
  const becomes = assess(facts, options);
  const stands = assess(facts, { law: laws.present, calendar: laws.calendar });
  if (stands.outcome === becomes.outcome) return drifted;
  return {
    kind: 'otherwise',
    direction: directionOf(stored.outcome, becomes.outcome),
    after: { outcome: becomes.outcome, route: becomes.route },
    reason: changedReason(stands, becomes, anchorOf(facts, laws.changed)),
  };
}

/**
 * The changed law's standards with those of the person's own township before them. Only within the county of the accepting centre, whose
 * place decides (法律援助条例 art. 13).
 */
function standardsAt({ facts, home }: AssessedCase, { changed, townships = [] }: Laws): StandardTable | undefined {
  const own = townships.filter(({ region }) => home?.startsWith(region) && region.startsWith(facts.region));
  if (own.length === 0) return undefined;
  return {
    find: (region, residence, on) =>
      own.find((row) => row.residence === residence && inForce({ from: row.effectiveFrom, to: row.effectiveTo }, on)) ??
      changed.standards.find(region, residence, on),
  };
}

/** Answers that open the door to aid: granted on application, or a lawyer is designated on notice. */
export function isAid(outcome: Outcome): boolean {
  return outcome === 'eligible' || outcome === 'mustDesignate' || outcome === 'mayDesignate';
}

function directionOf(before: Outcome, after: Outcome): Direction {
  if (isAid(before) === isAid(after)) return 'other';
  return isAid(after) ? 'gains' : 'loses';
}

/** Key of the article that the means test rests on, so that its sentence is known among the reasons. */
function anchorOf({ receivedOn, region }: Facts, law: Law): string | undefined {
  return law.bookFor(receivedOn, region)?.rules.meansTest[0]?.key;
}
