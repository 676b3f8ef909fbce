import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CsrfTokens, clientKey, csrfTokens, type RateLimiter, rateLimiter } from '../../kernel/auth/index.ts';
import type { Config } from '../../kernel/config/index.ts';
import { type FieldCipher, fieldCipher, type KeyRing } from '../../kernel/crypto/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { localDateOf } from '../../kernel/time/index.ts';
import type { PressOptions } from '../../modules/documents/index.ts';
import { childrenOf, cityOf, loadRegister, type Register, regionOf, shortNameOf } from '../../modules/network/index.ts';
import { type Law, lawOf } from '../../modules/policy/index.ts';
import { clearCookie, cookieNames, sessionCookie } from './cookies.ts';
import type { Frame } from './frame.ts';
import { wordsOf } from './locales/locale.ts';
import { causesFor } from './steps/causes-for.ts';
import type { JourneyContext } from './steps/context.ts';
import { meansMatter } from './steps/means.ts';

export interface PortalDeps extends HttpDeps {
  readonly config: Config;
  readonly keyRing: KeyRing;
  /** How papers are printed that a person opens. */
  readonly press?: PressOptions;
}

/** What the portal's routes share; made once. */
export interface Site {
  readonly deps: PortalDeps;
  readonly register: Register;
  /** Code of the city served: drafts are kept under it. */
  readonly city: string;
  readonly csrf: CsrfTokens;
  /** Seals what a browser keeps for us. */
  readonly cipher: FieldCipher;
  readonly limits: Readonly<Record<LimitName, RateLimiter>>;
}

/** How often one address may knock. Generous enough for a village that shares one line; codes are long, so guessing stays hopeless. */
const rates = {
  start: { burst: 40, perMinute: 20 },
  resume: { burst: 10, perMinute: 6 },
  lookUp: { burst: 30, perMinute: 20 },
  upload: { burst: 60, perMinute: 30 },
  send: { burst: 20, perMinute: 10 },
  verify: { burst: 20, perMinute: 10 },
  preCheck: { burst: 120, perMinute: 60 },
  nearest: { burst: 120, perMinute: 60 },
} as const;
export type LimitName = keyof typeof rates;

export function openSite(deps: PortalDeps): Site {
  const register = loadRegister();
  const limiter = (name: LimitName): RateLimiter => rateLimiter(rates[name], () => performance.now());
  return {
    deps,
    register,
    city: cityOf(register).code,
    cipher: fieldCipher(deps.keyRing),
    csrf: csrfTokens(deps.keyRing.serverSecret('csrf'), (n) => randomBytes(n)),
    limits: {
      start: limiter('start'),
      resume: limiter('resume'),
      lookUp: limiter('lookUp'),
      upload: limiter('upload'),
      send: limiter('send'),
      verify: limiter('verify'),
      preCheck: limiter('preCheck'),
      nearest: limiter('nearest'),
    },
  };
}

/** @throws Refusal `rate.limited` */
export function knock(site: Site, name: LimitName, request: FastifyRequest): void {
  const answer = site.limits[name].take(clientKey(request.ip));
  if (!answer.allowed) throw new Refusal('rate.limited', { seconds: answer.retryAfterSeconds });
}

export function today(site: Site): string {
  return localDateOf(site.deps.runner.clock.now());
}

/** The reader's frame; pages with a form get a token, and the visitor a cookie that the token is bound to. */
export function frameOf(site: Site, request: FastifyRequest, reply: FastifyReply): Frame {
  return { ...plainFrame(site, request), csrf: site.csrf.issue(visitorOf(site, request, reply)) };
}

export function plainFrame(site: Site, request: FastifyRequest): Frame {
  const words = wordsOf(request.language);
  const city = regionOf(site.register, site.city);
  const name = city === undefined ? '' : shortNameOf(city);
  return {
    words,
    city: words.language === 'zh' ? name : romanisedCity(city?.pinyin ?? ''),
    today: today(site),
    demonstration: site.deps.config.demo,
    large: request.cookies[cookieNames.large] === '1',
    kiosk: request.cookies[cookieNames.kiosk] === '1',
    here: request.url.length <= 500 ? request.url : '/',
    csrf: '',
  };
}

/** `bao shan shi` → `Baoshan`: the last syllable says "city". */
function romanisedCity(pinyin: string): string {
  const stem = pinyin.split(' ').slice(0, -1).join('');
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}

function visitorOf(site: Site, request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[cookieNames.visitor];
  if (known !== undefined && /^[\w-]{43}$/.test(known)) return known;
  const fresh = randomBytes(32).toString('base64url');
  sessionCookie(site, reply, 'visitor', fresh);
  return fresh;
}

/** True when the form was served by us to this browser. */
export function isOurForm(site: Site, request: FastifyRequest, token: string | undefined): boolean {
  const visitor = request.cookies[cookieNames.visitor];
  return visitor !== undefined && site.csrf.accepts(visitor, token);
}

/** @throws Refusal `auth.csrf` */
export function mustBeOurForm(site: Site, request: FastifyRequest, token: string | undefined): void {
  if (!isOurForm(site, request, token)) throw new Refusal('auth.csrf');
}

/** The law in force now: the files and what was changed by record. */
export function lawInUse(site: Site): Law {
  return lawOf({ handed: site.deps.runner.handed?.() ?? {} });
}

export function journeyContext(site: Site): JourneyContext {
  const day = today(site);
  const demonstration = site.deps.config.demo;
  const law = lawInUse(site);
  return {
    today: day,
    register: site.register,
    city: site.city,
    demonstration,
    causesFor,
    meansMatter: (values) => meansMatter(values, { today: day, city: site.city, demonstration }, law),
  };
}

/** A kiosk forgets; a telephone keeps its draft's code for two hours after the last page. */
export function forget(site: Site, reply: FastifyReply): void {
  clearCookie(site, reply, 'draft');
  clearCookie(site, reply, 'complaintDraft');
  clearCookie(site, reply, 'complaint');
  clearCookie(site, reply, 'matter');
  clearCookie(site, reply, 'preCheck');
  clearCookie(site, reply, 'visitor');
}

/** The places whose centres may decide: the city's own and its counties'. */
export function places({ register, city }: Pick<Site, 'register' | 'city'>): readonly string[] {
  return [city, ...childrenOf(register, city).map((county) => county.code)];
}
