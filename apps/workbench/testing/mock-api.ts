import type { Page, Route } from 'playwright-core';
import { pieceOf } from '../../../kernel/http/send-pieces.ts';
import { commitmentLifecycle } from '../../../modules/applications/commitment-lifecycle.ts';
import { cooperationLifecycle } from '../../../modules/applications/cooperation-lifecycle.ts';
import { applicationLifecycle } from '../../../modules/applications/lifecycle.ts';
import { destructionLifecycle } from '../../../modules/archive/lifecycle.ts';
import { affairLifecycles } from '../../../modules/cases/affair-lifecycles.ts';
import { dutyShiftLifecycle } from '../../../modules/cases/duty-lifecycle.ts';
import { caseLifecycle } from '../../../modules/cases/lifecycle.ts';
import { complaintLifecycle } from '../../../modules/complaints/lifecycle.ts';
import { federations } from '../../../modules/complaints/rules/federations.ts';
import { complaintGrounds } from '../../../modules/complaints/rules/grounds.ts';
import { objectionLifecycle } from '../../../modules/objections/lifecycle.ts';
import { changeLifecycle } from '../../../modules/policy/lifecycle.ts';
import { assessmentLifecycle, assessmentPlanLifecycle } from '../../../modules/quality/assessment-lifecycle.ts';
import { supervisionLifecycle } from '../../../modules/quality/supervision-lifecycle.ts';
import { batchLifecycle, costLifecycle, subsidyLifecycle } from '../../../modules/subsidies/lifecycle.ts';
import type { AskedDay, CircleQuestion, PositionToSet, SitingAsked, TeamAsked } from '../src/api/circle.ts';
import type { SessionView } from '../src/api/session.ts';
import { applicationPage, applicationRows, assessment, city, consultations, counties, today } from './fixtures.ts';
import { affairGrounds, affairRows, costs } from './fixtures-affairs.ts';
import { archiveFile, archiveLines, destructions } from './fixtures-archive.ts';
import { assessmentPlanPage, assessmentPlans, redrawn } from './fixtures-assessment.ts';
import { candidateList, casePage, caseRows } from './fixtures-cases.ts';
import {
  type AskedWay,
  circleIsochrones,
  circlePlan,
  circleView,
  circleWay,
  keptRows,
  keptRuns,
  positions,
  roadLines,
  roadsOnFile,
  roadTiles,
  teamPlan,
} from './fixtures-circle.ts';
import { complaintPage, complaints, upheld } from './fixtures-complaints.ts';
import { firmCases, ledger, methods, offers } from './fixtures-designation.ts';
import { helps, rota } from './fixtures-duty.ts';
import { changes, comparison, packList, preview, toldPack } from './fixtures-law.ts';
import { conflicted, matches, repeated } from './fixtures-matching.ts';
import {
  accounts,
  batches,
  batchPage,
  calendar,
  funds,
  parked,
  postings,
  satisfaction,
  statistics,
  subsidies,
  subsidyPage,
} from './fixtures-money.ts';
import { points, roster } from './fixtures-network.ts';
import { assessedCase, gradedCases, myReviews, ownResult, reviewPage } from './fixtures-peer-review.ts';
import {
  commitments,
  objected,
  objectedPage,
  objection,
  provided,
  providedCase,
  providedPage,
  requests,
} from './fixtures-review.ts';
import { supervisions } from './fixtures-supervision.ts';
import { officeForms } from './fixtures-templates.ts';
import { changedRows, figures, whatIfReport } from './fixtures-what-if.ts';

/** An answer of the mocked interface: JSON, or a problem. */
export type Answer = (asked: {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}) => unknown;

/** A refusal as the server words it. */
export class Refused {
  readonly status: number;
  readonly body: object;
  constructor(status: number, code: string, detail: string, more: object = {}) {
    this.status = status;
    this.body = { type: `urn:fayuan:${code}`, title: detail, status, code, detail, ...more };
  }
}

export interface MockApi {
  /** Who is signed in; null for nobody. */
  session: SessionView | null;
  /** `METHOD /path/with/:slots` → answer. What is put here wins over the ordinary day. */
  readonly answers: Map<string, Answer>;
  /** Every call that came in, in order. */
  readonly calls: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
  }[];
}

