import type { Instant } from '../../../kernel/time/index.ts';

/** How long a session lives (等保: 会话超时). A desk left alone for half an hour is signed out; nobody stays in past a day's work. */
export const sessionRule = { idleSeconds: 1800, longestSeconds: 43_200, touchSeconds: 60 } as const;

export interface SessionTimes {
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

export function isLive(session: SessionTimes, at: Instant): boolean {
  return session.revokedAt === null && at < session.expiresAt && at < idleUntil(session);
}

/** When the session dies unless it is used again. */
export function idleUntil(session: Pick<SessionTimes, 'lastSeenAt'>): Instant {
  return later(session.lastSeenAt, sessionRule.idleSeconds);
}

export function expiryOf(createdAt: Instant): Instant {
  return later(createdAt, sessionRule.longestSeconds);
}

/** A use is written down once a minute, not with every request. */
export function isWorthNoting(session: Pick<SessionTimes, 'lastSeenAt'>, at: Instant): boolean {
  return at >= later(session.lastSeenAt, sessionRule.touchSeconds);
}

function later(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
