import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deadline } from '../../../modules/policy/index.ts';
import { bodyOf, textOf } from '../bodies.ts';
import { clearCookie, sessionCookie } from '../cookies.ts';
import { beginDraft } from '../drafts.ts';
import { PreQuestionPage } from '../pages/pre-check-question.tsx';
import { PreResultPage } from '../pages/pre-check-result.tsx';
import { EligiblePage } from '../pages/reading.tsx';
import type { Limit } from '../pages/start.tsx';
import { carriedFrom } from '../pre-check/carry.ts';
import { dropState, keepState, keptMinutes, stateIn } from '../pre-check/sealed-state.ts';
import { offeredOn, type PreTurn, type PreWalk, readTurn, walkPreCheck } from '../pre-check/walk.ts';
import { seeOther, sendPage } from '../send-page.ts';
import { frameOf, isOurForm, knock, mustBeOurForm, places, plainFrame, type Site, today } from '../site.ts';
import type { FieldError, Typed } from '../steps/values.ts';
import { knownBelow, near, optionsBelow } from './nearest.tsx';
import { limitOf } from './open-pages.tsx';

const start = '/can-i-apply';
const hidden = { schema: { hide: true } };

/** Points shown on a result: enough to choose from, few enough to print. */
const nearestShown = 3;

/** 我能不能申请: anonymous, one question a page. The answers travel sealed in a cookie; nothing is written until the person applies. */
export function preCheckPages(app: FastifyInstance, site: Site): void {
  app.get(start, hidden, async (request, reply) =>
    sendPage(
      reply,
      <EligiblePage frame={plainFrame(site, request)} days={limitOf(site, 'decide').days} minutes={keptMinutes} />,
    ),
  );

  app.get(`${start}/again`, hidden, async (_request, reply) => {
    dropState(site, reply);
    return seeOther(reply, `${start}/1`);
  });

  app.get(`${start}/result`, hidden, async (request, reply) => {
    const walk = walkIn(site, request);
    if (walk.end === undefined) return seeOther(reply, `${start}/${walk.turns.length}`);
    return result(site, request, reply, { ...walk, end: walk.end });
  });

  app.get<{ Params: { n: string } }>(`${start}/:n`, hidden, async (request, reply) => {
    const walk = walkIn(site, request);
    const n = Number(request.params.n);
    const turn = /^\d{1,2}$/.test(request.params.n) ? walk.turns[n - 1] : undefined;
    if (turn === undefined) return /^\d{1,2}$/.test(request.params.n) ? onwards(reply, walk) : reply.callNotFound();
    return question(site, request, reply, { walk, turn, n, typed: typedIn(turn), errors: [] });
  });

  app.post<{ Params: { n: string } }>(`${start}/:n`, hidden, async (request, reply) => {
    if (!/^\d{1,2}$/.test(request.params.n)) return reply.callNotFound();
    knock(site, 'preCheck', request);
    return answer(site, request, reply, Number(request.params.n));
  });

  app.post(`${start}/place`, hidden, async (request, reply) => {
    const body = bodyOf(request.body);
    mustBeOurForm(site, request, textOf(body, 'csrf'));
    knock(site, 'preCheck', request);
    const county = knownBelow(site, textOf(body, 'county'), site.city);
    const township = county === undefined ? undefined : knownBelow(site, textOf(body, 'township'), county);
    keepState(site, reply, { ...stateIn(site, request), place: township ?? county });
    return seeOther(reply, `${start}/result#where`);
  });

  app.post(`${start}/apply`, hidden, async (request, reply) => {
    mustBeOurForm(site, request, textOf(bodyOf(request.body), 'csrf'));
    knock(site, 'start', request);
    const { typed, steps } = carriedFrom(stateIn(site, request), walkIn(site, request), site.register);
    const open = await beginDraft(site, request.language, typed, { carried: steps });
    dropState(site, reply);
    sessionCookie(site, reply, 'draft', open.code);
    return seeOther(reply, '/apply');
  });
}

function walkIn(site: Site, request: FastifyRequest): PreWalk {
  return walkPreCheck(stateIn(site, request), contextOf(site));
}

function contextOf(site: Site) {
  return { on: today(site), regions: places(site), register: site.register };
}

/** The first question that is open, or the end. */
function onwards(reply: FastifyReply, { turns, end }: PreWalk): FastifyReply {
  return seeOther(reply, end === undefined ? `${start}/${turns.length}` : `${start}/result`);
}