/** Answer the desk's calls inside the browser, from an ordinary day; the product itself knows nothing of it. */
export async function mockApi(page: Page, session: SessionView | null): Promise<MockApi> {
  const mock: MockApi = { session, answers: new Map(), calls: [] };
  await page.route('**/api/**', (route) => answer(route, mock));
  return mock;
}

const ordinary: readonly (readonly [string, Answer])[] = [
  [
    'GET /api/lifecycles',
    () => [
      applicationLifecycle,
      commitmentLifecycle,
      complaintLifecycle,
      cooperationLifecycle,
      objectionLifecycle,
      assessmentPlanLifecycle,
      assessmentLifecycle,
      supervisionLifecycle,
      caseLifecycle,
      ...Object.values(affairLifecycles),
      dutyShiftLifecycle,
      subsidyLifecycle,
      costLifecycle,
      batchLifecycle,
      changeLifecycle,
      destructionLifecycle,
    ],
  ],
  [
    'GET /api/supervisions',
    ({ query }) => ({
      rows: supervisions.filter((row) =>
        (['state', 'kind', 'finding'] as const).every((name) => row[name] === (query.get(name) ?? row[name])),
      ),
      next: null,
    }),
  ],
  ['GET /api/supervisions/mine', () => ({ rows: [] })],
  ['GET /api/supervisions/:tenant/:caseId', () => ({ rows: supervisions })],
  ['GET /api/regions', () => ({ source: '', regions: city.children })],
  ['GET /api/regions/530500', () => city],
  ['GET /api/regions/:code', ({ path }) => regionOf(path.split('/').at(-1) ?? '')],
  [
    'GET /api/applications',
    ({ query }) => ({
      rows: applicationRows.filter((row) => !query.has('state') || query.getAll('state').includes(row.state)),
      next: null,
    }),
  ],
  [`GET /api/applications/530502/${objected.id}`, () => objectedPage()],
  [`GET /api/applications/530502/${provided.id}`, () => providedPage()],
  ['GET /api/applications/:tenant/:id', () => applicationPage()],
  ['GET /api/applications/:tenant/:id/objection', () => objection],
  ['GET /api/templates/:tenant', () => ({ forms: officeForms, mayPropose: true })],
  ['GET /api/clocks/notices', () => ({ rows: [] })],
  ['GET /api/clocks', () => ({ rows: [], next: null })],
  ['GET /api/clocks/summary', () => ({ counts: [] })],
  ['POST /api/presence/:tenant/:matterId', () => ({ others: [] })],
  ['POST /api/presence/:tenant/:matterId/leave', () => ({ done: true })],
  ['GET /api/commitments/counted', () => ({ rows: commitments, next: null })],
  ['GET /api/commitments/:tenant/:id', () => commitments[0]],
  ['GET /api/complaints/grounds', () => ({ grounds: complaintGrounds, federations })],
  ['GET /api/complaints/upheld', () => ({ rows: upheld, next: null })],
  [
    'GET /api/complaints',
    ({ query }) => ({
      rows: complaints.filter(
        ({ state, grounds, allowedActions }) =>
          (query.has('all') || state === (query.get('state') ?? state)) &&
          (query.has('all') || query.has('state') || allowedActions.length > 0) &&
          (!query.has('ground') || grounds.includes(query.get('ground') ?? '')),
      ),
      next: null,
    }),
  ],
  ['GET /api/complaints/:tenant/:id', ({ path }) => complaintPage(Number(path.slice(-1)))],
  ['POST /api/complaints/beside', () => ({ rows: complaintPage(1).beside })],
  [
    'POST /api/complaints',
    () => ({
      tenant: '530502',
      complaintId: complaints[0]?.id,
      number: 'TS530502-2026-00009',
      queryCode: 'K7PWX3MA',
      version: 1,
      acceptBy: { on: '2026-12-01', citation: '《法律援助投诉处理办法》（司法部令第149号，天数待核实）' },
    }),
  ],
  [
    'POST /api/complaints/:tenant/:id/reveal',
    () => ({ complainant: { name: '阿木子·沙马', phone: '10012347731', address: '石瓢村三组' } }),
  ],
  [
    'GET /api/archives',
    ({ query }) => {
      const view = query.get('view');
      const rows = archiveLines.filter(
        (row) =>
          view === 'all' ||
          (view === 'due' && row.due) ||
          (view === 'held' && row.holds > 0) ||
          (view === 'permanent' && row.dueOn === null) ||
          (view === 'destroyed' && row.state === 'destroyed'),
      );
      return { rows, next: null, counts: { due: 3, held: 1, kept: 5, destroyed: 1 } };
    },
  ],
  ['GET /api/archives/:tenant/:id', ({ path }) => archiveFile(path)],
  ['POST /api/archives/hold', () => ({ version: 2, holdId: '00000000-0000-7000-8000-000000008301' })],
  ['GET /api/archive-destructions', () => ({ rows: destructions })],
  ['GET /api/archive-destructions/:tenant/:id', () => ({ ...destructions[0], lines: archiveLines.slice(3, 4) })],
  ['GET /api/commitments', ({ query }) => ({ rows: commitments.filter((row) => row.state === query.get('state')) })],
  ['GET /api/cooperation', ({ query }) => ({ rows: requests.filter((row) => row.state === query.get('state')) })],
  ['POST /api/people/search', () => ({ rows: [], next: null })],
  ['GET /api/consultations', () => ({ rows: consultations, next: null })],
  ['POST /api/consultations', () => ({ consultationId: consultations[0]?.id, version: 1 })],
  [
    'GET /api/cases',
    ({ query }) => ({
      rows: caseRows.filter((row) => !query.has('desk') || row.desk === query.get('desk')),
      next: null,
    }),
  ],
  [
    'GET /api/cases/desks',
    () => ({
      desks: ['designation', 'handling', 'fileReview'].map((desk) => ({
        desk,
        cases: caseRows.filter((row) => row.desk === desk).length,
        overdue: 0,
      })),
    }),
  ],
  [`GET /api/cases/530502/${providedCase().case.id}`, () => providedCase()],
  ['GET /api/case-affairs', () => ({ rows: affairRows })],
  ['GET /api/case-affairs/grounds', () => affairGrounds],
  ['GET /api/direct-costs', ({ query }) => ({ costs: costs.filter((row) => row.state === query.get('state')) })],
  ['GET /api/cases/:tenant/:id', () => casePage()],
  ['GET /api/cases/:tenant/:id/candidates', () => candidateList],
  [
    'GET /api/subsidies',
    ({ query }) => ({
      rows: subsidies.filter((row) => !query.has('state') || row.state === query.get('state')),
      next: null,
    }),
  ],
  ['POST /api/people/:tenant/matches', () => ({ matches })],
  ['GET /api/people/:tenant/:id/matches', () => ({ matches })],
  ['POST /api/applications/:tenant/repeated', () => ({ applications: repeated })],
  [
    'GET /api/designation/:tenant/relatives',
    () => ({
      relatives: [
        {
          id: '00000000-0000-7000-8000-000000008201',
          handlerId: '00000000-0000-7000-8000-000000002001',
          relation: 'sibling',
          name: '王丽华',
          declaredAt: '2026-03-02T02:00:00.000Z',
        },
      ],
    }),
  ],
  ['POST /api/designation/:tenant/conflict-check', () => ({ handlers: conflicted })],
  ['GET /api/designation/methods', () => ({ methods })],
  ['GET /api/designation/:tenant/offers', () => ({ offers })],
  ['GET /api/designation/:tenant/firm-cases', () => ({ cases: firmCases })],
  ['GET /api/designation/:tenant/ledger', () => ledger],
  ['GET /api/duty/:tenant/rota', () => rota],
  ['GET /api/duty/:tenant/helps', () => ({ rows: helps, next: null })],
  ['POST /api/notices/:tenant/earlier-cases', () => ({ cases: [] })],
  ['GET /api/subsidies/:tenant/:id', () => subsidyPage()],
  ['GET /api/funds', ({ query }) => ({ funds: query.get('tenant') === '530500' ? funds : [] })],
  ['GET /api/funds/:tenant/:id/postings', () => ({ postings })],
  ['GET /api/payment-batches', () => ({ batches })],
  ['GET /api/payment-batches/:tenant/:id', () => batchPage],
  ['GET /api/assessment-plans', () => ({ rows: assessmentPlans, mayPlanIn: ['530502', '530521'] })],
  ['GET /api/assessment-plans/:tenant/:id', () => assessmentPlanPage],
  ['GET /api/assessment-plans/:tenant/:id/draw-again', () => redrawn],
  ['GET /api/reviews', () => ({ rows: myReviews })],
  ['GET /api/reviews/:tenant/:id', () => reviewPage],
  ['GET /api/assessment-results', () => ({ rows: [ownResult] })],
  ['GET /api/assessment-results/:tenant/:id', () => ownResult],
  [
    'GET /api/assessments',
    ({ query }) => ({
      rows: gradedCases.filter((row) => row.grade === (query.get('grade') ?? row.grade)),
      next: null,
    }),
  ],
  ['GET /api/assessments/:tenant/:id', () => assessedCase],
  ['POST /api/assessment-plans', () => ({ planId: assessmentPlans[1]?.id, version: 1, state: 'PLANNED' })],
  [
    'GET /api/satisfaction',
    ({ query }) => ({
      rows: satisfaction.filter((row) => !query.has('face') || row.face === query.get('face')),
      next: null,
    }),
  ],
  ['GET /api/statistics', () => statistics],
  ['GET /api/policy/figures', () => figures],
  ['POST /api/policy/what-if', () => ({ report: whatIfReport })],
  ['POST /api/policy/what-if/applications', () => ({ rows: changedRows, next: null, total: changedRows.length })],
  ['GET /api/circle/roads', () => ({ roads: roadsOnFile, modes: ['drive', 'walk'], timetable: true })],
  ['GET /api/circle/roads/lines', () => roadLines],
  ['GET /api/circle/roads.pmtiles', () => roadTiles],
  ['POST /api/circle/view', ({ body }) => circleView(body as CircleQuestion)],
  ['POST /api/circle/isochrones', ({ body }) => circleIsochrones(body as CircleQuestion)],
  [
    'POST /api/circle/way',
    ({ body }) => circleWay(body as AskedWay) ?? new Refused(404, 'circle.noWay', '从这里到不了任何服务点'),
  ],
  ['GET /api/circle/runs', () => ({ runs: keptRows })],
  ['POST /api/circle/runs', () => ({ tenant: '530500', id: keptRuns[0]?.id })],
  [
    'GET /api/circle/runs/:tenant/:id',
    ({ path }) =>
      keptRuns.find(({ id }) => path.endsWith(id)) ?? new Refused(404, 'record.notFound', '没有找到这条记录'),
  ],
  [
    'POST /api/circle/runs/:tenant/:id/again',
    ({ path }) => {
      const run = keptRuns.find(({ id }) => path.includes(id));
      const same = run?.roads.checksum === roadsOnFile.checksum;
      return { graph: same ? 'same' : 'other', onFile: roadsOnFile.checksum, differing: [] };
    },
  ],
  ['GET /api/circle/positions', () => positions],
  [
    'POST /api/circle/positions',
    ({ body }) => {
      const { given, confirmed } = body as PositionToSet;
      // Far in the east of the little city lies no township.
      return given.lon > 99.9 && !confirmed
        ? new Refused(409, 'network.farFromOthers', '离施甸县由旺镇其他村的位置有 61 公里。确实在那里，请再确认一次')
        : { tenant: '530521', id: positions.set[0]?.id };
    },
  ],
  ['POST /api/circle/positions/:tenant/:id/undo', () => null],
  ['GET /api/circle/siting/progress', () => ({ progress: { seconds: 3.2, gap: 0.042 } })],
  ['POST /api/circle/circuits', ({ body }) => teamPlan(body as TeamAsked)],
  [
    'POST /api/circle/circuits/way',
    ({ body }) => ({ line: (body as AskedDay).stops.map(({ lon, lat }) => [lon, lat]) }),
  ],
  ['POST /api/circle/siting', ({ body }) => circlePlan(body as SitingAsked)],
  ['GET /api/points', () => ({ points })],
  ['GET /api/handlers', () => ({ handlers: roster })],
  ['GET /api/accounts', () => ({ rows: accounts, next: null })],
  ['GET /api/system/outbox', () => ({ rows: parked })],
  ['GET /api/system/calendar/:year', () => calendar],
  ['GET /api/law/packs', () => packList],
  ['GET /api/law/packs/:key', ({ path }) => toldPack(path.split('/').at(-1) ?? '')],
  ['GET /api/law/compare', ({ query }) => comparison(query)],
  ['GET /api/law/changes', () => ({ changes })],
  ['POST /api/law/changes/preview', () => preview],
  ['POST /api/law/changes', () => ({ id: changes[0]?.id, version: 1 })],
  ['POST /api/assess', () => assessment],
  [
    'POST /api/people/:tenant/:id/reveal',
    ({ body }) =>
      Object.fromEntries(
        (body as { fields: string[] }).fields.map((field) => [
          field,
          field === 'phone' ? '10012342846' : '000101198105023317',
        ]),
      ),
  ],
];

