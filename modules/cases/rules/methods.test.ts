import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designationMethods } from '../schema.ts';
import { handler, matter } from '../testing/handlers.ts';
import type { PartyMatch } from './conflicts.ts';
import { conflictsOf } from './conflicts.ts';
import { type HandlerInView, rankHandlers } from './designation.ts';
import type { CaseFacts } from './eligibility.ts';
import { mayAct } from './eligibility.ts';
import { decideByMethod, firmsFor, methods, offeredTo } from './methods.ts';
import type { MatterFacts } from './ranking.ts';

const likeName = (handlerId: string): PartyMatch => ({
  roleHere: 'opponent',
  roleThere: 'recipient',
  caseId: 'c1',
  caseNumber: 'n',
  open: true,
  sameProceeding: false,
  handlerId,
  agencyId: `firm-${handlerId}`,
  by: 'name',
  nameLength: 2,
});

describe('each method by its own rule', () => {
  // The turn is with a, who has had least; b fits the field and stands first.
  const a = handler('a');
  const b = handler('b', { specialities: ['labour'], designatedSince: 1, agencyId: 'firm-x' });
  const s = handler('s', { kind: 'centreStaff', ownFirm: false, agencyId: 'centre', designatedSince: 4 });
  const ranking = rankHandlers([a, b, s, handler('z', { status: 'suspended', agencyId: 'firm-x' })], matter, []);
  const decide = (choice: Parameters<typeof decideByMethod>[1]) => {
    const decision = decideByMethod(ranking, choice);
    return decision.ok ? 'ok' : decision.fault.code;
  };

  test('the ranking and the turn may name two different people', () => {
    expect(ranking.candidates[0]?.handlerId).toBe('b');
    expect(ranking.candidates.find((c) => c.turn === 0)?.handlerId).toBe('a');
  });

  test.each([
    ['direct', 'b', {}, 'ok'],
    ['direct', 'a', {}, 'case.overrideReason'],
    ['direct', 'a', { reason: '就近' }, 'ok'],
    ['turn', 'a', {}, 'ok'],
    ['turn', 'b', {}, 'case.notTheirTurn'],
    ['turn', 'b', { reason: '专长相符' }, 'case.notTheirTurn'],
    ['choice', 'a', {}, 'case.wishMissing'],
    ['choice', 'a', { wished: true }, 'ok'],
    ['inHouse', 's', {}, 'ok'],
    ['inHouse', 'b', { reason: '本所可以' }, 'case.methodKind'],
    ['firm', 'b', { firmId: 'firm-x' }, 'ok'],
    ['firm', 'a', { firmId: 'firm-x' }, 'case.notOfFirm'],
    ['firm', 's', { firmId: 'centre' }, 'case.methodKind'],
    ['offer', 'a', {}, 'ok'],
  ] as const)('%s of %s with %j: %s', (method, handlerId, more, expected) => {
    expect(decide({ method, handlerId, ...more })).toBe(expected);
  });

  test('no method in the world reaches the suspended', () => {
    for (const method of designationMethods)
      expect(decide({ method, handlerId: 'z', reason: '特殊', wished: true, firmId: 'firm-x' })).toBe(
        'case.handlerBarred',
      );
  });

  test('a like name is looked into by a person, so nothing is offered to whom it concerns', () => {
    const cautious = rankHandlers([a, b], matter, [likeName('a')]);
    expect(offeredTo(cautious).map((c) => c.handlerId)).toEqual(['b']);
    const taken = decideByMethod(cautious, { method: 'offer', handlerId: 'a', reason: '不是同一人' });
    expect(taken).toEqual({ ok: false, fault: { code: 'case.notOffered' } });
    const wished = decideByMethod(cautious, { method: 'choice', handlerId: 'a', wished: true });
    expect(wished).toEqual({ ok: false, fault: { code: 'case.cautionReason' } });
  });

  test('firms are those with somebody fit, the best placed first, and none that gave the case back', () => {
    expect(firmsFor(ranking, [])).toEqual([
      { agencyId: 'firm-x', fit: 1, bestRank: 1 },
      { agencyId: 'firm-a', fit: 1, bestRank: 2 },
    ]);
    expect(firmsFor(ranking, ['firm-x']).map((f) => f.agencyId)).toEqual(['firm-a']);
  });

  test('every method says in both languages what it does, and what it rests on', () => {
    for (const method of designationMethods) {
      const { zh, en, does, citation } = methods[method];
      for (const words of [{ zh, en }, does])
        expect(`${words.zh}/${words.en}`).toMatch(/\p{Script=Han}.*\/[\x20-\x7e’]+$/u);
      expect(citation).toMatch(/第.+条/);
    }
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
  replacedBefore: fc.boolean(),
  refusedBefore: fc.boolean(),
  weight: fc.nat(5),
  designatedSince: fc.nat(50),
  ownFirm: fc.boolean(),
  agencyId: fc.constantFrom('f0', 'f1', 'f2'),
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
  aidForm: fc.constantFrom('criminalDefence', 'litigationRepresentation'),
  recipientMinor: fc.boolean(),
  criminal: fc.constantFrom(null, { stage: 'deathPenaltyReview', role: 'suspectOrDefendant' }),
}) as fc.Arbitrary<Partial<CaseFacts & MatterFacts>>;

describe('in the long run', () => {
  test('nobody conflicted, unlicensed, suspended or unqualified is designated, by whatever method and whatever is said', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyHandler, { selector: (h) => h.id, maxLength: 10 }),
        fc.array(anyMatch, { maxLength: 8 }),
        anyMatter,
        fc.constantFrom(...designationMethods),
        fc.option(fc.string(), { nil: undefined }),
        fc.boolean(),
        fc.constantFrom('f0', 'f1', 'f2'),
        (drawn, matches, over, method, reason, wished, firmId) => {
          const handlers = drawn.map((h) => handler(h.id, h));
          const m = { ...matter, ...over };
          const ranking = rankHandlers(handlers, m, matches);
          const asked = offeredTo(ranking).map((c) => c.handlerId);
          for (const h of handlers) {
            const conflicts = conflictsOf(h, matches);
            const decision = decideByMethod(ranking, { method, handlerId: h.id, reason, wished, firmId });
            if (mayAct(h, m, conflicts).length > 0) {
              expect(decision.ok).toBe(false);
              expect(asked).not.toContain(h.id);
            }
            if (decision.ok && method === 'offer') expect(asked).toContain(h.id);
            if (decision.ok && method === 'firm') expect(h.agencyId).toBe(firmId);
            if (decision.ok) expect(methods[method].kinds).toContain(h.kind);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('by turn alone every share stays within one case of the ideal, whatever else speaks for whom', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ weight: fc.integer({ min: 1, max: 6 }), fits: fc.boolean(), open: fc.nat(20) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (people) => {
          const counts = people.map(() => 0);
          const sum = people.reduce((s, { weight }) => s + weight, 0);
          let far = 0;
          for (let given = 1; given <= 2 * sum; given++) {
            const handlers = people.map(({ weight, fits, open }, i) =>
              handler(String(i).padStart(2, '0'), {
                weight,
                openCases: open,
                specialities: fits ? ['labour'] : [],
                designatedSince: counts[i] ?? 0,
              }),
            );
            const ranking = rankHandlers(handlers, matter, []);
            const next = ranking.candidates.find(
              (c) => decideByMethod(ranking, { method: 'turn', handlerId: c.handlerId }).ok,
            );
            const chosen = Number(next?.handlerId);
            counts[chosen] = (counts[chosen] ?? 0) + 1;
            people.forEach(({ weight }, i) => {
              far = Math.max(far, Math.abs((counts[i] ?? 0) - (given * weight) / sum));
            });
          }
          expect(far).toBeLessThan(1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
