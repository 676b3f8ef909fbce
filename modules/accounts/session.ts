import { sessionTokenHash } from '../../kernel/auth/index.ts';
import type { Instant } from '../../kernel/time/index.ts';
import { type Actor, type Runner, runUseCase, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import { idleUntil, isLive, isWorthNoting } from './rules/session.ts';
import { findSession, type SessionRow, touchSession } from './store/sessions.ts';

/** What must be done before anything else may be. */
export type DueStep = 'password' | 'totp';

/** A live session: who it is, what it may do, and how long it lasts. */
export interface Session extends SessionRow {
  readonly actor: Actor;
  /** When it ends unless it is used again; at the latest at `expiresAt`. */
  readonly idleUntil: Instant;
  readonly due: DueStep | undefined;
}

export interface SessionReading {
  /** Every tenant on file, from which grants for a region and all below it choose. */
  readonly tenants: () => Promise<readonly string[]>;
  /** Roles that must use one-time codes. */
  readonly totpRoles: readonly string[];
}

/**
 * The live session of a cookie, or undefined: unknown, ended, left alone for half an hour, older than twelve hours, of a
 * disabled account. Read from the database every time, so that a revocation holds from the next request on, in every
 * process; one trip to it.
 */
export async function readSession(
  runner: Runner,
  reading: SessionReading,
  cookie: string | undefined,
): Promise<Session | undefined> {
  const [, tenant, token] = /^(\d{6})\.(.*)$/s.exec(cookie ?? '') ?? [];
  const tokenHash = sessionTokenHash(token);
  if (tenant === undefined || tokenHash === undefined) return undefined;
  const scope = { tenants: [tenant], agencies: [] };
  const row = await runner.database.look(scope, (db) => findSession(db, tenant, tokenHash));
  const at = runner.clock.now();
  if (row === undefined || row.accountState !== 'active' || !isLive(row, at)) return undefined;
  const seen = isWorthNoting(row, at);
  if (seen) await runUseCase(runner, systemActor, (tx) => touchSession(tx, row), { scope });
  const current = seen ? { ...row, lastSeenAt: at } : row;
  const tenants = new Set([...row.grants.map((grant) => grant.tenant), ...(await reading.tenants())]);
  return {
    ...current,
    actor: staffActor(row.accountId, row.displayName, row.grants, [...tenants].sort()),
    idleUntil: idleUntil(current),
    due: dueStep(row, reading.totpRoles),
  };
}

function dueStep(row: SessionRow, totpRoles: readonly string[]): DueStep | undefined {
  if (row.passwordDue) return 'password';
  return !row.totpOn && mustUseTotp(row, totpRoles) ? 'totp' : undefined;
}

export function mustUseTotp(row: Pick<SessionRow, 'grants'>, totpRoles: readonly string[]): boolean {
  return row.grants.some((grant) => totpRoles.includes(grant.role));
}
