import causeEntries from './cause-catalogue.ts';
import { type Bilingual, type Cause, causes } from './schema.ts';

/** One cause as a citizen meets it: its legal name, the same in plain words, and what people say when they mean it. */
export interface CauseEntry {
  readonly cause: Cause;
  readonly label: Bilingual;
  readonly plain: Bilingual;
  /** What people say, zh first: phrases that suggest this cause. */
  readonly phrases: readonly string[];
}

/** The catalogue of causes (案由) in the order of the statutes, `other` last. */
export const causeCatalogue: readonly CauseEntry[] = causes.map((cause) => ({ cause, ...causeEntries[cause] }));

export const causeLabels: Readonly<Record<Cause, Bilingual>> = Object.fromEntries(
  causeCatalogue.map((entry) => [entry.cause, entry.label]),
) as Record<Cause, Bilingual>;

/** A cause that a person's own words point to, with the words that did it. */
export interface CauseSuggestion {
  readonly cause: Cause;
  readonly label: Bilingual;
  readonly plain: Bilingual;
  /** Characters of the text that the cause's phrases explain: higher is closer. */
  readonly score: number;
  readonly matched: readonly string[];
}

/**
 * The causes that "what happened", told in plain words, points to: closest first, at most `limit`; empty when nothing fits, so that the
 * person is asked rather than guessed at. Counts the characters that a cause's phrases explain, so a long phrase outweighs short ones.
 */
export function suggestCauses(text: string, limit = 4): readonly CauseSuggestion[] {
  const told = normalise(text);
  if (told === '') return [];
  return preparedPhrases
    .map(({ entry, phrases }) => {
      const matched = phrases.filter((phrase) => told.includes(phrase));
      return { entry, matched, score: coveredCharacters(told, matched) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || causes.indexOf(a.entry.cause) - causes.indexOf(b.entry.cause))
    .slice(0, limit)
    .map(({ entry, matched, score }) => ({
      cause: entry.cause,
      label: entry.label,
      plain: entry.plain,
      score,
      matched,
    }));
}

const preparedPhrases = causeCatalogue
  .filter((entry) => entry.cause !== 'other')
  .map((entry) => ({ entry, phrases: [...new Set(entry.phrases.map(normalise))] }));

/** Full-width forms to half-width, capitals to small, spaces and punctuation away: people type as they speak. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

function coveredCharacters(text: string, phrases: readonly string[]): number {
  const covered = new Set<number>();
  for (const phrase of phrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      for (let i = at; i < at + phrase.length; i += 1) covered.add(i);
    }
  }
  return covered.size;
}
