import { expect, test } from 'vitest';
import { assessmentHash } from './assessment-hash.ts';
import { assess } from './rules/assess.ts';
import type { Facts } from './schema.ts';

const facts: Facts = {
  receivedOn: '2026-12-28',
  region: '530521',
  matter: { class: 'civil', cause: 'labourPay' },
  applicant: { birthDate: '1980-05-01', residence: 'rural', groups: ['migrantWorker', 'farmer'] },
};

test('the same facts and answer have the same fingerprint, another fact another', () => {
  const answer = assess(facts);
  expect(assessmentHash(facts, answer)).toMatch(/^[0-9a-f]{64}$/);
  expect(assessmentHash(structuredClone(facts), assess(structuredClone(facts)))).toBe(assessmentHash(facts, answer));
  const other: Facts = { ...facts, region: '530523' };
  expect(assessmentHash(other, assess(other))).not.toBe(assessmentHash(facts, answer));
  expect(assessmentHash(facts, { ...answer, outcome: 'ineligible' })).not.toBe(assessmentHash(facts, answer));
});

test('a year added to the calendar leaves it as it was, though a running limit may move', () => {
  const answer = assess(facts);
  const moved = { ...answer, deadlines: answer.deadlines.map((one) => ({ ...one, due: '2027-01-05' })) };
  expect(assessmentHash(facts, moved)).toBe(assessmentHash(facts, answer));
});
