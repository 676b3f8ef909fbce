import type { Instant } from '../time/index.ts';

/** How many wrong passwords in a row are borne, and how long the account then rests (等保: 登录失败处理). */
export const lockOutRule = {
  failures: 5,
  firstSeconds: 60,
  longestSeconds: 1800,
  /** Failures are forgotten after this long without another. */
  forgetSeconds: 86_400,
} as const;

/** What an account remembers of wrong passwords: two columns. */
export interface LockState {
  readonly failures: number;
  readonly lastFailureAt: Instant | null;
}

export const noFailures: LockState = { failures: 0, lastFailureAt: null };

export type LockAnswer =
  | { readonly allowed: true; readonly attemptsLeft: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/**
 * May this account try a password now? From the fifth failure in a row it rests one minute, then two, four, … thirty.
 * Attempts refused meanwhile are not recorded, so a stranger who keeps trying cannot lengthen the rest.
 */
export function mayTry(state: LockState, now: Instant): LockAnswer {
  const { failures, lastFailureAt } = remembered(state, now);
  const over = failures - lockOutRule.failures;
  if (over < 0 || lastFailureAt === null) return { allowed: true, attemptsLeft: -over };
  const rest = Math.min(lockOutRule.firstSeconds * 2 ** Math.min(over, 30), lockOutRule.longestSeconds);
  const left = rest - (Date.parse(now) - Date.parse(lastFailureAt)) / 1000;
  return left > 0 ? { allowed: false, retryAfterSeconds: Math.ceil(left) } : { allowed: true, attemptsLeft: 1 };
}

/** The state after an attempt that {@link mayTry} allowed. */
export function afterAttempt(state: LockState, succeeded: boolean, now: Instant): LockState {
  return succeeded ? noFailures : { failures: remembered(state, now).failures + 1, lastFailureAt: now };
}

/** The same answer from a history of attempts, oldest first. */
export function mayTryAfter(
  history: readonly { readonly at: Instant; readonly succeeded: boolean }[],
  now: Instant,
): LockAnswer {
  return mayTry(
    history.reduce<LockState>(
      (state, { at, succeeded }) => (mayTry(state, at).allowed ? afterAttempt(state, succeeded, at) : state),
      noFailures,
    ),
    now,
  );
}

function remembered(state: LockState, now: Instant): LockState {
  const { lastFailureAt } = state;
  const isOld =
    lastFailureAt !== null && Date.parse(now) - Date.parse(lastFailureAt) > lockOutRule.forgetSeconds * 1000;
  return isOld ? noFailures : state;
}
