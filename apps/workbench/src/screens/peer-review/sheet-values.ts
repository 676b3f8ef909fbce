import type { FilledSheet, ReviewPage, ScoreSheet, SheetItem } from '../../api/reviews.ts';
import type { RecordedFact } from '../../parts/stale-values.ts';

/** One line of the score sheet as typed. */
export interface Line {
  readonly points?: number | null;
  readonly none?: boolean;
  readonly reason?: string;
}
export interface Values {
  readonly scores: Readonly<Record<string, Line>>;
  readonly vetoes: readonly string[];
  readonly opinion: string;
}

/** What was kept so far; where nothing was, what the system works out. */
export function initial({ sheet, proposals, scores, vetoes, opinion }: ReviewPage): Values {
  const kept = new Map(scores.map((line) => [line.key, line]));
  return {
    scores: Object.fromEntries(
      sheet.items.map(({ key }) => {
        const line = kept.get(key);
        const points = line === undefined ? proposals[key]?.points : line.points;
        return [key, { points: points ?? null, none: points === null, reason: line?.reason ?? '' }];
      }),
    ),
    vetoes,
    opinion,
  };
}

/** Lines that have neither points nor “does not apply” are left out: a kept sheet may be half filled. */
export function asSent(review: ReviewPage, version: number, { scores, vetoes, opinion }: Values): FilledSheet {
  return {
    tenant: review.tenant,
    reviewId: review.id,
    version,
    scores: review.sheet.items.flatMap(({ key }) => {
      const { points, none = false, reason = '' } = scores[key] ?? {};
      if (!none && (points === undefined || points === null)) return [];
      return [{ key, points: none ? null : (points ?? null), reason }];
    }),
    vetoes,
    opinion,
  };
}

/** The points so far, of what applies; as the server will count them. */
export function totalOf(items: readonly SheetItem[], values: Values | undefined): string {
  let given = 0;
  let whole = 0;
  for (const { key, max } of items) {
    const line = values?.scores?.[key];
    if (line === undefined || line.none === true) continue;
    given += line.points ?? 0;
    whole += max;
  }
  return whole === 0 ? '0.0' : (Math.round((1000 * given) / whole) / 10).toFixed(1);
}

/** Words that a sheet is told in. */
export interface SheetWords {
  side(text: { readonly zh: string; readonly en: string }): string;
  points(points: number): string;
  readonly notApplicable: string;
  readonly vetoes: string;
  readonly opinion: string;
  readonly dot: string;
  readonly list: string;
}

/** A sheet line by line in words, under the keys that `taken` reads. */
export function factsOf(
  sheet: ScoreSheet,
  { scores, vetoes, opinion }: Values,
  words: SheetWords,
): readonly RecordedFact[] {
  const written = (text: string): string | null => (text === '' ? null : text);
  return [
    ...sheet.items.map(({ key, name }): RecordedFact => {
      const { points, none = false, reason = '' } = scores[key] ?? {};
      const given = none ? words.notApplicable : points === undefined || points === null ? '' : words.points(points);
      return {
        key,
        label: words.side(name),
        text: written([given, reason].filter((part) => part !== '').join(words.dot)),
      };
    }),
    {
      key: 'vetoes',
      label: words.vetoes,
      text: written(
        sheet.vetoes
          .filter(({ key }) => vetoes.includes(key))
          .map(({ name }) => words.side(name))
          .join(words.list),
      ),
    },
    { key: 'opinion', label: words.opinion, text: written(opinion) },
  ];
}

/** What of a sheet is put into the form when one of its facts is taken over. */
export function taken(values: Values, key: string): Partial<Values> {
  if (key === 'vetoes') return { vetoes: values.vetoes };
  if (key === 'opinion') return { opinion: values.opinion };
  return { scores: { [key]: values.scores[key] ?? {} } };
}
