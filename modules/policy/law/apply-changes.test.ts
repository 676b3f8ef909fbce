import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../kernel/crypto/index.ts';
import { addDays } from '../../../kernel/time/index.ts';
import { deadline, promisedDeadline } from '../clocks/deadline.ts';
import { assess } from '../rules/assess.ts';
import { type Facts, type PolicyFault, steps } from '../schema.ts';
import { proposeSubsidy } from '../subsidy/propose-subsidy.ts';
import { day, someFacts } from '../testing/some-facts.ts';
import { applyChanges } from './apply-changes.ts';
import { firstDayOfLaw } from './check-packs.ts';
import { type DatedChange, type FigureChange, figureOf, parseChange } from './figure-change.ts';
import { bandWords } from './figure-words.ts';
import { compileLaw, type Law } from './law.ts';
import { lawOnFile, packsOnFile } from './on-file.ts';
import { subsidyKinds } from './tariff-schema.ts';

const packs = packsOnFile();

function lawWith(...changes: readonly DatedChange[]): Law {
  const changed = applyChanges(packs, changes);
  if (!changed.ok) throw new Error(JSON.stringify(changed.faults));
  return compileLaw(changed.value);
}

function faultsOf(...changes: readonly DatedChange[]): string[] {
  const changed = applyChanges(packs, changes);
  return changed.ok ? [] : changed.faults.map(({ pointer, code }: PolicyFault) => `${pointer} ${code}`);
}

const paper = { verified: true, source: '保司通〔2026〕12号' };
const shorterPromise: FigureChange = {
  figure: 'promise',
  key: 'promises-baoshan.decide',
  value: { amount: 2 },
  effectiveFrom: '2027-01-01',
  ...paper,
};
const higherAllowance: FigureChange = {
  figure: 'standard',
  region: '5305',
  residence: 'urban',
  value: { basis: 'subsistenceAllowance', perCapitaAnnual: 1_000_000 },
  effectiveFrom: '2027-01-01',
  ...paper,
};
const ownStandard: FigureChange = { ...higherAllowance, region: '530521', effectiveTo: '2027-12-31' };
const widerFraction: FigureChange = {
  figure: 'multiplier',
  key: 'means-baoshan.urban',
  value: { fraction: [5, 2] },
  effectiveFrom: '2027-03-01',
  ...paper,
};
const betterPaid: FigureChange = {
  figure: 'band',
  key: 'tariff-baoshan-2017.civil',
  value: { min: 80_000, max: 200_000 },
  effectiveFrom: '2027-01-01',
  ...paper,
};

const urban: Facts = {
  receivedOn: '2027-06-01',
  region: '530521',
  matter: { class: 'civil', cause: 'pension' },
  applicant: { birthDate: '1980-01-01', residence: 'urban' },
  household: { members: 1, annualIncome: 2_200_000, applicantAnnualIncome: 2_200_000 },
};
const on = (receivedOn: string, facts: Facts = urban): Facts => ({ ...facts, receivedOn });

