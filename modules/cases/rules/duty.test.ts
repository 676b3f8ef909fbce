import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyPeriods } from '../duty-schema.ts';
import { helpFaults, isDutyPlace, overlaps } from './duty.ts';

const halves = { morning: ['am'], afternoon: ['pm'], day: ['am', 'pm'] };

test('two periods overlap exactly when they share a half day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...dutyPeriods), fc.constantFrom(...dutyPeriods), (a, b) => {
      expect(overlaps(a, b)).toBe(halves[a].some((half) => halves[b].includes(half)));
    }),
  );
});

test('duty is at courts, procuratorates, detention houses and the centre; not in villages, not where it has closed', () => {
  const place = (
    kind: Parameters<typeof isDutyPlace>[0]['kind'],
    host: Parameters<typeof isDutyPlace>[0]['host'] = null,
  ) => isDutyPlace({ kind, host, status: 'open' });
  expect([place('courtStation'), place('centre'), place('otherStation', 'detentionHouse')]).toEqual([true, true, true]);
  expect([place('townshipStation'), place('villagePoint'), place('otherStation', 'community')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(isDutyPlace({ kind: 'courtStation', host: null, status: 'closed' })).toBe(false);
});

test.each([
  ['onSite', 'signed', ['advice'], []],
  ['onSite', 'heardRemotely', ['advice'], ['duty.signatureMode']],
  ['phone', 'signed', ['advice'], ['duty.signatureMode']],
  ['phone', 'heardRemotely', ['pleaWitness'], ['duty.pleaByPhone']],
  ['video', 'heardRemotely', ['pleaWitness'], []],
  ['phone', 'refused', ['advice'], []],
] as const)('%s, %s, %j → %j', (mode, signature, services, codes) => {
  expect(helpFaults({ mode, signature, services }).map((f) => f.code)).toEqual(codes);
});
