import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causes, groups } from '../schema.ts';
import { day } from '../testing/some-facts.ts';
import { applyChanges } from './apply-changes.ts';
import { compareLaw } from './compare-law.ts';
import { conditionWords, together } from './condition-words.ts';
import type { Difference, Lens } from './difference.ts';
import { compileLaw } from './law.ts';
import { lawOnFile, packsOnFile } from './on-file.ts';
import { packInWords } from './pack-words.ts';

const law = lawOnFile();
const compare = (from: string, to: string, lens: Partial<Lens> = {}) => {
  const found = compareLaw({ law, on: from }, { law, on: to }, { region: '530521', ...lens });
  if (found === undefined) throw new Error('no law');
  return found;
};
const part = (from: string, to: string, name: string, lens: Partial<Lens> = {}): readonly Difference[] =>
  compare(from, to, lens).parts.find((one) => one.part === name)?.differences ?? [];
const about = (differences: readonly Difference[], zh: string) =>
  differences.find(({ subject }) => subject.zh.includes(zh));

describe('what changed for a migrant worker between December 2017 and today', () => {
  const [from, to] = ['2017-12-18', '2026-11-26'];
  const lens = { group: 'migrantWorker', cause: 'labourPay' } as const;

  test('another national instrument, and the answer to a claim for pay', () => {
    const { before, after } = compare(from, to, lens);
    expect([before.national.key, before.layers.map(({ key }) => key)]).toEqual([
      'reg-2003',
      ['yn-2010', 'yn-opinion-2016'],
    ]);
    expect([after.national.key, after.layers.map(({ key }) => key)]).toEqual(['law-2021', ['yn-2026']]);
    expect([before.specimen?.outcome, before.specimen?.missing]).toEqual(['needsInformation', ['/household']]);
    expect([after.specimen?.outcome, after.specimen?.route]).toEqual(['eligible', 'verificationWaived']);
  });

  test('means are no longer verified, by article 42(3)', () => {
    expect(part(from, to, 'waiver', lens)).toMatchObject([
      { kind: 'began', before: [], after: [{ citation: '《法律援助法》第四十二条第三项', verified: true }] },
    ]);
  });

  test('the claim stays in scope under another article', () => {
    expect(part(from, to, 'scope', lens)).toMatchObject([
      {
        kind: 'moved',
        before: [{ citation: '《法律援助条例》第十条第一款第五项' }],
        after: [{ citation: '《法律援助法》第三十一条第五项' }],
      },
    ]);
  });

  test('nothing of crime is told to someone who claims pay', () => {
    expect(part(from, to, 'duty', lens)).toEqual([]);
    expect(part(from, to, 'duty').length).toBeGreaterThan(5);
  });

  test('the decision is due in seven days, no longer in seven working days', () => {
    expect(about(part(from, to, 'clocks'), '审查并作出决定')).toMatchObject({
      kind: 'changed',
      before: [{ text: { zh: '7 个工作日', en: '7 working days' } }],
      after: [{ text: { zh: '7 日', en: '7 days' } }],
    });
  });

  test('the line of hardship moved, and both figures are told to be unverified', () => {
    const rural = about(part(from, to, 'means'), '农村居民');
    expect(rural).toMatchObject({ kind: 'changed', before: [{ verified: false }], after: [{ verified: false }] });
    expect(rural?.before[0]?.text.zh).toContain('9,020.00 元的二分之一');
  });
});

test('what the opinion of 2016 had added is told to have ended', () => {
  const scope = part('2017-12-18', '2026-11-26', 'scope');
  expect(about(scope, '婚姻家庭')).toMatchObject({ kind: 'ended', after: [] });
  expect(about(scope, '英雄烈士')).toMatchObject({ kind: 'began', before: [] });
});

test('the tariff was raised on the first day of 2017', () => {
  expect(about(part('2016-12-31', '2017-01-01', 'tariff'), '民事代理')).toMatchObject({
    kind: 'changed',
    before: [{ text: { zh: '民事、行政案件每件 400 至 800 元' } }],
    after: [{ text: { zh: '民事、行政案件每件 600 至 1500 元' } }],
  });
});

test('an approved change is told against the law of the files, on one and the same day', () => {
  const changed = applyChanges(packsOnFile(), [
    {
      figure: 'promise',
      key: 'promises-baoshan.decide',
      value: { amount: 2 },
      effectiveFrom: '2027-01-01',
      verified: true,
      source: '保司通〔2026〕12号',
    },
  ]);
  if (!changed.ok) throw new Error('refused');
  const on = '2027-01-01';
  const found = compareLaw({ law, on }, { law: compileLaw(changed.value), on }, { region: '530521' });
  const differing = found?.parts.flatMap(({ differences }) => differences.filter(({ kind }) => kind !== 'same'));
  expect(differing).toMatchObject([{ kind: 'changed', after: [{ text: { zh: '2 个工作日' }, verified: true }] }]);
});

test('there is nothing to compare with a day before the first law', () => {
  expect(compareLaw({ law, on: '2003-08-31' }, { law, on: '2026-01-01' }, { region: '530521' })).toBeUndefined();
});

describe('for any two days and any eyes', () => {
  const lens = fc.record({
    group: fc.option(fc.constantFrom(...groups), { nil: undefined }),
    cause: fc.option(fc.constantFrom(...causes), { nil: undefined }),
  });
  const anyDay = day('2003-09-01', '2030-12-31');

  test('a day compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(anyDay, lens, (on, eyes) => {
        for (const { differences } of compare(on, on, eyes).parts) {
          expect(differences.filter(({ kind }) => kind !== 'same')).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('turned round, what began has ended, and both sides change places', () => {
    fc.assert(
      fc.property(anyDay, anyDay, lens, (from, to, eyes) => {
        const turned = { began: 'ended', ended: 'began', changed: 'changed', moved: 'moved', same: 'same' } as const;
        const sides = (d: Difference, back: boolean) =>
          JSON.stringify(back ? [turned[d.kind], d.after, d.before] : [d.kind, d.before, d.after]);
        const there = compare(from, to, eyes).parts.flatMap(({ differences }) =>
          differences.map((d) => sides(d, false)),
        );
        const back = compare(to, from, eyes).parts.flatMap(({ differences }) => differences.map((d) => sides(d, true)));
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('a pack in words', () => {
  test('every rule and figure of every pack is told in both languages, with no slot left open', () => {
    for (const pack of packsOnFile()) {
      const told = packInWords(pack);
      const figures = [
        told.multipliers,
        told.clocks,
        told.promises,
        told.standards,
        told.bands,
        told.additions,
        told.deductions,
      ].flat();
      const rules = told.rules.flatMap((group) => group.rules);
      expect(rules.length + told.multipliers.length).toBe(pack.rules?.length ?? 0);
      for (const { zh, en } of [
        ...rules.flatMap(({ text, conditions }) => [text, ...conditions]),
        ...figures.flatMap(({ label, words }) => [label, words]),
      ]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[^\p{Script=Han}{}]+$/u);
      }
    }
  });

  test('a condition is told from its data', () => {
    expect(
      together(
        conditionWords({ class: ['civil'], cause: ['labourPay'], groups: ['migrantWorker'], not: { ageUnder: 18 } }),
      ),
    ).toEqual({
      zh: '案件属于民事，事由是请求支付劳动报酬，申请人属于进城务工人员（农民工），但不包括：未满 18 周岁',
      en: expect.stringMatching(/^matter: civil, cause: .*migrant worker, but not: under 18 years old$/),
    });
  });
});
