import { expect, test } from 'vitest';
import { expiryOf, idleUntil, isLive, isWorthNoting } from './session.ts';

const at = '2026-11-24T02:00:00.000Z';
const fresh = { lastSeenAt: at, expiresAt: expiryOf(at), revokedAt: null };

test.each([
  ['at once', fresh, at, true],
  ['a moment before half an hour', fresh, '2026-11-24T02:29:59.999Z', true],
  ['after half an hour alone', fresh, '2026-11-24T02:30:00.000Z', false],
  [
    'in use until the twelfth hour',
    { ...fresh, lastSeenAt: '2026-11-24T13:59:00.000Z' },
    '2026-11-24T13:59:59.999Z',
    true,
  ],
  [
    'in use past the twelfth hour',
    { ...fresh, lastSeenAt: '2026-11-24T13:59:00.000Z' },
    '2026-11-24T14:00:00.000Z',
    false,
  ],
  ['revoked', { ...fresh, revokedAt: at }, at, false],
])('a session %s', (_when, session, now, live) => {
  expect(isLive(session, now)).toBe(live);
});

test('a use is noted once a minute', () => {
  expect(isWorthNoting(fresh, '2026-11-24T02:00:59.999Z')).toBe(false);
  expect(isWorthNoting(fresh, '2026-11-24T02:01:00.000Z')).toBe(true);
  expect(idleUntil(fresh)).toBe('2026-11-24T02:30:00.000Z');
});