describe('one figure with another value from a day on', () => {
  test('a standard: the old one until the day before, the new one from its day', () => {
    const law = lawWith(higherAllowance);
    const standard = (receivedOn: string) => assess(on(receivedOn), { law }).standard;
    expect(standard('2026-12-31')).toEqual(assess(on('2026-12-31')).standard);
    expect(standard('2027-01-01')).toEqual({
      perCapitaAnnual: 1_000_000,
      threshold: 2_000_000,
      multiplier: 2,
      basis: 'subsistenceAllowance',
      verified: true,
    });
  });

  test("a county's own standard stands before the city's while it lasts, and the city's again afterwards", () => {
    const law = lawWith(ownStandard);
    const base = (receivedOn: string, region: string) =>
      assess({ ...on(receivedOn), region }, { law }).standard?.perCapitaAnnual;
    const city = assess(on('2026-12-31')).standard?.perCapitaAnnual;
    expect([base('2026-12-31', '530521'), base('2027-01-01', '530521'), base('2027-01-01', '530523')]).toEqual([
      city,
      1_000_000,
      city,
    ]);
    expect([base('2027-12-31', '530521'), base('2028-01-01', '530521')]).toEqual([1_000_000, city]);
  });

  test('a place outside the city that had no standard can be given one', () => {
    const kunming = { ...on('2027-06-01'), region: '530102' };
    expect(assess(kunming).outcome).toBe('needsInformation');
    const law = lawWith({ ...higherAllowance, region: '5301' });
    expect(assess(kunming, { law }).standard?.perCapitaAnnual).toBe(1_000_000);
    expect(assess({ ...kunming, receivedOn: '2026-12-31' }, { law })).toEqual(
      assess({ ...kunming, receivedOn: '2026-12-31' }),
    );
  });

  test('a fraction decides, and the decision cites the paper that set it', () => {
    const law = lawWith(higherAllowance, widerFraction);
    expect(assess(on('2027-02-28'), { law }).outcome).toBe('ineligible');
    const later = assess(on('2027-03-01'), { law });
    expect(later.outcome).toBe('eligible');
    expect(later.standard).toMatchObject({ multiplier: 2.5, threshold: 2_500_000 });
    expect(later.reasons.at(-1)?.citation).toContain('保山市经济困难标准（保司通〔2026〕12号）');
  });

  test('a clock and a promise', () => {
    const law = lawWith(shorterPromise, {
      figure: 'clock',
      key: 'proc-2023.27.agreement',
      value: { amount: 7 },
      effectiveFrom: '2027-01-01',
      ...paper,
    });
    const agreement = (from: string) => {
      const counted = deadline({ step: 'signAgreement', from }, undefined, law);
      return counted.ok ? [counted.value.amount, counted.value.citation] : [];
    };
    expect(agreement('2026-12-31')).toEqual([5, '《办理法律援助案件程序规定》第二十七条']);
    expect(agreement('2027-01-01')).toEqual([7, '《办理法律援助案件程序规定》第二十七条（保司通〔2026〕12号）']);
    const promise = (from: string) => promisedDeadline({ step: 'decide', from, region: '530521' }, undefined, law);
    expect(promise('2026-12-31')).toEqual(promisedDeadline({ step: 'decide', from: '2026-12-31', region: '530521' }));
    expect(promise('2027-01-01')).toMatchObject({
      amount: 2,
      citation: '保山市承诺时限（示例数据）（保司通〔2026〕12号）',
    });
    expect(promise('2027-01-01')?.verified).toBeUndefined();
  });

  test('a band and a limit of the tariff, and the sentence with them', () => {
    const law = lawWith(betterPaid, {
      figure: 'addition',
      tariff: 'tariff-baoshan-2017',
      key: 'translation',
      value: { actualUpTo: 150_000 },
      effectiveFrom: '2027-01-01',
      effectiveTo: '2027-06-30',
      ...paper,
    });
    const offer = (closedOn: string) => {
      const found = proposeSubsidy({ kind: 'civil', region: '530521', closedOn }, law);
      if (!found.ok) throw new Error(JSON.stringify(found.faults));
      return found.value;
    };
    const translation = (closedOn: string) => offer(closedOn).additions.find(({ key }) => key === 'translation');
    expect(offer('2026-12-31').band).toMatchObject({ rule: 'tariff-baoshan-2017.civil', min: 60_000, max: 150_000 });
    expect(offer('2027-01-01')).toMatchObject({
      citation: '保山市办案补贴标准（2017年）（保司通〔2026〕12号）',
      verified: true,
      band: {
        rule: 'tariff-baoshan-2017.civil.from-2027-01-01',
        min: 80_000,
        max: 200_000,
        text: { zh: '民事、行政案件每件 800 至 2000 元', en: 'Civil or administrative case: 800 to 2,000 yuan' },
      },
    });
    expect(translation('2026-12-31')).toMatchObject({
      actualUpTo: 100_000,
      text: { zh: expect.stringContaining('1000') },
    });
    expect(translation('2027-06-30')).toMatchObject({
      actualUpTo: 150_000,
      text: { zh: '翻译费，凭票据实，不超过 1500 元', en: 'Interpreter: actual cost up to 1,500 yuan' },
    });
    expect(translation('2027-07-01')).toEqual(translation('2026-12-31'));
    expect(offer('2027-07-01').additions.length).toBe(offer('2026-12-31').additions.length);
  });

  test('a later change takes over, and a slip is put right by the one approved after it', () => {
    const law = lawWith(
      { ...higherAllowance, revision: 1 },
      { ...higherAllowance, value: { basis: 'subsistenceAllowance', perCapitaAnnual: 1_100_000 }, revision: 3 },
      { ...higherAllowance, effectiveFrom: '2028-01-01', revision: 2 },
    );
    const base = (receivedOn: string) => assess(on(receivedOn), { law }).standard?.perCapitaAnnual;
    expect([base('2027-01-01'), base('2027-12-31'), base('2028-01-01')]).toEqual([1_100_000, 1_100_000, 1_000_000]);
  });

  test('the files themselves are left as they were', () => {
    const before = canonicalJson(packs);
    lawWith(shorterPromise, higherAllowance, ownStandard, widerFraction, betterPaid);
    expect(canonicalJson(packs)).toBe(before);
  });
});

