import { expect, test } from 'vitest';
import { messageWords } from './message-words.ts';
import { formatApplicationNumber } from './number.ts';

const number = formatApplicationNumber('530521', '2026-11-24', 42);

test('a message says the number, the day and what to do', () => {
  const text = messageWords('supplementRequested', number, { dueOn: '2026-12-01' });
  expect(text).toContain('530521 2611 000042');
  expect(text).toContain('2026-12-01');
});

test.each([
  'granted',
  'refused',
  'deemedWithdrawn',
  'provisionalConfirmed',
  'provisionalEnded',
  'commitmentDoubted',
  'objectionMaintained',
  'correctionOrdered',
  'designated',
  'progressNoted',
  'closed',
  'terminated',
  'resumed',
])('%s has its words and no slot left open', (kind) => {
  expect(messageWords(kind, number, {})).not.toMatch(/undefined|\{/);
});

test('an unknown kind is a fault of ours, not a blank message', () => {
  expect(() => messageWords('other', number, {})).toThrow(/no words/);
});
