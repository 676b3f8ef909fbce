import { describe, expect, test } from 'vitest';
import type { CircleRunRow } from '../../api/circle.ts';
import { differences, overTheYears } from './runs.ts';

const prints = { graph: 'g', profile: 'drive', question: 'q', stations: 's', places: 'p', people: 'n' };
const run = (keptAt: string, share: number | null, more: object = {}): CircleRunRow =>
  ({
    id: keptAt,
    keptAt,
    prints,
    question: { bands: [60], barrierFree: false },
    whole: { bands: [{ minutes: 60, people: 1, share, places: 1 }] },
    ...more,
  }) as unknown as CircleRunRow;

describe('two kept reckonings', () => {
  test('say in what they differ', () => {
    expect(differences(prints, prints)).toEqual([]);
    expect(differences(prints, { ...prints, stations: 't', people: 'm' })).toEqual(['stations', 'people']);
  });
});

describe('over the years', () => {
  test('the oldest comes first, and trials, other questions and uncounted cities stay out', () => {
    const other = { prints: { ...prints, question: 'r' } };
    const points = overTheYears([
      run('2026-05-01T00:00:00.000Z', 0.7),
      run('2025-05-01T00:00:00.000Z', 0.6, other),
      run('2024-05-01T00:00:00.000Z', 0.5),
      run('2026-06-01T00:00:00.000Z', 0.9, { question: { change: { close: ['x'], move: [], open: [] } } }),
      run('2023-05-01T00:00:00.000Z', null),
    ]);
    expect(points.map(({ share }) => share)).toEqual([0.5, 0.7]);
    expect(overTheYears([])).toEqual([]);
  });

  test('another road graph is still a year of the city', () => {
    const newer = { prints: { ...prints, graph: 'h', stations: 't', people: 'm' } };
    expect(
      overTheYears([run('2024-05-01T00:00:00.000Z', 0.5), run('2026-05-01T00:00:00.000Z', 0.8, newer)]),
    ).toHaveLength(2);
  });
});