describe('a change is refused, by name and place', () => {
  test.each<readonly [string, DatedChange, string]>([
    ['of a figure that no pack holds', { ...shorterPromise, key: 'promises-baoshan.nothing' }, '/0/key unknownFigure'],
    ['of a rule that is no figure', { ...widerFraction, key: 'law-2021.31.1' }, '/0/key unknownFigure'],
    ['of a draft', { ...widerFraction, key: 'bs-practice-2017.causes' }, '/0/key unknownFigure'],
    [
      'of a tariff that is not there',
      {
        figure: 'addition',
        tariff: 'tariff-x',
        key: 'translation',
        value: { actualUpTo: 1 },
        effectiveFrom: '2027-01-01',
        ...paper,
      },
      '/0/tariff unknownFigure',
    ],
    ['before the first law', { ...higherAllowance, effectiveFrom: '2003-08-31' }, '/0/effectiveFrom beforeTheLaw'],
    [
      'before its figure begins',
      { ...shorterPromise, effectiveFrom: '2021-12-31' },
      '/0/effectiveFrom outsideItsFigure',
    ],
    [
      'after its figure has ended',
      { figure: 'clock', key: 'proc-2012.13.decide', value: { amount: 1 }, effectiveFrom: '2027-01-01', ...paper },
      '/0/effectiveFrom outsideItsFigure',
    ],
    [
      'that ends before it starts',
      { ...shorterPromise, effectiveTo: '2026-12-31' },
      '/0/effectiveTo endsBeforeItStarts',
    ],
    ['with a band upside down', { ...betterPaid, value: { min: 2, max: 1 } }, '/0/value/max belowItsStart'],
    [
      'that reckons an item in another way',
      {
        figure: 'addition',
        tariff: 'tariff-baoshan-2017',
        key: 'translation',
        value: { shareUpTo: 100 },
        effectiveFrom: '2027-01-01',
        ...paper,
      },
      '/0/value/shareUpTo notThisKind',
    ],
    [
      'that lasts beyond the next standard on file',
      { ...higherAllowance, effectiveFrom: '2020-03-01', effectiveTo: '2021-06-30' },
      '/0/effectiveTo crossesNextFigure',
    ],
    ['for a place that does not exist', { ...higherAllowance, region: '530599' }, '/0/region noRegionCode'],
  ])('%s', (_, change, said) => {
    expect(faultsOf(change)).toContain(said);
  });

  test('that would leave days without a standard', () => {
    const next: DatedChange = { ...ownStandard, effectiveFrom: '2028-02-01', effectiveTo: undefined };
    expect(faultsOf(ownStandard, next)).toEqual(['/1/effectiveFrom leavesAHole']);
    expect(faultsOf(ownStandard, { ...next, effectiveFrom: '2028-01-01' })).toEqual([]);
  });

  test('that says twice what holds on one day', () => {
    expect(faultsOf(higherAllowance, { ...higherAllowance, verified: false })).toEqual([
      '/1/effectiveFrom sameFigureTwice',
    ]);
  });

  test.each<readonly [string, object, readonly string[]]>([
    [
      'fractional money',
      { value: { basis: 'subsistenceAllowance', perCapitaAnnual: 100.5 } },
      ['/value/perCapitaAnnual'],
    ],
    ['negative money', { value: { basis: 'subsistenceAllowance', perCapitaAnnual: -1 } }, ['/value/perCapitaAnnual']],
    ['a day that does not exist', { effectiveFrom: '2027-02-30' }, ['/effectiveFrom']],
    ['an unknown field', { urgent: true }, ['/urgent']],
    ['no source, and a residence that is none', { source: undefined, residence: 'village' }, ['/residence', '/source']],
    ['an unknown kind of figure', { figure: 'mood' }, ['/figure']],
    ['a source of blanks', { source: '      ' }, ['/source']],
  ])('with %s', (_, wrong, pointers) => {
    const parsed = parseChange({ ...higherAllowance, ...wrong });
    expect(parsed.ok ? [] : parsed.faults.map(({ pointer }) => pointer).sort()).toEqual(pointers);
    if (!parsed.ok) for (const { text } of parsed.faults) expect(text.zh && text.en).toBeTruthy();
  });
});

