import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lawOnFile, packsOnFile } from '../law/on-file.ts';
import { assess } from '../rules/assess.ts';
import type { Facts } from '../schema.ts';
import { household, someFacts } from '../testing/some-facts.ts';
import { isAid, judgeAgain } from './judge-again.ts';
import { lawToTry } from './law-to-try.ts';

const present = lawOnFile();
const trial = (changes: readonly unknown[], from = '2026-01-01') => {
  const tried = lawToTry(packsOnFile(), { changes, drafts: [], from });
  if (!tried.ok) throw new Error(JSON.stringify(tried.faults));
  return tried.value.law;
};
const multiplier = (key: string, fraction: readonly [number, number]) => ({
  figure: 'multiplier',
  key,
  value: { fraction },
});
const stored = (facts: Facts) => {
  const { outcome, route } = assess(facts);
  return { facts, outcome, route };
};

/** A woman in town whose household has `perHead` fen a head and year; nothing but means is in question. */
const inTown = (perHead: number): Facts => ({
  receivedOn: '2026-03-02',
  region: '530521',
  matter: { class: 'civil', cause: 'trafficInjury' },
  applicant: { birthDate: '1985-05-05', residence: 'urban', groups: ['woman'] },
  household: { members: 2, annualIncome: perHead * 2, applicantAnnualIncome: perHead },
});
const base = present.standards.find('530521', 'urban', '2026-03-02')?.perCapitaAnnual ?? 0;

describe('the line of the towns goes from twice to two and a half times the allowance', () => {
  const changed = trial([multiplier('means-baoshan.urban', [5, 2])]);
  test.each([
    ['within the old line', base * 2, 'same'],
    ['a fen above the old line', base * 2 + 1, 'otherwise'],
    ['exactly at the new line', base * 2.5, 'otherwise'],
    ['a fen above the new line', base * 2.5 + 1, 'same'],
  ] as const)('%s', (_, perHead, kind) => {
    expect(judgeAgain(stored(inTown(perHead)), { present, changed }).kind).toBe(kind);
  });

  test('who gains is told by which rule, and not by anybody’s income', () => {
    const judged = judgeAgain(stored(inTown(base * 2 + 100)), { present, changed });
    expect(judged).toMatchObject({
      kind: 'otherwise',
      direction: 'gains',
      after: { outcome: 'eligible', route: 'meansTested' },
      reason: { rule: 'law-2021.34', met: true },
    });
    const text = judged.kind === 'otherwise' ? judged.reason.text.zh : '';
    expect(text).toBe(
      '人均线由 17,880.00 元变为 22,350.00 元（最低生活保障标准 8,940.00 元的 2.5 倍，标准待核实），人均年收入未超过新的标准。',
    );
    const income = ((base * 2 + 100) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    expect(text).not.toContain(income);
  });

  test('before its first day, in the countryside and elsewhere nothing changes', () => {
    const gainer = inTown(base * 2 + 1);
    expect(judgeAgain(stored({ ...gainer, receivedOn: '2025-12-31' }), { present, changed }).kind).toBe('same');
    const rural = { ...gainer, applicant: { ...gainer.applicant, residence: 'rural' as const } };
    expect(judgeAgain(stored(rural), { present, changed }).kind).toBe('same');
    expect(judgeAgain(stored({ ...gainer, region: '530102' }), { present, changed }).kind).toBe('same');
  });

  test('an answer that the law as it stands would not give any more is no doing of the change', () => {
    const facts = inTown(base * 2);
    expect(judgeAgain({ facts, outcome: 'ineligible', route: 'meansTested' }, { present, changed }).kind).toBe(
      'drifted',
    );
  });
});

test('a stricter line takes aid away, and says so', () => {
  const changed = trial([multiplier('means-baoshan.urban', [3, 2])]);
  expect(judgeAgain(stored(inTown(base * 2)), { present, changed })).toMatchObject({
    kind: 'otherwise',
    direction: 'loses',
    after: { outcome: 'ineligible' },
    reason: { met: false },
  });
});

test('one county’s own figure moves that county alone', () => {
  const change = {
    figure: 'standard',
    region: '530521',
    residence: 'urban',
    value: { basis: 'subsistenceAllowance', perCapitaAnnual: base + 1000 },
  };
  const changed = trial([change]);
  const facts = inTown(base * 2 + 1);
  expect(judgeAgain(stored(facts), { present, changed })).toMatchObject({ kind: 'otherwise', direction: 'gains' });
  expect(judgeAgain(stored({ ...facts, region: '530502' }), { present, changed }).kind).toBe('same');
});

describe('one township’s own figure', () => {
  const perCapitaAnnual = base + 1000;
  const change = {
    figure: 'standard',
    region: '530521101',
    residence: 'urban',
    value: { basis: 'subsistenceAllowance', perCapitaAnnual },
  };
  const tried = lawToTry(packsOnFile(), { changes: [change], drafts: [], from: '2026-01-01' });
  if (!tried.ok) throw new Error('faulty');
  const laws = { present, changed: tried.value.law, townships: tried.value.townships };
  const facts = inTown(base * 2 + 1);
  test.each([
    ['who lives in a village of it', '530521101005', 'otherwise'],
    ['who lives next door', '530521102', 'same'],
    ['whose place is not on file', undefined, 'same'],
  ] as const)('%s', (_, home, kind) => {
    expect(judgeAgain({ ...stored(facts), home }, laws).kind).toBe(kind);
  });
  test('another county’s centre goes by its own place', () => {
    expect(judgeAgain({ ...stored({ ...facts, region: '530502' }), home: '530521101' }, laws).kind).toBe('same');
  });
});

describe('for any facts', () => {
  const runs = { numRuns: 1000 };
  const unchanged = trial([multiplier('means-baoshan.urban', [2, 1]), multiplier('means-baoshan.rural', [1, 2])]);
  const wider = trial(
    [multiplier('means-baoshan.urban', [5, 2]), multiplier('means-baoshan.rural', [3, 5])],
    '2017-01-01',
  );

  test('a law that says the same changes nobody', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(judgeAgain(stored(facts), { present, changed: unchanged }).kind).toBe('same');
      }),
      runs,
    );
  });

  test('a higher fraction never takes aid from anyone', () => {
    fc.assert(
      fc.property(someFacts, household, (facts, home) => {
        const asked = { ...facts, household: JSON.parse(JSON.stringify(home)) as NonNullable<Facts['household']> };
        const was = stored(asked);
        const judged = judgeAgain(was, { present, changed: wider });
        expect(judged.kind === 'otherwise' ? judged.direction : 'gains').toBe('gains');
        if (isAid(was.outcome)) expect(['same', 'rerouted']).toContain(judged.kind);
      }),
      runs,
    );
  });
});

