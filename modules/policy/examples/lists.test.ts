import { describe, expect, test } from 'vitest';
import { addDays } from '../../../kernel/time/index.ts';
import { lawOnFile } from '../law/on-file.ts';
import type { Effect, Pack, Rule } from '../law/pack-schema.ts';
import { type SubsidyKind, subsidyKinds } from '../law/tariff-schema.ts';
import { assess } from '../rules/assess.ts';
import {
  type Cause,
  type CriminalFacts,
  causes,
  criminalRoles,
  criminalStages,
  type Facts,
  groups,
  notifyingOrgans,
} from '../schema.ts';
import { computeSubsidy } from '../subsidy/compute-subsidy.ts';
import { type DefenceRow, lawLists } from './read-lists.ts';

const lists = lawLists();
const packs = lawOnFile().packs;
const ruleOf = new Map(packs.flatMap((pack) => (pack.rules ?? []).map((rule) => [rule.key, rule] as const)));

const adult: Facts['applicant'] = { birthDate: '1975-01-15', residence: 'urban' };
const civilClasses = ['civil', 'administrative', 'stateCompensation'] as const;

/** The articles of one kind of rule that an assessment found met, sorted. */
function cited(facts: Facts, ...effects: readonly Effect[]): string[] {
  return assess(facts)
    .reasons.filter(({ rule, met }) => met && effects.includes(ruleOf.get(rule)?.effect ?? 'note'))
    .map(({ citation }) => citation)
    .sort();
}

describe('instruments and the days they hold', () => {
  const days = (from: string, to?: string) => (to === undefined ? { from } : { from, to });

  test('each instrument holds from its day to its last, and says whether it was read', () => {
    const onFile = packs.map(
      (p) => [p.key, { ...days(p.effectiveFrom, p.effectiveTo), verified: p.verified }] as const,
    );
    expect(Object.fromEntries(onFile)).toEqual(lists.instruments);
  });

  test('only the entries that are listed differ from their instrument', () => {
    const differing = packs.flatMap((pack) =>
      entriesOf(pack).flatMap(({ key, effectiveFrom: from, effectiveTo: to, verified }) => {
        const own = { ...(from && { from }), ...(to && { to }), ...(verified === undefined ? {} : { verified }) };
        return Object.keys(own).length > 0 ? [[key, own] as const] : [];
      }),
    );
    expect(Object.fromEntries(differing)).toEqual(lists.entries);
  });

  function entriesOf({ rules = [], summaries = [], clocks = [], promises = [] }: Pack) {
    return [...rules, ...summaries, ...clocks, ...promises] as readonly Pick<
      Rule,
      'key' | 'effectiveFrom' | 'effectiveTo' | 'verified'
    >[];
  }
});

test('every statutory limit and every promise is as long as the list says, and there is no other', () => {
  const limits = packs.flatMap((pack) =>
    (pack.clocks ?? []).map(({ key, step, amount, unit, article, matters, counted }) => [
      key,
      { step, amount, unit, ...(article && { article }), ...(matters && { matters }), ...(counted && { counted }) },
    ]),
  );
  expect(Object.fromEntries(limits)).toEqual(lists.limits);
  const promises = packs.flatMap((pack) =>
    (pack.promises ?? []).map(({ key, step, amount, unit }) => [key, { step, amount, unit }]),
  );
  expect(Object.fromEntries(promises)).toEqual(lists.promises);
});

test('the line of hardship is the listed fraction of the listed figure', () => {
  const fractions = [...ruleOf.values()]
    .filter(({ effect }) => effect === 'multiplier')
    .map(({ key, basis, fraction, when: { residence } }) => [
      key,
      { basis, fraction, ...(residence && { residence }) },
    ]);
  expect(Object.fromEntries(fractions)).toEqual(lists.fractions);
});

test('what bars, tests, helps at once or is noted cites the listed article', () => {
  const effects: readonly Effect[] = ['bar', 'ownIncomeOnly', 'meansTest', 'provisionalAid', 'note'];
  const cites = packs.flatMap(({ rules = [], summaries = [], taxFreeSubsidy }) => [
    ...rules.filter(({ effect }) => effects.includes(effect)),
    ...summaries,
    ...(taxFreeSubsidy === undefined ? [] : [taxFreeSubsidy]),
  ]);
  expect(Object.fromEntries(cites.map(({ key, article }) => [key, article]))).toEqual(lists.articles);
});

describe.each(lists.matters)('matters open on $day in $region', ({ day, region, open }) => {
  test.each(causes)('%s', (cause) => {
    const expected = Object.keys(open).filter((cite) => open[cite]?.includes(cause));
    for (const matterClass of civilClasses) {
      const facts: Facts = { receivedOn: day, region, matter: { class: matterClass, cause }, applicant: adult };
      const told = cited(facts, 'scope').map((citation) => citation.replace('（待核实）', ''));
      expect([matterClass, told]).toEqual([matterClass, expected.sort()]);
      expect(assess(facts).outcome === 'outOfScope').toBe(expected.length === 0);
    }
  });
});

