import { describe, expect, test } from 'vitest';
import { settleReceipt } from './receipt.ts';

/** Ten in the morning of 24 November 2026 in Shanghai. */
const now = '2026-11-24T02:00:00.000Z';
type Told = Parameters<typeof settleReceipt>[0];
const settle = (told: Partial<Told>, byStaff = true) => settleReceipt({ door: 'window', ...told }, now, byStaff);
const faults = (told: Partial<Told>, byStaff = true): readonly string[] => {
  const settled = settle(told, byStaff);
  return settled.ok ? [] : settled.fault.map(({ pointer, code }) => `${pointer} ${code}`);
};

test('without a word it was received today', () => {
  expect(settle({})).toEqual({ ok: true, value: { receivedOn: '2026-11-24', lateEntry: null, forwarding: null } });
});

describe('a paper form entered late', () => {
  test('keeps its true day, the reason and the day it was entered', () => {
    expect(settle({ receivedOn: '2026-11-13', lateEntryReason: '停电' })).toMatchObject({
      value: { receivedOn: '2026-11-13', lateEntry: { reason: '停电', enteredOn: '2026-11-24' } },
    });
  });
  test.each([
    ['without a reason', { receivedOn: '2026-11-23' }, true, ['/lateEntryReason input.required']],
    ['today, without one', { receivedOn: '2026-11-24' }, true, []],
    ['tomorrow', { receivedOn: '2026-11-25' }, true, ['/receivedOn application.receivedOnFuture']],
    ['a year ago', { receivedOn: '2025-11-24', lateEntryReason: '停电' }, true, []],
    ['more', { receivedOn: '2025-11-23', lateEntryReason: '停电' }, true, ['/receivedOn application.receivedOnTooOld']],
    ['by a citizen', { receivedOn: '2026-11-23' }, false, ['/receivedOn application.receivedOnStaffOnly']],
  ] as const)('%s', (_what, told, byStaff, expected) => {
    expect(faults(told, byStaff)).toEqual(expected);
  });
});

describe('an application forwarded from custody or by a duty lawyer', () => {
  const place = '施甸县看守所';
  test('its times are those of Shanghai, to the minute', () => {
    expect(
      settle({
        door: 'custody',
        lateEntryReason: '网络中断',
        forwarding: { place, appliedAt: '2026-11-22T23:50', receivedAt: '2026-11-23T16:20' },
      }),
    ).toMatchObject({
      value: {
        receivedOn: '2026-11-23',
        forwarding: { appliedAt: '2026-11-22T15:50:00.000Z', receivedAt: '2026-11-23T08:20:00.000Z' },
      },
    });
  });
  test('received now, when nothing else is told', () => {
    expect(settle({ door: 'dutyLawyer', forwarding: { place, appliedAt: '2026-11-23T09:00' } })).toMatchObject({
      value: { receivedOn: '2026-11-24', forwarding: { receivedAt: now } },
    });
  });
  test.each([
    [
      'through another door',
      { forwarding: { place, appliedAt: '2026-11-23T09:00' } },
      '/forwarding application.forwardingDoor',
    ],
    [
      'applied after it was received',
      { door: 'custody', forwarding: { place, appliedAt: '2026-11-24T10:01' } },
      '/forwarding/appliedAt application.forwardedBefore',
    ],
    [
      'received in an hour',
      { door: 'custody', forwarding: { place, appliedAt: '2026-11-24T09:00', receivedAt: '2026-11-24T11:00' } },
      '/forwarding/receivedAt application.receivedOnFuture',
    ],
    [
      'received on two days',
      {
        door: 'custody',
        receivedOn: '2026-11-24',
        forwarding: { place, appliedAt: '2026-11-22T09:00', receivedAt: '2026-11-23T09:00' },
      },
      '/forwarding/receivedAt application.receivedTwice',
    ],
  ] as const)('%s', (_what, told, expected) => {
    expect(faults(told as Partial<Told>)).toEqual([expected]);
  });
});