describe('what a trial may not ask', () => {
  const faults = (changes: readonly unknown[], drafts: readonly string[] = []) => {
    const tried = lawToTry(packsOnFile(), { changes, drafts, from: '2026-01-01' });
    return tried.ok ? [] : tried.faults.map(({ pointer, code }) => [pointer, code]);
  };
  test('a figure that no pack holds, a draft that is none, a shape that is none: each at its field', () => {
    expect(faults([multiplier('means-baoshan.urban', [5, 2]), multiplier('means-nowhere.urban', [5, 2])])).toEqual([
      ['/changes/1/key', 'unknownFigure'],
    ]);
    expect(faults([], ['law-2021'])).toEqual([['/drafts/0', 'unknownDraft']]);
    expect(faults(['2.5'])[0]?.[0]).toBe('/changes/0');
    expect(faults([multiplier('means-baoshan.urban', [5, 0])])).toEqual([['/changes/0/value/fraction/1', 'tooSmall']]);
  });
});

test('a draft is law in a trial that names it, and in no other', () => {
  const draft = {
    key: 'draft-dibao-three',
    layer: 'figures' as const,
    title: { zh: '三倍草案', en: 'Three times' },
    cite: { zh: '三倍草案', en: 'Three times' },
    jurisdiction: '530521',
    effectiveFrom: '2026-01-01',
    verified: false,
    draft: true as const,
    source: '征求意见稿',
    rules: [
      {
        key: 'draft-dibao-three.urban',
        effect: 'multiplier' as const,
        basis: 'subsistenceAllowance' as const,
        fraction: [3, 1] as [number, number],
        when: { residence: ['urban' as const] },
        text: { zh: '城镇居民按{fraction}。', en: '{fraction}.' },
      },
    ],
  };
  const packs = [...packsOnFile(), draft];
  const facts = inTown(base * 3);
  const named = lawToTry(packs, { changes: [], drafts: [draft.key], from: '2026-01-01' });
  const unnamed = lawToTry(packs, { changes: [], drafts: [], from: '2026-01-01' });
  if (!named.ok || !unnamed.ok) throw new Error('faulty');
  expect(judgeAgain(stored(facts), { present, changed: named.value.law })).toMatchObject({ direction: 'gains' });
  expect(judgeAgain(stored(facts), { present, changed: unnamed.value.law }).kind).toBe('same');
});