describe.each(lists.criminalApplicants)('who may apply in a criminal case on $day', ({ day, open }) => {
  test.each(criminalRoles.flatMap((role) => criminalStages.map((stage) => [role, stage] as const)))(
    '%s, %s',
    (role, stage) => {
      // An application of one's own, beside any cause: a list of civil matters must not open a criminal case, nor close it.
      for (const cause of [undefined, ...causes]) {
        if (stage === 'compulsoryMedical' && role === 'suspectOrDefendant') continue; // art. 28: represented, not asked
        if (stage === 'deathPenaltyReview' && role === 'suspectOrDefendant') continue; // art. 25(1)(5)
        const criminal: CriminalFacts = { stage, role, hasDefender: false };
        const facts: Facts = {
          receivedOn: day,
          region: '110101',
          matter: { class: 'criminal', ...(cause && { cause }), criminal },
          applicant: adult,
        };
        const expected = Object.entries(open).flatMap(([cite, { roles, stages }]) =>
          (roles?.includes(role) ?? true) && (stages?.includes(stage) ?? true) ? [cite] : [],
        );
        expect([cause, cited(facts, 'scope')]).toEqual([cause, expected.sort()]);
        expect(assess(facts).outcome === 'outOfScope').toBe(expected.length === 0);
      }
    },
  );
});

/** What may be known of a person or a case, one thing at a time. */
const knowns = {
  nothing: {},
  minor: {},
  actsAtSeventeen: { applicant: { impairments: ['cannotFullyRecogniseActs'] } },
  actsAtEighteen: { applicant: { impairments: ['cannotFullyRecogniseActs'] } },
  sight: { applicant: { impairments: ['sight'] } },
  hearing: { applicant: { impairments: ['hearing'] } },
  speech: { applicant: { impairments: ['speech'] } },
  cannotFullyRecogniseActs: { applicant: { impairments: ['cannotFullyRecogniseActs'] } },
  otherDisability: { applicant: { groups: ['personWithDisability'] } },
  lifeOrDeath: { criminal: { lifeOrDeathPossible: true } },
  inAbsentia: { criminal: { inAbsentia: true } },
  summaryOrFastTrack: { criminal: { summaryOrFastTrack: true } },
} as const satisfies Record<string, { applicant?: Partial<Facts['applicant']>; criminal?: Partial<CriminalFacts> }>;

describe.each(lists.defence)('a lawyer designated on $day', ({ day, represented = [], must, may }) => {
  // Eighteen on the very day, and the day before that birthday.
  const eighteenYearsBefore = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
  const births: Readonly<Record<string, string>> = {
    minor: addDays(eighteenYearsBefore, 1),
    actsAtSeventeen: addDays(eighteenYearsBefore, 1),
    actsAtEighteen: eighteenYearsBefore,
  };
  const kinds = [
    ['notifiedRepresentation', represented],
    ['mandatoryDefence', must],
    ['discretionaryDefence', may],
  ] as const;

  const holds = (row: DefenceRow, who: string, organ: string, stage: string): boolean =>
    (row.who?.includes(who) ?? true) &&
    !(row.unless?.includes(who) ?? false) &&
    (row.organs?.includes(organ) ?? true) &&
    (row.stages?.includes(stage) ?? true);

  test.each(Object.entries(knowns))('%s', (who, known) => {
    for (const stage of criminalStages) {
      for (const organ of [...notifyingOrgans, 'none'] as const) {
        for (const role of criminalRoles) {
          for (const hasDefender of [false, true]) {
            const { applicant = {}, criminal = {} } = known as { applicant?: object; criminal?: object };
            const facts = {
              receivedOn: day,
              region: '110101',
              matter: {
                class: 'criminal',
                criminal: { stage, role, hasDefender, ...(organ === 'none' ? {} : { notifiedBy: organ }), ...criminal },
              },
              applicant: { ...adult, ...applicant, ...(births[who] && { birthDate: births[who] }) },
            } as Facts;
            const eligible = role === 'suspectOrDefendant' && !hasDefender;
            const kind = kinds.find(([, rows]) => eligible && rows.some((row) => holds(row, who, organ, stage)));
            const expected = kind?.[1].filter((row) => holds(row, who, organ, stage)).map(({ cite }) => cite) ?? [];
            expect([stage, organ, role, hasDefender, assess(facts).route ?? 'none', ...told(facts)]).toEqual([
              stage,
              organ,
              role,
              hasDefender,
              kind?.[0] ?? routeWithout(facts),
              ...expected.sort(),
            ]);
          }
        }
      }
    }
  });

  const told = (facts: Facts) => cited(facts, 'notifiedRepresentation', 'mandatoryDefence', 'discretionaryDefence');
  /** Without a ground to designate, an application like any other: never one of the three. */
  const routeWithout = (facts: Facts): string => {
    const route = assess(facts).route ?? 'none';
    return kinds.some(([kind]) => kind === route) ? 'another' : route;
  };
});