async function answer(site: Site, request: FastifyRequest, reply: FastifyReply, n: number): Promise<FastifyReply> {
  const body = bodyOf(request.body);
  const state = stateIn(site, request);
  const walk = walkPreCheck(state, contextOf(site));
  const turn = walk.turns[n - 1];
  // The page is no longer the one that was asked here, or the answers before it are gone.
  if (turn === undefined || turn.question.id !== textOf(body, 'q')) {
    const [first] = walk.turns;
    const gone = n > 1 && Object.keys(state.told).length === 0 && first !== undefined;
    if (!gone) return onwards(reply, walk);
    return question(site, request, reply, { walk, turn: first, n: 1, typed: {}, errors: [], gone });
  }
  const typed = typedOn(turn, body);
  const shown = { walk, turn, n, typed };
  if (!isOurForm(site, request, textOf(body, 'csrf'))) {
    return question(site, request, reply, { ...shown, errors: [], expired: true, status: 403 });
  }
  const wish = textOf(body, 'do') || 'continue';
  const { errors } = readTurn(turn, typed);
  const sound = errors.length === 0;
  if (wish === 'continue' && !sound) return question(site, request, reply, { ...shown, errors, status: 422 });
  const told =
    wish === 'unsure' && turn.page.unsure ? 'unsure' : sound ? { typed, offered: offeredOn(turn) } : undefined;
  const changed = told === undefined ? state : { ...state, told: { ...state.told, [turn.question.id]: told } };
  keepState(site, reply, changed);
  if (wish === 'large') sessionCookie(site, reply, 'large', '1');
  if (wish === 'normal') clearCookie(site, reply, 'large');
  if (wish === 'zh' || wish === 'en') sessionCookie(site, reply, 'lang', wish);
  if (wish !== 'continue' && wish !== 'unsure') return seeOther(reply, `${start}/${n}`);
  return onwards(reply, walkPreCheck(changed, contextOf(site)));
}

interface Asked {
  readonly walk: PreWalk;
  readonly turn: PreTurn;
  readonly n: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly expired?: boolean;
  readonly gone?: boolean;
  readonly status?: number;
}

function question(site: Site, request: FastifyRequest, reply: FastifyReply, asked: Asked): FastifyReply {
  const { walk, turn, n, typed, errors, expired = false, gone = false, status = 200 } = asked;
  return sendPage(
    reply,
    <PreQuestionPage
      frame={{ ...frameOf(site, request, reply), here: `${start}/${n}` }}
      turn={turn}
      n={n}
      values={walk.values}
      typed={typed}
      errors={errors}
      expired={expired}
      gone={gone}
    />,
    status,
  );
}

async function result(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  walk: Parameters<typeof PreResultPage>[0]['walk'],
): Promise<FastifyReply> {
  const { place } = stateIn(site, request);
  const county = place === undefined ? undefined : optionsBelow(site, site.city).find((o) => place.startsWith(o.value));
  return sendPage(
    reply,
    <PreResultPage
      frame={{ ...frameOf(site, request, reply), here: `${start}/result` }}
      walk={walk}
      decide={limitOf(site, 'decide')}
      designate={limitOf(site, 'designate')}
      notified={noticeLimit(site)}
      counties={optionsBelow(site, site.city)}
      townships={county === undefined ? [] : optionsBelow(site, county.value)}
      chosen={{ county: county?.value ?? '', township: place === county?.value ? '' : (place ?? '') }}
      near={place === undefined ? undefined : await near(site, place, nearestShown)}
    />,
  );
}

/** How soon after an authority's notice a lawyer is designated (法律援助法 art. 36). */
function noticeLimit(site: Site): Limit {
  const limit = deadline({ step: 'designate', from: today(site), matter: 'notified' }, site.deps.runner.calendar());
  if (!limit.ok) throw new Error('no limit on file for a notice');
  return { days: limit.value.amount, citation: limit.value.citation };
}

/** Longest text that a control of the pre-check sends: a code of the register, a sum of money. */
const mostTyped = 40;

function typedOn({ page }: PreTurn, body: ReturnType<typeof bodyOf>): Typed {
  return Object.fromEntries(
    page.fields.flatMap((name) => {
      const value = body[name];
      if (value === undefined) return [];
      return [
        [
          name,
          typeof value === 'string'
            ? value.slice(0, mostTyped)
            : value.slice(0, 40).map((one) => one.slice(0, mostTyped)),
        ],
      ];
    }),
  );
}

function typedIn({ told }: PreTurn): Typed {
  return told === undefined || told === 'unsure' ? {} : told.typed;
}
