import { describe, expect, test } from 'vitest';
import { assess, type Facts } from '../../policy/index.ts';
import { checkEnd, checkProvisional } from './provisional.ts';

const facts = (matter: Partial<Facts['matter']> = {}, income = 2_000_000): Facts => ({
  receivedOn: '2026-11-20',
  region: '530521',
  matter: { class: 'civil', cause: 'maintenance', ...matter },
  applicant: { birthDate: '1979-08-01', residence: 'rural' },
  household: { members: 4, annualIncome: income, applicantAnnualIncome: income },
});
const today = '2026-11-24';
const check = (input: Parameters<typeof checkProvisional>[0], known: Facts = facts()): string => {
  const checked = checkProvisional(input, assess(known), known, today);
  return checked.ok ? `ok ${checked.value}` : `${checked.fault.pointer} ${checked.fault.code}`;
};

describe('a period that is about to end', () => {
  test.each([
    ['yesterday', '2026-11-23', '/periodExpiresOn application.periodNotExpiring'],
    ['today', '2026-11-24', 'ok 2026-11-24'],
    ['in six days: fewer than seven', '2026-11-30', 'ok 2026-11-30'],
    ['in seven: not fewer', '2026-12-01', '/periodExpiresOn application.periodNotExpiring'],
  ])('%s', (_when, periodExpiresOn, expected) => {
    expect(check({ ground: 'periodExpiring', note: '', periodExpiresOn })).toBe(expected);
  });

  test('is taken from the facts where it was told, and asked for where it was not', () => {
    expect(check({ ground: 'periodExpiring', note: '' }, facts({ limitationExpiresOn: '2026-11-26' }))).toBe(
      'ok 2026-11-26',
    );
    expect(check({ ground: 'periodExpiring', note: '' })).toBe('/periodExpiresOn input.required');
  });
});

test('preservation that the facts do not tell, and any other ground, are explained', () => {
  expect(check({ ground: 'preservation', note: '' })).toBe('/note application.reasonMissing');
  expect(check({ ground: 'preservation', note: '对方正在转移存款' })).toBe('ok null');
  expect(check({ ground: 'preservation', note: '' }, facts({ needsPreservation: true }))).toBe('ok null');
  expect(check({ ground: 'other', note: '' })).toBe('/note application.reasonMissing');
});

test('never where what is known already says no', () => {
  expect(check({ ground: 'preservation', note: '急' }, facts({}, 90_000_000))).toBe(
    '/ground application.provisionalNotEligible',
  );
  expect(check({ ground: 'preservation', note: '急' }, facts({ cause: 'other' }))).toBe(
    '/ground application.provisionalNotEligible',
  );
});

describe('ending it', () => {
  const end = (outcome: 'notMadeGood' | 'notEligible', completeBy: string, completedAt: string | null): string => {
    const checked = checkEnd(outcome, { completeBy, completedAt }, today);
    return checked.ok ? 'ok' : checked.fault;
  };
  test.each([
    ['not made good, on the last day', 'notMadeGood', '2026-11-24', null, 'application.provisionalRunning'],
    ['not made good, the day after', 'notMadeGood', '2026-11-23', null, 'ok'],
    ['made good late', 'notMadeGood', '2026-11-20', '2026-11-22T02:00:00.000Z', 'application.provisionalRunning'],
    ['not eligible, before the papers came', 'notEligible', '2026-11-30', null, 'application.papersNotCome'],
    ['not eligible, by the papers', 'notEligible', '2026-11-30', '2026-11-22T02:00:00.000Z', 'ok'],
  ] as const)('%s', (_what, outcome, completeBy, completedAt, expected) => {
    expect(end(outcome, completeBy, completedAt)).toBe(expected);
  });
});