describe('no means test, no check of means, since 2022', () => {
  const day = '2023-05-10';
  const asked = (over: Partial<Facts['applicant']>, matter: Facts['matter']): Facts => ({
    receivedOn: day,
    region: '530521',
    matter,
    applicant: { ...adult, ...over },
  });
  const victim: CriminalFacts = { stage: 'firstInstance', role: 'victim', hasDefender: false };

  test.each(causes)('%s', (cause) => {
    const exempt = Object.keys(lists.meansExempt).filter((cite) => lists.meansExempt[cite]?.includes(cause));
    for (const matterClass of civilClasses) {
      const facts = asked({}, { class: matterClass, cause });
      expect([matterClass, cited(facts, 'meansExempt')]).toEqual([matterClass, exempt]);
    }
    expect(cited(asked({}, { class: 'criminal', cause, criminal: victim }), 'meansExempt')).toEqual(exempt);
    const accused: CriminalFacts = { ...victim, role: 'suspectOrDefendant' };
    expect(cited(asked({}, { class: 'criminal', cause, criminal: accused }), 'meansExempt')).toEqual([]);
  });

  test.each(groups)('%s', (group) => {
    const birthDate = group === 'minor' ? '2010-01-15' : group === 'olderPerson' ? '1950-01-15' : adult.birthDate;
    for (const noFixedLivelihood of [false, true]) {
      for (const cause of ['labourPay', 'workInjury', 'labourRelation', 'maintenance'] as readonly Cause[]) {
        const facts = asked({ birthDate, groups: [group], noFixedLivelihood }, { class: 'civil', cause });
        const expected = Object.entries(lists.verificationWaived).flatMap(([cite, row]) =>
          row.groups.includes(group) &&
          (row.causes?.includes(cause) ?? true) &&
          (row.noFixedLivelihood === undefined || row.noFixedLivelihood === noFixedLivelihood)
            ? [cite]
            : [],
        );
        expect([cause, noFixedLivelihood, cited(facts, 'verificationWaived')]).toEqual([
          cause,
          noFixedLivelihood,
          expected,
        ]);
      }
    }
  });
});

describe.each(lists.tariffs)('the tariff of $day', ({ day, bands, additions = {}, deductions = {} }) => {
  const ask = (kind: SubsidyKind, amount: number, more: object = {}) =>
    computeSubsidy({ kind, closedOn: day, region: '530521', amount, reason: '开庭两次', ...more });

  test.each(subsidyKinds)('%s', (kind) => {
    const band = bands.find(({ kinds }) => kinds.includes(kind));
    if (band === undefined) {
      expect(ask(kind, 1).ok).toBe(false);
      return;
    }
    const { min, max } = band;
    expect([min - 1, min, max, max + 1].map((fen) => ask(kind, fen).ok)).toEqual([false, true, true, false]);
  });

  for (const [sort, table] of [
    ['additions', additions],
    ['deductions', deductions],
  ] as const) {
    test.each(Object.entries(table))(`${sort}: %s`, (key, { most, units, treasuryToo = false }) => {
      const one = (amount: number, count = units, paidByTreasury = false) => {
        const asked = { [sort]: [{ key, reason: '有票据', amount, ...(count === undefined ? {} : { units: count }) }] };
        if (!paidByTreasury) return ask('civil', 100_000, asked);
        const { ok } = computeSubsidy({
          kind: 'civil',
          closedOn: day,
          region: '530521',
          handlerPaidByTreasury: true,
          ...asked,
        });
        return { ok };
      };
      expect([one(most).ok, one(most + 1).ok]).toEqual([true, false]);
      if (units !== undefined) expect(one(1, units + 1).ok).toBe(false);
      expect(one(1, units, true).ok).toBe(treasuryToo);
    });
  }

  test('nothing else is added or taken off', () => {
    const tariff = packs.find(
      ({ tariff, effectiveFrom, effectiveTo }) =>
        tariff !== undefined && effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo),
    )?.tariff;
    const keys = (list: readonly { key: string }[] = []) => list.map(({ key }) => key).sort();
    expect([keys(tariff?.additions), keys(tariff?.deductions)]).toEqual([
      Object.keys(additions).sort(),
      Object.keys(deductions).sort(),
    ]);
  });
});
