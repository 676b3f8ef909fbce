/** A fact of a record in words, as the newest page shows it. */
export interface RecordedFact {
  readonly key: string;
  readonly label: string;
  /** Null where the record holds nothing. A protected value stands masked. */
  readonly text: string | null;
  /** For a protected value, whose words do not tell that it changed: another mark with every change. */
  readonly mark?: string | undefined;
}

/** What a form would write over a fact, in words; null where the person left the field empty. */
export type Mine = Readonly<Record<string, string | null | undefined>>;

export interface ChangedFact {
  readonly key: string;
  readonly label: string;
  readonly before: string | null;
  readonly theirs: string | null;
  /** Undefined where this form does not edit the fact. */
  readonly mine: string | null | undefined;
}

/**
 * Which facts of a record were changed since a form was opened, beside what the form would write. A fact that somebody changed to what
 * the person typed as well is still told: they decide knowing it.
 */
export function changedFacts(
  before: readonly RecordedFact[],
  now: readonly RecordedFact[],
  mine: Mine,
): readonly ChangedFact[] {
  const then = new Map(before.map((fact) => [fact.key, fact]));
  const gone = before
    .filter(({ key }) => !now.some((fact) => fact.key === key))
    .map((fact) => ({ ...fact, text: null }));
  return [...now, ...gone]
    .filter(({ key, text, mark }) => (then.get(key)?.text ?? null) !== text || then.get(key)?.mark !== mark)
    .map(({ key, label, text }) => ({
      key,
      label,
      before: then.get(key)?.text ?? null,
      theirs: text,
      mine: mine[key],
    }));
}
