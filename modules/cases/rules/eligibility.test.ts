import { describe, expect, test } from 'vitest';
import { handler } from '../testing/handlers.ts';
import type { CaseFacts, HandlerFacts } from './eligibility.ts';
import { mayAct, practisedFor } from './eligibility.ts';

const lawyer: HandlerFacts = handler('h1');
const worker: HandlerFacts = { ...lawyer, kind: 'basicLegalServiceWorker', criminalDefenceSince: null };
const staff: HandlerFacts = { ...lawyer, kind: 'centreStaff', paidByTreasury: true };

const wages: CaseFacts = {
  class: 'civil',
  aidForm: 'litigationRepresentation',
  criminal: null,
  recipientMinor: false,
  on: '2026-11-24',
};
const defence: CaseFacts = {
  ...wages,
  class: 'criminal',
  aidForm: 'criminalDefence',
  criminal: { stage: 'firstInstance', role: 'suspectOrDefendant' },
};
const lifeOrDeath: CaseFacts = {
  ...defence,
  criminal: { stage: 'firstInstance', role: 'suspectOrDefendant', lifeOrDeathPossible: true },
};

const codes = (handler: HandlerFacts, matter: CaseFacts) => mayAct(handler, matter, []).map((r) => r.code);

describe('who may act', () => {
  test.each<[string, HandlerFacts, CaseFacts, string[]]>([
    ['a lawyer in a civil matter', lawyer, wages, []],
    ['a lawyer defends', lawyer, defence, []],
    ['a lawyer who has left', { ...lawyer, status: 'left' }, wages, ['left']],
    ['a suspended lawyer', { ...lawyer, status: 'suspended' }, wages, ['suspended']],
    ['no licence on file', { ...lawyer, licenceNumber: null, licensedFrom: null }, wages, ['notLicensed']],
    ['a licence from tomorrow', { ...lawyer, licensedFrom: '2026-11-25' }, wages, ['notYetLicensed']],
    ['a licence from today', { ...lawyer, licensedFrom: '2026-11-24' }, wages, []],
    ['a basic legal service worker in a civil matter', worker, wages, []],
    ['a basic legal service worker does not defend', worker, defence, ['defenceNeedsLawyer']],
    [
      'a basic legal service worker may represent a victim',
      worker,
      { ...defence, aidForm: 'criminalRepresentation', criminal: { stage: 'firstInstance', role: 'victim' } },
      [],
    ],
    [
      'nor in compulsory treatment',
      worker,
      {
        ...defence,
        aidForm: 'criminalRepresentation',
        criminal: { stage: 'compulsoryMedical', role: 'suspectOrDefendant' },
      },
      ['defenceNeedsLawyer'],
    ],
    ['the centre’s own qualified staff', staff, wages, []],
    ['the centre’s own staff with a licence defend', staff, defence, []],
    [
      'the centre’s own staff without qualification',
      { ...staff, licenceNumber: null, licensedFrom: null },
      wages,
      ['notQualified'],
    ],
    ['a lawyer of a firm on the treasury’s payroll', { ...lawyer, paidByTreasury: true }, wages, ['treasuryPaid']],
    ['life or death: three years of defence', lawyer, lifeOrDeath, []],
    ['life or death: two years', { ...lawyer, criminalDefenceSince: '2024-11-24' }, lifeOrDeath, ['practiceTooShort']],
    ['life or death: three years to the day', { ...lawyer, criminalDefenceSince: '2023-11-24' }, lifeOrDeath, []],
    [
      'life or death: a day short',
      { ...lawyer, criminalDefenceSince: '2023-11-25' },
      lifeOrDeath,
      ['practiceTooShort'],
    ],
    ['life or death: never defended', { ...lawyer, criminalDefenceSince: null }, lifeOrDeath, ['practiceTooShort']],
    [
      'death penalty review',
      { ...lawyer, criminalDefenceSince: null },
      { ...defence, criminal: { stage: 'deathPenaltyReview', role: 'suspectOrDefendant' } },
      ['practiceTooShort'],
    ],
    ['little practice in an ordinary charge', { ...lawyer, criminalDefenceSince: null }, defence, []],
    [
      'a minor accused, not trained',
      { ...lawyer, trainedForMinors: false },
      { ...defence, recipientMinor: true },
      ['notTrainedForMinors'],
    ],
    [
      'a minor’s maintenance, not trained',
      { ...lawyer, trainedForMinors: false },
      { ...wages, recipientMinor: true },
      [],
    ],
    ['declined this case before', { ...lawyer, declinedBefore: true }, wages, ['declinedBefore']],
  ])('%s', (_title, handler, matter, expected) => {
    expect(codes(handler, matter)).toEqual(expected);
  });

  test('all reasons are told at once, each in two languages with its article', () => {
    const reasons = mayAct({ ...worker, status: 'suspended', licenceNumber: null }, lifeOrDeath, [
      { kind: 'actsForOtherSide', caseId: 'c', caseNumber: 'n', by: 'identity', score: 100, certain: true },
    ]);
    expect(reasons.map((r) => r.code).sort()).toEqual(
      ['actsForOtherSide', 'defenceNeedsLawyer', 'notLicensed', 'practiceTooShort', 'suspended'].sort(),
    );
    for (const reason of reasons) {
      expect(reason.text.zh).not.toBe('');
      expect(reason.text.en).not.toBe('');
      expect(reason.citation).toMatch(/《/);
    }
  });

  test('a possible conflict by a like name is no bar', () => {
    expect(
      mayAct(lawyer, wages, [
        { kind: 'actsForOtherSide', caseId: 'c', caseNumber: 'n', by: 'name', score: 40, certain: false },
      ]),
    ).toEqual([]);
  });
});

test('years of practice count from the day, 29 February to the 28th', () => {
  expect(practisedFor('2024-02-29', 3, '2027-02-27')).toBe(false);
  expect(practisedFor('2024-02-29', 3, '2027-02-28')).toBe(true);
});