test('the words of every band on file hold its sums', () => {
  const bands = packs.flatMap(({ tariff }) => tariff?.bands ?? []);
  expect(bands.length).toBeGreaterThan(6);
  for (const band of bands) {
    expect(bandWords(band).zh).toContain(String(band.max / 100));
    expect(bandWords(band).en).not.toMatch(/[{}]/);
  }
});

/** Any sound changes of figures on file. */
const someChange: fc.Arbitrary<FigureChange> = fc
  .oneof(
    fc
      .record({
        region: fc.constantFrom('5305', '530521', '5301', '53'),
        residence: fc.constantFrom('urban' as const, 'rural' as const),
        basis: fc.constantFrom('subsistenceAllowance' as const, 'ruralIncome' as const),
        perCapitaAnnual: fc.integer({ min: 0, max: 5_000_000 }),
      })
      .map(({ region, residence, ...value }) => ({ figure: 'standard' as const, region, residence, value })),
    fc
      .record({
        key: fc.constantFrom('means-baoshan.urban', 'means-baoshan.rural', 'means-elsewhere.rural'),
        value: fc.record({ fraction: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })) }),
      })
      .map((one) => ({ figure: 'multiplier' as const, ...one })),
    fc
      .record({
        key: fc.constantFrom('law-2021.43.decide', 'proc-2023.40.submit', 'reg-2003.15.forward'),
        value: fc.record({ amount: fc.integer({ min: 1, max: 60 }) }),
      })
      .map((one) => ({ figure: 'clock' as const, ...one })),
    fc
      .record({
        key: fc.constantFrom('promises-baoshan.decide', 'promises-baoshan.review'),
        value: fc.record({ amount: fc.integer({ min: 1, max: 30 }) }),
      })
      .map((one) => ({ figure: 'promise' as const, ...one })),
    fc
      .record({
        key: fc.constantFrom('tariff-baoshan-2017.civil', 'tariff-baoshan-2017.duty', 'tariff-baoshan-2010.criminal'),
        value: fc.tuple(fc.nat(100_000), fc.nat(100_000)).map(([min, more]) => ({ min, max: min + more })),
      })
      .map((one) => ({ figure: 'band' as const, ...one })),
    fc.record({ value: fc.record({ shareUpTo: fc.integer({ min: 1, max: 1000 }) }) }).map((one) => ({
      figure: 'deduction' as const,
      tariff: 'tariff-baoshan-2017',
      key: 'lateFile',
      ...one,
    })),
  )
  .chain((figure) =>
    fc
      .record({ effectiveFrom: day('2004-01-01', '2030-12-31'), verified: fc.boolean() })
      .map((dated) => ({ ...figure, ...dated, source: '某文件〔2027〕1号' }) as FigureChange),
  );

