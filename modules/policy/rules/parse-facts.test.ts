import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFacts } from './parse-facts.ts';

const good = {
  receivedOn: '2026-11-24',
  region: '530521',
  matter: { class: 'civil', cause: 'labourPay' },
  applicant: { birthDate: '1980-05-01', residence: 'rural' },
  household: { members: 3, annualIncome: 1_000_000, applicantAnnualIncome: 500_000 },
};

const criminal = {
  ...good,
  matter: { class: 'criminal', criminal: { stage: 'investigation', role: 'suspectOrDefendant', hasDefender: false } },
};

/** The good facts with one field, named by its pointer, replaced (or taken away with undefined). */
function withField(pointer: string, value: unknown, facts: unknown = good): unknown {
  const copy = structuredClone(facts) as Record<string, unknown>;
  const path = pointer.slice(1).split('/');
  const last = path.pop() ?? '';
  let at = copy;
  for (const part of path) {
    at[part] ??= {};
    at = at[part] as Record<string, unknown>;
  }
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function faultsOf(input: unknown): (readonly [string, string])[] {
  const checked = parseFacts(input);
  return checked.ok ? [] : checked.faults.map(({ pointer, code }) => [pointer, code] as const);
}

test('good facts pass unchanged', () => {
  expect(parseFacts(good)).toEqual({ ok: true, value: good });
  expect(parseFacts(criminal)).toEqual({ ok: true, value: criminal });
});

describe('one fault, at its place', () => {
  test.each<readonly [string, unknown, string]>([
    ['/receivedOn', undefined, 'missing'],
    ['/receivedOn', '2026-02-29', 'notADay'],
    ['/receivedOn', '2026-2-3', 'notADay'],
    ['/receivedOn', '2026-11-24T10:00', 'notADay'],
    ['/receivedOn', 20261124, 'wrongType'],
    ['/receivedOn', '2003-08-31', 'beforeTheLaw'],
    ['/region', undefined, 'missing'],
    ['/region', '53052', 'noRegionCode'],
    ['/region', '5305211', 'noRegionCode'],
    ['/region', '施甸县', 'noRegionCode'],
    ['/region', '990101', 'noRegionCode'],
    ['/region', '000000', 'noRegionCode'],
    ['/region', '530599', 'noRegionCode'],
    ['/region', '539900', 'noRegionCode'],
    ['/region', 530521, 'wrongType'],
    ['/matter', undefined, 'missing'],
    ['/matter', [], 'wrongType'],
    ['/matter/class', 'family', 'unknownValue'],
    ['/matter/cause', undefined, 'causeMissing'],
    ['/matter/cause', 'divorce', 'unknownValue'],
    ['/matter/limitationExpiresOn', '2026-13-01', 'notADay'],
    ['/matter/needsPreservation', 'yes', 'wrongType'],
    ['/matter/criminal', { stage: 'investigation', role: 'victim', hasDefender: false }, 'criminalPartUnexpected'],
    ['/matter/urgent', true, 'unknownField'],
    ['/applicant/birthDate', '2026-11-25', 'birthAfterReceipt'],
    ['/applicant/birthDate', '1875-11-24', 'ageImplausible'],
    ['/applicant/birthDate', null, 'wrongType'],
    ['/applicant/residence', 'town', 'unknownValue'],
    ['/applicant/groups', ['poor'], 'unknownValue'],
    ['/applicant/name', '李某', 'unknownField'],
    ['/applicant/impairments', ['limb'], 'unknownValue'],
    ['/household/members', 0, 'tooSmall'],
    ['/household/members', -2, 'tooSmall'],
    ['/household/members', 2.5, 'wrongType'],
    ['/household/annualIncome', -1, 'tooSmall'],
    ['/household/annualIncome', 100.5, 'wrongType'],
    ['/household/annualIncome', 10_000_000_000_001, 'tooBig'],
    ['/household/annualIncome', 1e30, 'tooBig'],
    ['/household/annualIncome', Number.POSITIVE_INFINITY, 'wrongType'],
    ['/household/members', 1e30, 'tooBig'],
    ['/matter/criminal', null, 'wrongType'],
    ['/household', null, 'wrongType'],
    ['/household/annualIncome', '1000', 'wrongType'],
    ['/household/applicantAnnualIncome', undefined, 'missing'],
    ['/extra', 1, 'unknownField'],
    ['/a~1b', 1, 'unknownField'],
  ])('%s = %j: %s', (pointer, value, code) => {
    // Pointers in the input are written unescaped; those in the answer are RFC 6901.
    const input = pointer === '/a~1b' ? { ...good, 'a/b': value } : withField(pointer, value);
    const [only, ...others] = faultsOf(input);
    expect(only?.[1]).toBe(code);
    expect(only?.[0].startsWith(pointer)).toBe(true);
    expect(others).toEqual([]);
  });

  test('a criminal matter without its part', () => {
    expect(faultsOf({ ...good, matter: { class: 'criminal' } })).toEqual([['/matter/criminal', 'criminalPartMissing']]);
  });

  test('a criminal part without what it must have', () => {
    expect(faultsOf({ ...good, matter: { class: 'criminal', criminal: {} } })).toEqual([
      ['/matter/criminal/hasDefender', 'missing'],
      ['/matter/criminal/role', 'missing'],
      ['/matter/criminal/stage', 'missing'],
    ]);
  });

  test('the day before the law is refused with the reason, in both languages', () => {
    const checked = parseFacts(withField('/receivedOn', '2003-08-31'));
    const text = checked.ok ? undefined : checked.faults[0]?.text;
    expect(text?.zh).toContain('法律援助条例');
    expect(text?.en).toContain('Regulations on Legal Aid');
  });
});

describe('at the edge, and still good', () => {
  test.each<readonly [string, unknown]>([
    ['/receivedOn', '2003-09-01'],
    ['/applicant/birthDate', '2026-11-24'],
    ['/household/annualIncome', 10_000_000_000_000],
    ['/household/annualIncome', 0],
    ['/household/members', 1],
    ['/region', '530500'],
    ['/region', '110101'],
    ['/applicant/groups', []],
    ['/household', undefined],
    ['/matter/limitationExpiresOn', '2020-01-01'],
  ])('%s = %j', (pointer, value) => {
    expect(faultsOf(withField(pointer, value))).toEqual([]);
  });
});

test('all faults at once, also those between fields, with the place in an array in front', () => {
  const input = {
    receivedOn: '2026-02-30',
    region: '1',
    matter: { class: 'civil', nothing: 1 },
    applicant: { birthDate: '2030-01-01', residence: 'sea' },
    household: { members: 0, annualIncome: -1, applicantAnnualIncome: 0.5 },
  };
  const checked = parseFacts(input, '/3');
  expect(checked.ok ? [] : checked.faults.map(({ pointer }) => pointer)).toEqual([
    '/3/applicant/residence',
    '/3/household/annualIncome',
    '/3/household/applicantAnnualIncome',
    '/3/household/members',
    '/3/matter/cause',
    '/3/matter/nothing',
    '/3/receivedOn',
    '/3/region',
  ]);
});

test('no input throws, and every fault has a pointer and words in both languages', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (input) => {
      const checked = parseFacts(input);
      expect(checked.ok).toBe(false);
      if (checked.ok) return;
      for (const { pointer, text } of checked.faults) {
        expect(pointer === '' || pointer.startsWith('/')).toBe(true);
        expect(text.zh.length * text.en.length).toBeGreaterThan(0);
      }
    }),
  );
});
