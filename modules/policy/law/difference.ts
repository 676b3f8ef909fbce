import type { Bilingual, Cause, Group, Residence } from '../schema.ts';
import type { Law } from './law.ts';

/** Through which eyes two days are compared: a place, a group, a cause. */
export interface Lens {
  /** GB/T 2260 code of the accepting centre's place. */
  readonly region: string;
  readonly group?: Group | undefined;
  readonly cause?: Cause | undefined;
  readonly residence?: Residence | undefined;
}

/** One side of a difference: what the law says on that day, and where. */
export interface Said {
  readonly text: Bilingual;
  readonly citation: string;
  readonly verified: boolean;
}

export interface Difference {
  readonly subject: Bilingual;
  /** `began` and `ended`: on one day only. `changed`: on both, not the same. `moved`: the same, elsewhere. `same`: word for word. */
  readonly kind: 'began' | 'ended' | 'changed' | 'moved' | 'same';
  readonly before: readonly Said[];
  readonly after: readonly Said[];
}

export interface DatedLaw {
  readonly law: Law;
  readonly on: string;
}

/** Two sides set against each other; undefined where neither says anything. */
export function difference(
  subject: Bilingual,
  before: readonly Said[],
  after: readonly Said[],
  alike: boolean = JSON.stringify(before.map(({ text }) => text)) === JSON.stringify(after.map(({ text }) => text)),
): Difference | undefined {
  if (before.length === 0 && after.length === 0) return undefined;
  const cited = (side: readonly Said[]): string => side.map(({ citation }) => citation).join();
  const kind =
    before.length === 0
      ? 'began'
      : after.length === 0
        ? 'ended'
        : !alike
          ? 'changed'
          : cited(before) === cited(after)
            ? 'same'
            : 'moved';
  return { subject, kind, before, after };
}
