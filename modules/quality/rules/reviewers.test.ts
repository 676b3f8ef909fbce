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
  /** The unit of each person. */
  units: fc.array(fc.constantFrom('north', 'south', 'east', 'west'), { minLength: 1, maxLength: 12 }),
  loads: fc.array(fc.nat(6), { minLength: 12, maxLength: 12 }),
  cases: fc.array(
    fc.record({
      out: fc.uniqueArray(fc.nat(11), { maxLength: 6 }),
      beside: fc.subarray(['north', 'south']),
      wanted: fc.constantFrom(1, 2, 2, 2),
    }),
    { maxLength: 40 },
  ),
  seed: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 8 }),
});

const setUp = ({ units, loads, cases, seed }: typeof situations extends fc.Arbitrary<infer T> ? T : never) => {
  const people = units.map((unit, i) => ({ id: `r${i}`, unit }));
  return {
    seed,
    before: new Map(people.map(({ id }, i) => [id, loads[i] ?? 0])),
    waiting: cases.map(({ out, beside, wanted }, i) => ({
      itemId: `case-${String(i).padStart(3, '0')}`,
      eligible: people.filter((_, n) => !out.includes(n)),
      beside,
      wanted,
    })),
  };
};
/** So many people, each of a unit of their own. */
const strangers = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `r${i}`, unit: `unit-${i}` }));

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
          for (const { reviewerId } of seats) expect(eligible.map(({ id }) => id)).toContain(reviewerId);
        }
      }),
    );
  });

  test('no two of one unit while anybody of another may; where nobody may, it is said', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { waiting, before, seed } = setUp(situation);
        for (const { itemId, seats } of giveReviews(waiting, before, seed)) {
          const { eligible = [], beside = [] } = waiting.find((one) => one.itemId === itemId) ?? {};
          const unitOf = new Map(eligible.map(({ id, unit }) => [id, unit]));
          const taken = new Set<string | undefined>(beside);
          for (const { reviewerId, colleague } of seats) {
            expect(colleague).toBe(taken.has(unitOf.get(reviewerId)));
            if (colleague) expect(eligible.filter(({ unit }) => !taken.has(unit))).toEqual([]);
            taken.add(unitOf.get(reviewerId));
          }
        }
      }),
    );
  });

  test('whenever a review is given, nobody who may and is as far apart has fewer and is passed over', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { waiting, before, seed } = setUp(situation);
        const load = new Map(before);
        for (const { itemId, seats } of giveReviews(waiting, before, seed)) {
          const { eligible = [], beside = [] } = waiting.find((one) => one.itemId === itemId) ?? {};
          const seated = new Set<string>();
          const taken = new Set<string>(beside);
          for (const { reviewerId, loadBefore, colleague } of seats) {
            expect(loadBefore).toBe(load.get(reviewerId));
            for (const { id, unit } of eligible)
              if (!seated.has(id) && taken.has(unit) === colleague)
                expect(load.get(id)).toBeGreaterThanOrEqual(loadBefore);
            seated.add(reviewerId);
            taken.add(eligible.find(({ id }) => id === reviewerId)?.unit ?? '');
          }
          for (const { reviewerId, loadBefore } of seats) load.set(reviewerId, loadBefore + 1);
        }
      }),
    );
  });

  test('where everybody may review everything and nobody is a colleague, nobody has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 40 }), (people, cases) => {
        const eligible = strangers(people);
        const waiting = Array.from({ length: cases }, (_, i) => ({
          itemId: `case-${i}`,
          eligible,
          beside: [],
          wanted: 2,
        }));
        const counts = new Map(eligible.map(({ id }) => [id, 0]));
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
    const eligible = strangers(20);
    const first = (seed: string) =>
      giveReviews([{ itemId: 'c', eligible, beside: [], wanted: 2 }], new Map(), seed)[0]?.seats.map(
        (s) => s.reviewerId,
      );
    expect(first('a')).not.toEqual(first('b'));
  });
});
