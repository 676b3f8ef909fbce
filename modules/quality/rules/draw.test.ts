import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSample, type FrameCase, hashOfFrame, numberWanted, ticketOf, type Wanted } from './draw.ts';

const frames = fc
  .array(
    fc.record({
      handler: fc.nat(12),
      class: fc.constantFrom('civil', 'criminal'),
      always: fc.constantFrom(null, null, null, null, 'dissatisfied' as const, 'upheldComplaint' as const),
    }),
    { maxLength: 150 },
  )
  .map((cases) =>
    cases.map(
      ({ handler, class: kind, always }, i): FrameCase => ({
        caseId: `case-${String(i).padStart(4, '0')}`,
        class: kind,
        handlerId: handler === 0 ? null : `handler-${handler}`,
        always,
      }),
    ),
  );
const wanteds: fc.Arbitrary<Wanted> = fc.oneof(
  fc.record({ basis: fc.constant('percent' as const), amount: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ basis: fc.constant('count' as const), amount: fc.integer({ min: 1, max: 200 }) }),
);
const seeds = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const cases = fc.tuple(frames, wanteds, seeds);

const many = (handler: string, n: number): FrameCase[] =>
  Array.from({ length: n }, (_, i) => ({
    caseId: `${handler}-${i}`,
    class: 'civil',
    handlerId: handler,
    always: null,
  }));

describe('the draw', () => {
  test('the same seed and frame give the same sample, however the frame is ordered', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ([frame, wanted, seed], turn) => {
        const cut = frame.length === 0 ? 0 : turn % frame.length;
        const turned = [...frame.slice(cut), ...frame.slice(0, cut)].reverse();
        expect(drawSample(turned, wanted, seed)).toEqual(drawSample(frame, wanted, seed));
        expect(hashOfFrame(turned)).toBe(hashOfFrame(frame));
      }),
    );
  });

  test('every stratum is less than a case away from what it is due, and never gives more than it has', () => {
    fc.assert(
      fc.property(cases, ([frame, wanted, seed]) => {
        for (const { size, due, taken } of drawSample(frame, wanted, seed).strata) {
          expect(Math.abs(100 * taken - due)).toBeLessThanOrEqual(100);
          expect(taken).toBeLessThanOrEqual(size);
        }
      }),
    );
  });

  test('where nobody is too small for a case of their own, what is due is the plain share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 1, maxLength: 8 }), seeds, (sizes, seed) => {
        const frame = sizes.flatMap((size, i) => many(`h${i}`, size));
        const wanted = { basis: 'percent', amount: 20 } as const;
        const n = numberWanted(wanted, frame.length);
        for (const { size, taken } of drawSample(frame, wanted, seed).strata) {
          expect(Math.abs(taken - (n * size) / frame.length)).toBeLessThan(1);
        }
      }),
    );
  });

  test('as many are drawn as are wanted, no case twice, and those taken in any event are all there', () => {
    fc.assert(
      fc.property(cases, ([frame, wanted, seed]) => {
        const { sample } = drawSample(frame, wanted, seed);
        const always = frame.filter((one) => one.always !== null);
        const drawn = sample.filter(({ why }) => why === 'drawn');
        expect(drawn.length).toBe(numberWanted(wanted, frame.length - always.length));
        expect(new Set(sample.map(({ caseId }) => caseId)).size).toBe(sample.length);
        expect(sample.filter(({ why }) => why !== 'drawn').map(({ caseId }) => caseId)).toEqual(
          always.map(({ caseId }) => caseId),
        );
      }),
    );
  });

  test('every handler with a case is in the sample where the number allows', () => {
    fc.assert(
      fc.property(cases, ([frame, wanted, seed]) => {
        const { sample, strata } = drawSample(frame, wanted, seed);
        const n = sample.filter(({ why }) => why === 'drawn').length;
        if (n >= strata.length) for (const { taken } of strata) expect(taken).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('one busy handler does not crowd out nine with a single case', () => {
    const frame = [...many('busy', 91), ...Array.from({ length: 9 }, (_, i) => many(`h${i}`, 1)).flat()];
    const { strata } = drawSample(frame, { basis: 'count', amount: 12 }, 'seed');
    expect(strata.find(({ key }) => key === 'busy')).toEqual({ key: 'busy', size: 91, due: 300, taken: 3 });
    expect(strata.filter(({ taken }) => taken === 1)).toHaveLength(9);
  });

  test('who is taken of a handler’s cases is whoever has the lowest tickets', () => {
    const frame = many('h', 20);
    const { sample } = drawSample(frame, { basis: 'count', amount: 4 }, 'seed');
    const tickets = frame.map(({ caseId }) => ticketOf('seed', caseId)).sort();
    expect(sample.map(({ ticket }) => ticket)).toEqual(tickets.slice(0, 4));
    expect(sample.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  });

  test('another seed draws others, and another case changes the hash of the frame', () => {
    const frame = many('h', 200);
    const wanted = { basis: 'count', amount: 10 } as const;
    const ids = (seed: string) => drawSample(frame, wanted, seed).sample.map(({ caseId }) => caseId);
    expect(ids('a')).not.toEqual(ids('b'));
    expect(hashOfFrame(frame)).not.toBe(hashOfFrame(many('h', 201)));
  });

  test('a percentage is rounded up; a count is at most what there is', () => {
    expect(numberWanted({ basis: 'percent', amount: 5 }, 21)).toBe(2);
    expect(numberWanted({ basis: 'percent', amount: 5 }, 0)).toBe(0);
    expect(numberWanted({ basis: 'count', amount: 30 }, 21)).toBe(21);
  });
});
