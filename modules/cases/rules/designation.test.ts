import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handler, matter } from '../testing/handlers.ts';
import type { PartyMatch } from './conflicts.ts';
import { conflictsOf } from './conflicts.ts';
import { decideDesignation, type HandlerInView, rankHandlers } from './designation.ts';
import type { CaseFacts } from './eligibility.ts';
import { mayAct } from './eligibility.ts';
import type { MatterFacts } from './ranking.ts';

const ids = (handlers: HandlerInView[], m = matter) => rankHandlers(handlers, m, []).candidates.map((c) => c.handlerId);

describe('the ranked list', () => {
  test('the field decides between equals', () => {
    expect(ids([handler('a'), handler('b', { specialities: ['labour'] })])).toEqual(['b', 'a']);
  });

  test('less loaded before more loaded', () => {
    expect(ids([handler('a', { openCases: 6 }), handler('b')])).toEqual(['b', 'a']);
  });

  test('nearer before farther, unknown last', () => {
    expect(
      ids([handler('a', { minutes: null }), handler('b', { minutes: 100 }), handler('c', { minutes: 10 })])[0],
    ).toBe('c');
  });

  test('for a girl a woman comes first, and the list says so', () => {
    const ranking = rankHandlers([handler('a'), handler('b', { sex: 'female' })], { ...matter, girl: true }, []);
    expect(ranking.candidates[0]?.handlerId).toBe('b');
    expect(ranking.candidates[0]?.lines.map((l) => l.part)).toContain('womanForGirl');
  });

  test('who speaks the language that the recipient needs comes first, and the list says so for everybody', () => {
    const speaker = handler('b', { languages: ['mandarin', 'jingpo'], openCases: 6 });
    const { candidates } = rankHandlers([handler('a'), speaker], { ...matter, language: 'jingpo' }, []);
    expect(candidates.map((c) => c.handlerId)).toEqual(['b', 'a']);
    expect(candidates.map((c) => c.lines.find((l) => l.part === 'language')?.text.zh)).toEqual([
      '会景颇语，受援人需要',
      '受援人需要景颇语，登记的语言里没有，要另请翻译',
    ]);
    // Nothing was said: nobody gains or loses by it.
    expect(ids([handler('a'), speaker])).toEqual(['a', 'b']);
  });

  test('who served the recipient before is preferred', () => {
    expect(ids([handler('a'), handler('b', { servedBefore: true })])[0]).toBe('b');
  });

  test('well assessed work counts a little; whoever was never drawn loses nothing by it', () => {
    const good = handler('b', { grades: ['excellent', 'excellent', 'good'] });
    const bad = handler('c', { grades: ['fail', 'fail'] });
    expect(ids([handler('a'), good, bad])).toEqual(['b', 'a', 'c']);
    // Less than half of what a nearer place gives.
    expect(ids([handler('a', { minutes: 10 }), { ...good, minutes: 100 }])[0]).toBe('a');
    const { candidates } = rankHandlers([handler('a'), handler('d', { grades: ['pass'] })], matter, []);
    const points = candidates.map(({ lines }) => lines.find((l) => l.part === 'quality')?.points);
    expect(new Set(points).size).toBe(1);
  });

  test('the total is the sum of its parts, each with words in both languages', () => {
    for (const candidate of rankHandlers([handler('a'), handler('b', { minutes: null })], matter, []).candidates) {
      expect(candidate.total).toBeCloseTo(candidate.lines.reduce((sum, l) => sum + l.points, 0));
      for (const { text, points, of } of candidate.lines) {
        expect(text.zh.length * text.en.length).toBeGreaterThan(0);
        expect(points).toBeLessThanOrEqual(of);
        expect(points).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('a schematic distance says so', () => {
    const line = rankHandlers([handler('a')], matter, []).candidates[0]?.lines.find((l) => l.part === 'distance');
    expect(line?.text.zh).toContain('示意');
  });
});

describe('making the designation', () => {
  const ranking = rankHandlers([handler('a'), handler('b'), handler('c', { status: 'suspended' })], matter, []);

  test('the first needs no reason', () => {
    expect(decideDesignation(ranking, 'a', undefined)).toMatchObject({ ok: true });
  });

  test('departing from the order needs a reason', () => {
    expect(decideDesignation(ranking, 'b', undefined)).toEqual({ ok: false, fault: { code: 'case.overrideReason' } });
    expect(decideDesignation(ranking, 'b', '受援人点名')).toMatchObject({ ok: true });
  });

  test('no reason in the world designates who may not act', () => {
    expect(decideDesignation(ranking, 'c', '情况特殊')).toMatchObject({
      ok: false,
      fault: { code: 'case.handlerBarred' },
    });
  });

  test('somebody who is not of this centre', () => {
    expect(decideDesignation(ranking, 'z', undefined)).toEqual({ ok: false, fault: { code: 'case.handlerUnknown' } });
  });

  test('a possible conflict is looked into first', () => {
    const matches: PartyMatch[] = [
      {
        roleHere: 'opponent',
        roleThere: 'recipient',
        caseId: 'c1',
        caseNumber: 'n',
        open: true,
        sameProceeding: false,
        handlerId: 'a',
        agencyId: 'firm-a',
        by: 'name',
        nameLength: 2,
      },
    ];
    const cautious = rankHandlers([handler('a')], matter, matches);
    expect(decideDesignation(cautious, 'a', undefined)).toEqual({ ok: false, fault: { code: 'case.cautionReason' } });
    expect(decideDesignation(cautious, 'a', '核对过身份证，不是同一人')).toMatchObject({ ok: true });
  });
});

const anyHandler = fc.record({
  id: fc.integer({ min: 0, max: 9 }).map(String),
  kind: fc.constantFrom('lawyer', 'basicLegalServiceWorker', 'centreStaff'),
  status: fc.constantFrom('active', 'suspended', 'left'),
  licenceNumber: fc.constantFrom(null, '15305201010000001'),
  licensedFrom: fc.constantFrom(null, '2012-05-01', '2026-11-25'),
  criminalDefenceSince: fc.constantFrom(null, '2014-03-01', '2025-01-01'),
  trainedForMinors: fc.boolean(),
  paidByTreasury: fc.boolean(),
  declinedBefore: fc.boolean(),
  openCases: fc.nat(30),
  minutes: fc.option(fc.nat(300)),
  weight: fc.nat(5),
  designatedSince: fc.nat(50),
  ownFirm: fc.boolean(),
  agencyId: fc.constantFrom('f0', 'f1', 'f2'),
  languages: fc.subarray(['mandarin', 'dai', 'lisu', 'signLanguage']),
}) as fc.Arbitrary<Partial<HandlerInView> & { id: string }>;

const anyMatch = fc.record({
  roleHere: fc.constantFrom('recipient', 'opponent', 'coDefendant'),
  roleThere: fc.constantFrom('recipient', 'opponent', 'coDefendant'),
  caseId: fc.constantFrom('c1', 'c2'),
  caseNumber: fc.constant('n'),
  open: fc.boolean(),
  sameProceeding: fc.boolean(),
  handlerId: fc.integer({ min: 0, max: 9 }).map(String),
  agencyId: fc.constantFrom('f0', 'f1', 'f2'),
  by: fc.constantFrom('identity', 'name'),
  nameLength: fc.constantFrom(2, 12),
}) as fc.Arbitrary<PartyMatch>;

const anyMatter = fc.record({
  aidForm: fc.constantFrom('criminalDefence', 'criminalRepresentation', 'litigationRepresentation'),
  recipientMinor: fc.boolean(),
  criminal: fc.constantFrom(
    null,
    { stage: 'deathPenaltyReview', role: 'suspectOrDefendant' },
    { stage: 'investigation', role: 'suspectOrDefendant', lifeOrDeathPossible: true },
    { stage: 'firstInstance', role: 'victim' },
  ),
  girl: fc.boolean(),
}) as fc.Arbitrary<Partial<CaseFacts & MatterFacts>>;

describe('in the long run', () => {
  test('nobody who may not act can ever be designated, whatever the reason given', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyHandler, { selector: (h) => h.id, maxLength: 10 }),
        fc.array(anyMatch, { maxLength: 8 }),
        anyMatter,
        fc.option(fc.string(), { nil: undefined }),
        (drawn, matches, over, reason) => {
          const handlers = drawn.map((h) => handler(h.id, h));
          const m = { ...matter, ...over };
          const ranking = rankHandlers(handlers, m, matches);
          // Everybody is on exactly one of the two lists.
          expect([...ranking.candidates, ...ranking.barred].map((x) => x.handlerId).sort()).toEqual(
            handlers.map((h) => h.id).sort(),
          );
          for (const h of handlers) {
            const reasons = mayAct(h, m, conflictsOf(h, matches));
            const designatable = decideDesignation(ranking, h.id, reason).ok;
            if (reasons.length > 0) expect(designatable).toBe(false);
          }
          for (const barred of ranking.barred) expect(barred.reasons.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('other things being equal, the first of the list keeps every share within one case of the ideal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const counts = weights.map(() => 0);
        const sum = weights.reduce((a, b) => a + b, 0);
        for (let given = 1; given <= 2 * sum; given++) {
          const handlers = weights.map((weight, i) =>
            handler(String(i).padStart(2, '0'), { weight, designatedSince: counts[i] ?? 0 }),
          );
          const ranking = rankHandlers(handlers, matter, []);
          const first = ranking.candidates[0];
          expect(first && decideDesignation(ranking, first.handlerId, undefined).ok).toBe(true);
          const chosen = Number(first?.handlerId);
          counts[chosen] = (counts[chosen] ?? 0) + 1;
          counts.forEach((count, i) => {
            expect(Math.abs(count - (given * (weights[i] ?? 0)) / sum)).toBeLessThan(1);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
