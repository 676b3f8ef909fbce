import type { ConflictedHandler, EarlierApplication, FoundMatch } from '../src/api/matching.ts';
import { id } from './fixtures.ts';

const person = (n: number, name: string, birthDate: string | null, masked: string | null): FoundMatch['person'] => ({
  personId: id(8000 + n),
  tenant: '530502',
  name,
  sex: 'male',
  birthDate,
  ethnicity: null,
  document: masked === null ? null : { kind: 'residentCard', masked },
  phone: null,
  address: null,
  region: null,
  shielded: false,
  demonstration: true,
  version: 1,
});

export const matches: readonly FoundMatch[] = [
  {
    score: 100,
    grade: 'sure',
    reasons: [
      { code: 'sameDocument', points: 100 },
      { code: 'sameName', points: 40 },
    ],
    person: person(1, '赵学兵', '1981-03-12', '000***********3317'),
    said: null,
  },
  {
    score: 75,
    grade: 'likely',
    reasons: [
      { code: 'sameName', points: 40 },
      { code: 'sameBirth', points: 35 },
    ],
    person: person(2, '赵学兵', '1981-03-12', null),
    said: null,
  },
  {
    score: 48,
    grade: 'possible',
    reasons: [
      { code: 'sameSound', points: 28 },
      { code: 'samePhone', points: 30 },
      { code: 'otherBirth', points: -20 },
    ],
    person: person(3, '赵雪斌', '1988-11-02', null),
    said: false,
  },
];

export const repeated: readonly EarlierApplication[] = [
  {
    applicationId: id(8101),
    matterId: id(8101),
    number: '53050221260300012',
    class: 'civil',
    cause: 'labourPay',
    state: 'UNDER_REVIEW',
    receivedOn: '2026-11-18',
    sameMatter: true,
  },
  {
    applicationId: id(8102),
    matterId: id(8102),
    number: '53050221250600077',
    class: 'civil',
    cause: 'maintenance',
    state: 'GRANTED',
    receivedOn: '2025-06-03',
    sameMatter: false,
  },
];

export const conflicted: readonly ConflictedHandler[] = [
  {
    handlerId: id(2001),
    name: '王丽萍',
    agencyName: '云南永昌律师事务所',
    conflicts: [
      {
        kind: 'actsForOtherSide',
        caseId: id(1),
        caseNumber: '保法援民字〔2025〕第0312号',
        by: 'name',
        score: 90,
        certain: true,
      },
    ],
  },
];