/** Several changes that can stand together. */
const someChanges = fc
  .uniqueArray(someChange, { maxLength: 5, selector: (change) => `${figureOf(change)} ${change.effectiveFrom}` })
  .filter((changes) => applyChanges(packs, changes).ok);

/** The same facts, received some days before a day. */
function receivedBefore(first: string, days: number, facts: Facts): Facts {
  const before = addDays(first, -1 - days);
  const [, receivedOn = before] = [before, firstDayOfLaw].sort();
  const { birthDate } = facts.applicant;
  return {
    ...facts,
    receivedOn,
    applicant: { ...facts.applicant, birthDate: [birthDate, receivedOn].sort()[0] ?? birthDate },
  };
}

/** Everything that is asked of a law on one day, as bytes. */
function answersOn(law: Law, facts: Facts): string {
  const { receivedOn, region } = facts;
  return canonicalJson({
    assessment: assess(facts, { law }),
    clocks: steps.map((step) => deadline({ step, from: receivedOn }, undefined, law)),
    promises: steps.map((step) => promisedDeadline({ step, from: receivedOn, region }, undefined, law) ?? null),
    tariff: subsidyKinds.map((kind) => proposeSubsidy({ kind, region, closedOn: receivedOn }, law)),
  });
}

describe('for any changes that can stand together', () => {
  test('on days before a change every answer is, byte for byte, that of the law without it', () => {
    fc.assert(
      fc.property(someChanges, someFacts, fc.nat(400), (changes, anyFacts, days) => {
        const first = changes.map((change) => change.effectiveFrom).sort()[0] ?? '2031-01-01';
        const facts = receivedBefore(first, days, anyFacts);
        expect(answersOn(lawWith(...changes), facts)).toBe(answersOn(lawOnFile(), facts));
      }),
      { numRuns: 300 },
    );
  });

  test('one more change alters nothing before its first day', () => {
    fc.assert(
      fc.property(someChanges, someChange, someFacts, fc.nat(400), (changes, more, anyFacts, days) => {
        fc.pre(applyChanges(packs, [...changes, more]).ok);
        const facts = receivedBefore(more.effectiveFrom, days, anyFacts);
        expect(answersOn(lawWith(...changes, more), facts)).toBe(answersOn(lawWith(...changes), facts));
      }),
      { numRuns: 300 },
    );
  });

  test('in any order they make the same law', () => {
    fc.assert(
      fc.property(someChanges, fc.infiniteStream(fc.nat()), someFacts, (changes, stream, facts) => {
        const order = changes.map((change) => ({ change, place: stream.next().value ?? 0 }));
        const shuffled = order.sort((a, b) => a.place - b.place).map(({ change }) => change);
        expect(answersOn(lawWith(...shuffled), facts)).toBe(answersOn(lawWith(...changes), facts));
      }),
      { numRuns: 200 },
    );
  });

  test('the figure is the new one on its first day, and no key is used twice', () => {
    fc.assert(
      fc.property(someChange, (change) => {
        const changed = applyChanges(packs, [change]);
        fc.pre(changed.ok);
        const law = compileLaw(changed.value);
        if (change.figure === 'standard') {
          const row = law.standards.find(change.region.padEnd(6, '0'), change.residence, change.effectiveFrom);
          expect(row).toMatchObject({ ...change.value, verified: change.verified, region: change.region });
          return;
        }
        const entries = changed.value.flatMap((pack) => [
          ...(pack.rules ?? []),
          ...(pack.clocks ?? []),
          ...(pack.promises ?? []),
          ...(pack.tariff?.bands ?? []),
          ...(pack.tariff?.deductions ?? []),
        ]);
        const now = entries.find(
          ({ effectiveFrom, key }) => effectiveFrom === change.effectiveFrom && key.startsWith(change.key),
        );
        expect(now).toMatchObject({ ...change.value, verified: change.verified, amendedBy: change.source });
      }),
      { numRuns: 300 },
    );
  });
});
