import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csrfTokens } from '../../kernel/auth/index.ts';
import type { Config } from '../../kernel/config/index.ts';
import type { KeyRing } from '../../kernel/crypto/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import { type Actor, type Runner, runQuery, systemActor } from '../../kernel/use-case/index.ts';
import { centresOnFile } from '../network/index.ts';
import { readSession, type Session, type SessionReading } from './session.ts';

export const sessionCookie = 'fayuan_session';
export const csrfHeader = 'x-csrf-token';

export interface AccountsDeps {
  readonly runner: Runner;
  readonly config: Pick<Config, 'tls' | 'totpRoles'>;
  readonly keyRing: KeyRing;
}

/** What the rest of the server needs of accounts. */
export interface AccountsHooks {
  /**
   * Who asks. Holds for the whole request.
   * @throws Refusal `auth.required` without a live session; `auth.passwordDue`, `auth.totpDue` while that is still to be done
   */
  actorOf(request: FastifyRequest): Promise<Actor>;
  /** The session itself, also while something is still due. @throws Refusal `auth.required` */
  sessionOf(request: FastifyRequest): Promise<Session>;
  /** The session, if there is a live one. */
  sessionIfAny(request: FastifyRequest): Promise<Session | undefined>;
}

/** How sessions are read at this server, and how its forms are told from others'. */
export function sessionDoor({ runner, config, keyRing }: AccountsDeps) {
  const reading: SessionReading = { tenants: tenantsOnFile(runner), totpRoles: config.totpRoles };
  const csrf = csrfTokens(keyRing.serverSecret('csrf'), (n) => runner.ids.random(n));
  const sessionIfAny = (request: FastifyRequest): Promise<Session | undefined> => {
    const known = readings.get(request);
    if (known !== undefined) return known;
    const fresh = readSession(runner, reading, request.cookies[sessionCookie]);
    readings.set(request, fresh);
    return fresh;
  };
  const sessionOf = async (request: FastifyRequest): Promise<Session> => {
    const session = await sessionIfAny(request);
    if (session === undefined) throw new Refusal('auth.required');
    return session;
  };
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const { actor, due } = await sessionOf(request);
    if (due !== undefined) throw new Refusal(due === 'password' ? 'auth.passwordDue' : 'auth.totpDue');
    return actor;
  };
  return { csrf, reading, sessionIfAny, sessionOf, actorOf };
}

/** A request's session is read once, however many ask for it. */
const readings = new WeakMap<FastifyRequest, Promise<Session | undefined>>();

/**
 * Install the guard: a request that changes something, made with a session, must show that it comes from our own page.
 * Without a live session there is nothing to abuse, and the route itself says that one is needed.
 */
export function accountsHooks(app: FastifyInstance, deps: AccountsDeps): AccountsHooks {
  const door = sessionDoor(deps);
  app.addHook('preHandler', async (request) => {
    if (!request.url.startsWith('/api/') || safeMethods.has(request.method)) return;
    if (isSignIn(request)) return refuseCrossSite(request);
    if (request.cookies[sessionCookie] === undefined) return;
    const session = await door.sessionIfAny(request);
    if (session === undefined) return;
    const token = request.headers[csrfHeader];
    if (!door.csrf.accepts(session.tokenHash, Array.isArray(token) ? undefined : token)) throw new Refusal('auth.csrf');
  });
  return { actorOf: door.actorOf, sessionOf: door.sessionOf, sessionIfAny: door.sessionIfAny };
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const isSignIn = (request: FastifyRequest): boolean =>
  request.method === 'POST' && request.routeOptions.url === '/api/session';

/** Nobody is signed in by a stranger's page: there is no session yet that a token could be bound to, so the browser's word counts. */
function refuseCrossSite(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('auth.crossSite');
}

export function setSessionCookie(reply: FastifyReply, value: string, secure: boolean): void {
  void reply.setCookie(sessionCookie, value, cookieShape(secure));
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookie, cookieShape(secure));
}

/** No age: it goes with the browser, as a desk that several people share needs; the server ends it in any case. */
const cookieShape = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const;

/** The list of agencies is open to everybody; nothing else is needed. */
const noTenant = { tenants: [], agencies: [] };

/** The centres on file, looked up once a minute: a new centre is in sight of its region's staff that soon. */
function tenantsOnFile(runner: Runner): () => Promise<readonly string[]> {
  let known: { readonly until: number; readonly tenants: readonly string[] } | undefined;
  return async () => {
    const now = Date.parse(runner.clock.now());
    if (known === undefined || now >= known.until) {
      const centres = await runQuery(runner, systemActor, centresOnFile, noTenant);
      known = { until: now + 60_000, tenants: [...new Set(centres.map((centre) => centre.tenant))] };
    }
    return known.tenants;
  };
}