function regionOf(code: string): unknown {
  const county = counties.find((candidate) => code.startsWith(candidate.code));
  return { code, name: county?.name ?? code, level: 'county', fullName: `保山市${county?.name ?? ''}`, children: [] };
}

async function answer(route: Route, mock: MockApi): Promise<void> {
  const request = route.request();
  const { pathname, searchParams } = new URL(request.url());
  const method = request.method();
  const body = readBody(request.postData());
  mock.calls.push({ method, path: pathname, body, headers: request.headers() });
  const date = `${new Date(`${today}T02:00:00Z`).toUTCString()}`;
  const send = (status: number, value: unknown): Promise<void> => {
    if (value instanceof Uint8Array) return sendPiece(route, value);
    return route.fulfill({
      status,
      contentType: status >= 400 ? 'application/problem+json' : 'application/json',
      headers: { date },
      body: value === undefined ? '' : JSON.stringify(value),
    });
  };
  const own = find([...mock.answers], method, pathname);
  try {
    if (own !== undefined) return await sendAnswer(own({ path: pathname, query: searchParams, body }), send);
    if (pathname === '/api/session') {
      if (method === 'DELETE') return await send(204, undefined);
      if (mock.session === null) return await send(401, new Refused(401, 'auth.required', '请先登录').body);
      return await send(200, mock.session);
    }
    const usual = find(ordinary, method, pathname);
    if (usual === undefined) return await send(404, new Refused(404, 'record.notFound', '没有找到').body);
    return await sendAnswer(usual({ path: pathname, query: searchParams, body }), send);
  } catch {
    // The page has gone; nobody waits for an answer.
  }
}

/** A file, in the piece that was asked for. */
function sendPiece(route: Route, bytes: Uint8Array): Promise<void> {
  const piece = pieceOf(route.request().headers().range, bytes.length);
  if (typeof piece === 'string') return route.fulfill({ status: 200, body: Buffer.from(bytes) });
  return route.fulfill({
    status: 206,
    headers: { 'content-range': `bytes ${piece.from}-${piece.to}/${bytes.length}`, etag: '"mock"' },
    body: Buffer.from(bytes.subarray(piece.from, piece.to + 1)),
  });
}

function sendAnswer(value: unknown, send: (status: number, value: unknown) => Promise<void>): Promise<void> {
  return value instanceof Refused ? send(value.status, value.body) : send(200, value);
}

function find(answers: readonly (readonly [string, Answer])[], method: string, path: string): Answer | undefined {
  return answers.find(([pattern]) => {
    const [wantedMethod, wantedPath = ''] = pattern.split(' ');
    const wanted = wantedPath.split('/');
    const given = path.split('/');
    return (
      wantedMethod === method &&
      wanted.length === given.length &&
      wanted.every((part, index) => part.startsWith(':') || part === given[index])
    );
  })?.[1];
}

function readBody(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
