import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giveReviews, mayReview, type ReviewedCase, type ReviewerBar, type ReviewerFacts } from './reviewers.ts';

const reviewer: ReviewerFacts = {
  id: 'r',
  kind: 'lawyer',
  status: 'active',
  accountId: 'account',
  licenceNumber: '15305201010000001',
  licensedFrom: '2015-06-01',
  agencyId: 'firm-r',
  expert: false,
};
const about: ReviewedCase = {
  handlerId: 'h',
  units: ['firm-h'],
  acted: ['h', 'former'],
  before: ['earlier'],
  declined: ['no'],
};
const on = '2026-11-24';
const conflict = {
  kind: 'actsForOtherSide',
  caseId: 'c',
  caseNumber: '1',
  by: 'name',
  score: 40,
  certain: false,
} as const;

describe('who may review a case', () => {
  test('a lawyer of ten years from another firm', () => {
    expect(mayReview(reviewer, about, [], on)).toEqual([]);
  });

  test.each<[string, Partial<ReviewerFacts>, readonly ReviewerBar[]]>([
    ['suspended', { status: 'suspended' }, ['notInService']],
    ['without an account', { accountId: null }, ['noAccount']],
    ['no lawyer', { kind: 'legalWorker' }, ['notLawyer']],
    ['no lawyer, but an expert', { kind: 'legalWorker', expert: true }, []],
    ['no lawyer’s licence', { licenceNumber: null }, ['notLawyer']],
    ['the day before three years', { licensedFrom: '2023-11-25' }, ['practiceTooShort']],
    ['three years to the day', { licensedFrom: '2023-11-24' }, []],
    ['the handler', { id: 'h', agencyId: 'firm-h' }, ['self', 'sameUnit']],
    ['a colleague', { agencyId: 'firm-h' }, ['sameUnit']],
    ['the handler before', { id: 'former' }, ['acted']],
    ['who reviewed it before', { id: 'earlier' }, ['reviewedBefore']],
    ['who declined', { id: 'no' }, ['declined']],
  ])('%s', (_title, change, bars) => {
    expect(mayReview({ ...reviewer, ...change }, about, [], on)).toEqual(bars);
  });

  test('a possible conflict bars, too', () => {
    expect(mayReview(reviewer, about, [conflict], on)).toEqual(['conflict']);
  });
});

const situations = fc.record({
  people: fc.integer({ min: 1, max: 12 }),
  loads: fc.array(fc.nat(6), { minLength: 12, maxLength: 12 }),
  cases: fc.array(
    fc.record({ out: fc.uniqueArray(fc.nat(11), { maxLength: 6 }), wanted: fc.constantFrom(1, 2, 2, 2) }),
    { maxLength: 40 },
  ),
  seed: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 8 }),
});

const setUp = ({ people, loads, cases, seed }: typeof situations extends fc.Arbitrary<infer T> ? T : never) => {
  const ids = Array.from({ length: people }, (_, i) => `r${i}`);
  return {
    seed,
    before: new Map(ids.map((id, i) => [id, loads[i] ?? 0])),
    waiting: cases.map(({ out, wanted }, i) => ({
      itemId: `case-${String(i).padStart(3, '0')}`,
      eligible: ids.filter((_, n) => !out.includes(n)),
      wanted,
    })),
  };
};

describe('who gets which review', () => {
  test('only those who may, each once a case; nobody where too few may', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { waiting, before, seed } = setUp(situation);
        const given = giveReviews(waiting, before, seed);
        expect(given.map(({ itemId }) => itemId).sort()).toEqual(waiting.map(({ itemId }) => itemId).sort());
        for (const { itemId, seats } of given) {
          const { eligible = [], wanted = 0 } = waiting.find((one) => one.itemId === itemId) ?? {};
          expect(seats.length).toBe(eligible.length < wanted ? 0 : wanted);
          expect(new Set(seats.map(({ reviewerId }) => reviewerId)).size).toBe(seats.length);
          for (const { reviewerId } of seats) expect(eligible).toContain(reviewerId);
        }
      }),
    );
  });

  test('whenever a review is given, nobody who may review the case has fewer and is passed over', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { waiting, before, seed } = setUp(situation);
        const load = new Map(before);
        for (const { itemId, seats } of giveReviews(waiting, before, seed)) {
          const chosen = seats.map(({ reviewerId }) => reviewerId);
          const most = Math.max(-1, ...seats.map(({ loadBefore }) => loadBefore));
          for (const { reviewerId, loadBefore } of seats) expect(loadBefore).toBe(load.get(reviewerId));
          for (const id of waiting.find((one) => one.itemId === itemId)?.eligible ?? [])
            if (seats.length > 0 && !chosen.includes(id)) expect(load.get(id)).toBeGreaterThanOrEqual(most);
          for (const { reviewerId, loadBefore } of seats) load.set(reviewerId, loadBefore + 1);
        }
      }),
    );
  });

  test('where everybody may review everything, nobody has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 40 }), (people, cases) => {
        const eligible = Array.from({ length: people }, (_, i) => `r${i}`);
        const waiting = Array.from({ length: cases }, (_, i) => ({ itemId: `case-${i}`, eligible, wanted: 2 }));
        const counts = new Map(eligible.map((id) => [id, 0]));
        for (const { seats } of giveReviews(waiting, new Map(), 'seed'))
          for (const { reviewerId } of seats) counts.set(reviewerId, (counts.get(reviewerId) ?? 0) + 1);
        const all = [...counts.values()];
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the same records give the same reviewers, in whatever order they come; another seed gives others', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { waiting, before, seed } = setUp(situation);
        const turned = waiting.map((one) => ({ ...one, eligible: [...one.eligible].reverse() })).reverse();
        expect(giveReviews(turned, before, seed)).toEqual(giveReviews(waiting, before, seed));
      }),
    );
    const eligible = Array.from({ length: 20 }, (_, i) => `r${i}`);
    const first = (seed: string) =>
      giveReviews([{ itemId: 'c', eligible, wanted: 2 }], new Map(), seed)[0]?.seats.map((s) => s.reviewerId);
    expect(first('a')).not.toEqual(first('b'));
  });
});
