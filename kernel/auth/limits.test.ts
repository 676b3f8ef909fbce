import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAttempt, type LockState, lockOutRule, mayTry, mayTryAfter, noFailures } from './lock-out.ts';
import { clientKey, rateLimiter } from './rate-limit.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24) + seconds * 1000).toISOString();

describe('lock-out', () => {
  const fail = (state: LockState, seconds: number) => afterAttempt(state, false, at(seconds));

  test('four wrong passwords are borne, the fifth brings a minute of rest', () => {
    let state = noFailures;
    for (let i = 0; i < 4; i++) {
      expect(mayTry(state, at(i))).toEqual({ allowed: true, attemptsLeft: 5 - i });
      state = fail(state, i);
    }
    expect(mayTry(state, at(4))).toEqual({ allowed: true, attemptsLeft: 1 });
    state = fail(state, 4);
    expect(mayTry(state, at(4))).toEqual({ allowed: false, retryAfterSeconds: 60 });
    expect(mayTry(state, at(63))).toEqual({ allowed: false, retryAfterSeconds: 1 });
    expect(mayTry(state, at(64))).toEqual({ allowed: true, attemptsLeft: 1 });
  });

  test('each further failure doubles the rest, up to half an hour', () => {
    let state = noFailures;
    let now = 0;
    const rests: number[] = [];
    for (let i = 0; i < 12; i++) {
      state = fail(state, now);
      const answer = mayTry(state, at(now));
      if (!answer.allowed) {
        rests.push(answer.retryAfterSeconds);
        now += answer.retryAfterSeconds;
      }
    }
    expect(rests).toEqual([60, 120, 240, 480, 960, 1800, 1800, 1800]);
  });

  test('the right password forgives all, and so does a quiet day', () => {
    let state = noFailures;
    for (let i = 0; i < 4; i++) state = fail(state, i);
    expect(afterAttempt(state, true, at(5))).toEqual(noFailures);
    expect(mayTry(state, at(3 + lockOutRule.forgetSeconds + 1))).toEqual({ allowed: true, attemptsLeft: 5 });
    expect(fail(state, 3 + lockOutRule.forgetSeconds + 1).failures).toBe(1);
  });

  test('attempts during the rest change nothing', () => {
    const history = Array.from({ length: 5 }, (_, i) => ({ at: at(i), succeeded: false }));
    const impatient = [
      ...history,
      ...Array.from({ length: 50 }, (_, i) => ({ at: at(5 + i), succeeded: i % 2 === 0 })),
    ];
    expect(mayTryAfter(impatient, at(60))).toEqual(mayTryAfter(history, at(60)));
    expect(mayTryAfter(history, at(60))).toEqual({ allowed: false, retryAfterSeconds: 4 });
  });

  test('whatever the history, nobody waits longer than half an hour, and guessing is slow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 300 }), (gaps) => {
        let now = 0;
        let state = noFailures;
        let guesses = 0;
        for (const gap of gaps) {
          now += gap;
          const answer = mayTry(state, at(now));
          if (answer.allowed) {
            state = afterAttempt(state, false, at(now));
            guesses++;
          } else {
            expect(answer.retryAfterSeconds).toBeGreaterThan(0);
            expect(answer.retryAfterSeconds).toBeLessThanOrEqual(1800);
          }
        }
        // Four at once, then 1, 2, 4 … 30 minutes apart, with a new start after each quiet day.
        expect(guesses).toBeLessThanOrEqual((5 + 6) * (1 + now / lockOutRule.forgetSeconds) + now / 1800);
      }),
    );
  });
});

describe('rate limit', () => {
  const limited = (burst: number, perMinute: number, maxKeys?: number) => {
    const clock = { now: 0 };
    return { clock, limiter: rateLimiter({ burst, perMinute }, () => clock.now, maxKeys) };
  };

  test('a burst passes, then one each refill', () => {
    const { clock, limiter } = limited(3, 60);
    for (let i = 0; i < 3; i++) expect(limiter.take('a')).toEqual({ allowed: true });
    expect(limiter.take('a')).toEqual({ allowed: false, retryAfterSeconds: 1 });
    clock.now = 999;
    expect(limiter.take('a').allowed).toBe(false);
    clock.now = 1000;
    expect(limiter.take('a').allowed).toBe(true);
    expect(limiter.take('a').allowed).toBe(false);
    clock.now = 600_000;
    for (let i = 0; i < 3; i++) expect(limiter.take('a').allowed).toBe(true);
    expect(limiter.take('a').allowed).toBe(false);
  });

  test('keys do not disturb each other, and dear requests cost more', () => {
    const { limiter } = limited(10, 6);
    expect(limiter.take('a', 10).allowed).toBe(true);
    expect(limiter.take('b', 4).allowed).toBe(true);
    expect(limiter.take('b', 7)).toEqual({ allowed: false, retryAfterSeconds: 10 });
    expect(limiter.take('b', 6).allowed).toBe(true);
  });

  test('waiting as long as told is enough, and never are more let through than the rule gives', () => {
    const request = fc.record({ wait: fc.integer({ min: 0, max: 5000 }), cost: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 200 }), (requests) => {
        const { clock, limiter } = limited(5, 120);
        let spent = 0;
        for (const { wait, cost } of requests) {
          clock.now += wait;
          const answer = limiter.take('a', cost);
          if (answer.allowed) spent += cost;
          else {
            clock.now += answer.retryAfterSeconds * 1000;
            expect(limiter.take('a', cost).allowed).toBe(true);
            spent += cost;
          }
          expect(spent).toBeLessThanOrEqual(5 + (clock.now / 60_000) * 120 + 1e-6);
        }
      }),
    );
  });

  test('however many keys come, memory is bounded and the newest keep their count', () => {
    const { limiter } = limited(1, 1, 100);
    for (let i = 0; i < 10_000; i++) limiter.take(`key ${i}`);
    expect(limiter.size).toBe(100);
    expect(limiter.take('key 9999').allowed).toBe(false);
    expect(limiter.take('key 0').allowed).toBe(true);
  });

  test('a clock that runs backwards gives nothing away', () => {
    const { clock, limiter } = limited(1, 60);
    clock.now = 10_000;
    expect(limiter.take('a').allowed).toBe(true);
    clock.now = 0;
    expect(limiter.take('a').allowed).toBe(false);
  });

  test('a rule of nothing is a mistake', () => {
    expect(() => rateLimiter({ burst: 0, perMinute: 1 }, () => 0)).toThrow(RangeError);
    expect(() => rateLimiter({ burst: 1, perMinute: 0 }, () => 0)).toThrow(RangeError);
    expect(() => rateLimiter({ burst: Number.NaN, perMinute: 1 }, () => 0)).toThrow(RangeError);
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, key) => {
  expect(clientKey(address)).toBe(key);
});
