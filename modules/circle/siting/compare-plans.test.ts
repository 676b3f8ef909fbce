import { expect, test } from 'vitest';
import { compareWithToday } from './compare-plans.ts';
import type { SitingProblem } from './problem.ts';

// Two villages and a hamlet that no road reaches; a station in the first, a possible one in the second.
const question: SitingProblem = {
  model: 'pmedian',
  candidates: { ids: ['here', 'there'], prices: [0, 90_000_00] },
  demand: { ids: ['a', 'b', 'c'], weights: [100, 300, 20], groups: { old: [10, 90, 0] } },
  travel: Float64Array.from([600, 4200, Number.POSITIVE_INFINITY, 4800, 0, Number.POSITIVE_INFINITY]),
  fixed: ['here'],
};

test('a plan is told in people and in money', () => {
  expect(compareWithToday(question, ['here', 'there'], [900, 3600])).toEqual({
    today: {
      within: [100 / 420, 100 / 420],
      meanTravel: (60_000 + 1_260_000) / 400,
      outOfReach: 20,
      groups: { old: [0.1, 0.1] },
    },
    plan: { within: [400 / 420, 400 / 420], meanTravel: 150, outOfReach: 20, groups: { old: [1, 1] } },
    better: 300,
    worse: 0,
    gained: [300, 300],
    price: 90_000_00,
    pricePerPerson: [300_00, 300_00],
  });
});

test('giving a station up shows who loses', () => {
  const moved = compareWithToday(question, ['there'], [3600]);
  expect(moved).toMatchObject({ better: 300, worse: 100, gained: [300] });
});

test('where nobody is gained or no price is known, no price per person is made up', () => {
  expect(compareWithToday(question, ['here'], [3600]).pricePerPerson).toEqual([undefined]);
  const { prices: _, ...unpriced } = question.candidates;
  expect(compareWithToday({ ...question, candidates: unpriced }, ['here', 'there'], [3600])).toMatchObject({
    price: undefined,
    pricePerPerson: [undefined],
  });
});
