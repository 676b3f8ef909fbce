import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pendingMigrations } from '../../kernel/db/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { buildHttp, contentSecurityPolicy } from '../../kernel/http/index.ts';
import { fromRoot } from '../../kernel/paths.ts';
import { accountRoutes, accountsHooks } from '../../modules/accounts/index.ts';
import {
  applicationRoutes,
  repeatRoutes,
  restoreProvisional,
  reviewsMatter,
} from '../../modules/applications/index.ts';
import { archiveRoutes } from '../../modules/archive/index.ts';
import {
  affairRoutes,
  caseRoutes,
  dutyRoutes,
  gaveHelp,
  handlesCaseOf,
  handlesMatter,
  methodRoutes,
  noticeRoutes,
  reviewsTermination,
} from '../../modules/cases/index.ts';
import { circleRoutes } from '../../modules/circle/index.ts';
import { clockRoutes } from '../../modules/clocks/index.ts';
import { complaintRoutes } from '../../modules/complaints/index.ts';
import { consultationRoutes } from '../../modules/consultations/index.ts';
import { type ConcernedByMatter, documentRoutes } from '../../modules/documents/index.ts';
import { cityOf, loadRegister, networkRoutes } from '../../modules/network/index.ts';
import { objectionRoutes } from '../../modules/objections/index.ts';
import { peopleRoutes } from '../../modules/people/index.ts';
import { lawRoutes } from '../../modules/policy/index.ts';
import { presenceRoutes } from '../../modules/presence/index.ts';
import { qualityRoutes } from '../../modules/quality/index.ts';
import { statisticsRoutes } from '../../modules/statistics/index.ts';
import { subsidyRoutes } from '../../modules/subsidies/index.ts';
import { whatIfRoutes } from '../../modules/what-if/index.ts';
import { portalErrorPage, portalRoutes } from '../portal/index.ts';
import { erasers } from './archive.ts';
import type { House } from './house.ts';
import { lifecycles } from './lifecycles.ts';
import { type ProcessFigures, renderMetrics, watchRequests } from './metrics.ts';
import { migrations } from './migrations.ts';
import { policyRoutes } from './policy-routes.ts';
import { refusals } from './refusals.ts';
import { systemRoutes } from './system-routes.ts';

export interface ServerOptions {
  /** How the figures of every process that serves this port are got; without others, this one's are all. */
  readonly gather?: (own: () => ProcessFigures) => () => Promise<readonly ProcessFigures[]>;
}

const alone: NonNullable<ServerOptions['gather']> = (own) => async () => [own()];

/** The whole web server over an open house: interface, citizens' portal, workbench. Nothing listens yet. */
export async function buildServer(house: House, { gather = alone }: ServerOptions = {}): Promise<FastifyInstance> {
  const { config, runner, log, files } = house;
  const app = await buildHttp({
    log,
    refusals,
    secure: config.tls,
    trustProxy: config.trustProxy,
    uploadLimit: config.uploadBytes,
    errorPage: portalErrorPage,
  });
  const figures = gather(watchRequests(app));
  const accounts = accountsHooks(app, { runner, config, keyRing: house.keyRing });
  const deps: HttpDeps = { runner, log, files, actorOf: accounts.actorOf, idempotencyKey };

  app.get(
    '/healthz',
    { schema: { tags: ['system'], summary: '存活 · alive', response: { 200: z.object({ status: z.literal('ok') }) } } },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    { schema: { tags: ['system'], summary: '就绪 · database reachable, migrations current' } },
    async (_request, reply) => {
      const database = await house.database.ping();
      const pending = database ? (await pendingMigrations(house.database.owner, migrations)).length : -1;
      const ready = database && pending === 0;
      return reply.code(ready ? 200 : 503).send({ ready, database, pendingMigrations: pending });
    },
  );
  app.get('/metrics', { schema: { tags: ['system'], summary: '指标 · Prometheus metrics' } }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await renderMetrics(house, await figures())),
  );
  app.get(
    '/api/openapi.json',
    { schema: { tags: ['system'], summary: '接口说明 · this description (OpenAPI 3.1)' } },
    async () => app.swagger(),
  );
  app.get(
    '/api/lifecycles',
    { schema: { tags: ['system'], summary: '状态表 · life cycles as data' } },
    async () => lifecycles,
  );

  const register = loadRegister();
  const centres = register.regions
    .filter(({ level }) => level === 'city' || level === 'county')
    .map(({ code }) => code);
  accountRoutes(app, deps, { config, keyRing: house.keyRing });
  applicationRoutes(app, deps);
  repeatRoutes(app, deps);
  archiveRoutes(app, deps, { erasers });
  caseRoutes(app, deps, { provisionalRevoked: restoreProvisional });
  affairRoutes(app, deps);
  noticeRoutes(app, deps);
  dutyRoutes(app, deps);
  methodRoutes(app, deps);
  circleRoutes(app, deps, register, house.roads, { fontFile: config.pdfFont, buses: house.buses });
  clockRoutes(app, deps);
  complaintRoutes(app, deps);
  consultationRoutes(app, deps);
  const press = { fontFile: config.pdfFont, publicUrl: config.publicUrl };
  documentRoutes(app, deps, { ...press, concerned });
  networkRoutes(app, deps, register);
  objectionRoutes(app, deps);
  peopleRoutes(app, deps, handlesCaseOf);
  policyRoutes(app, deps, centres);
  lawRoutes(app, deps, { seat: cityOf(register).code, refreshLaw: house.refreshLaw });
  presenceRoutes(app, deps);
  qualityRoutes(app, deps);
  statisticsRoutes(app, deps);
  subsidyRoutes(app, deps);
  systemRoutes(app, deps, house);
  whatIfRoutes(app, deps);
  await portalRoutes(app, { ...deps, config, keyRing: house.keyRing, press });
  await workbench(app);
  return app;
}

/** Who reads a matter's papers without a desk at the centre: its handler, and the bureau when it reviews an objection. */
const concerned: ConcernedByMatter = async (tx, actor, matter) =>
  (await handlesMatter(tx, actor, matter)) ||
  (await gaveHelp(tx, actor, matter)) ||
  (await reviewsMatter(tx, actor, matter)) ||
  (await reviewsTermination(tx, actor, matter));

/** The staff's desk: one page with a fresh nonce each time, and its built assets. */
async function workbench(app: FastifyInstance): Promise<void> {
  const folder = fromRoot('dist', 'workbench');
  if (!existsSync(folder)) return;
  const page = readFileSync(fromRoot('dist', 'workbench', 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/desk/',
    index: false,
    wildcard: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
  const serve = async (_request: FastifyRequest, reply: import('fastify').FastifyReply) => {
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  };
  app.get('/desk', { schema: { hide: true } }, serve);
  app.get('/desk/*', { schema: { hide: true } }, serve);
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (Array.isArray(header)) throw new Refusal('idempotency.format');
  return header;
}
