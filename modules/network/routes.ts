import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { citizenActor, runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { mayReadPersonnel } from './permissions.ts';
import { photoRoutes } from './photo-routes.ts';
import { childrenOf, fullNameOf, type Register, regionOf } from './register/register.ts';
import { searchRegions } from './register/search.ts';
import { AgencyKind, NewAgency, NewHandler, RegionCode, RegionLevel, TenantCode } from './schema.ts';
import { listAgencies } from './store/agencies.ts';
import { listExperts, listLiaisons } from './store/experts-and-liaisons.ts';
import { listHandlers } from './store/handlers.ts';
import { ChangeAgencyStatus, changeAgencyStatus } from './use-cases/change-agency-status.ts';
import { ChangeHandlerLanguages, changeHandlerLanguages } from './use-cases/change-handler-languages.ts';
import { ChangeHandlerStatus, changeHandlerStatus } from './use-cases/change-handler-status.ts';
import { ListNearest, listNearest } from './use-cases/list-nearest.ts';
import { ListPoints, listPoints } from './use-cases/list-points.ts';
import { registerAgency } from './use-cases/register-agencies.ts';
import { registerHandler } from './use-cases/register-handlers.ts';

const list = <T extends z.ZodType>(item: T) => z.union([item.transform((one) => [one]), z.array(item)]);
const Tenant = z.strictObject({ tenant: TenantCode });

/** The public part (regions, agencies, nearest places) and the register keepers' part. */
export function networkRoutes(server: FastifyInstance, deps: HttpDeps, register: Register): void {
  const { runner } = deps;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const once = (request: FastifyRequest, body: { readonly tenant: string }) => {
    const key = deps.idempotencyKey(request);
    return { idempotency: key === undefined ? undefined : { tenant: body.tenant, key, request: body } };
  };
  const summary = (code: string) => {
    const region = regionOf(register, code);
    if (region === undefined) throw new Refusal('record.notFound');
    return { code: region.code, name: region.name, level: region.level, fullName: fullNameOf(register, region.code) };
  };

  app.get(
    '/api/regions',
    {
      schema: {
        tags: ['network'],
        summary: '查区划 · search the register of regions by name, pinyin, initials or code',
        querystring: z.strictObject({
          query: z.string().max(60),
          within: RegionCode.optional(),
          levels: list(RegionLevel).optional(),
          limit: z.coerce.number().int().min(1).max(100).optional(),
        }),
      },
    },
    async ({ query: { query, within, levels, limit } }) => ({
      source: register.source,
      regions: searchRegions(register, query, {
        ...(within === undefined ? {} : { within }),
        ...(levels === undefined ? {} : { levels }),
        ...(limit === undefined ? {} : { limit }),
      }).map(({ region }) => summary(region.code)),
    }),
  );
  app.get(
    '/api/regions/:code',
    {
      schema: {
        tags: ['network'],
        summary: '一个区划和它的下一级 · one unit of the register and those directly below it',
        params: z.strictObject({ code: RegionCode }),
      },
    },
    async ({ params }) => ({
      ...summary(params.code),
      children: childrenOf(register, params.code).map((child) => summary(child.code)),
    }),
  );
  app.get(
    '/api/nearest',
    {
      schema: {
        tags: ['network'],
        summary: '最近的法援点 · nearest places for legal aid, with their hours; time by road where roads are on file',
        querystring: ListNearest.extend({ kinds: list(AgencyKind).optional() }),
      },
    },
    ({ query }) => runQuery(runner, citizenActor(''), (tx) => listNearest(tx, register, query)),
  );
  app.get(
    '/api/agencies',
    {
      schema: {
        tags: ['network'],
        summary: '辖区内的机构 · agencies of a jurisdiction',
        querystring: Tenant.extend({ kinds: list(AgencyKind).optional() }),
      },
    },
    async ({ query: { tenant, kinds } }) => ({
      agencies: await runQuery(runner, citizenActor(tenant), (tx) =>
        listAgencies(tx, { tenant, ...(kinds === undefined ? {} : { kinds }) }),
      ),
    }),
  );

  app.get(
    '/api/points',
    {
      schema: {
        tags: ['network'],
        summary: '服务点管理 · points of a place with their photographs, for whoever manages the network',
        querystring: ListPoints,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { points: await runQuery(runner, actor, (tx) => listPoints(tx, actor, request.query)) };
    },
  );
  photoRoutes(server, deps);

  const personnel = { querystring: Tenant, tags: ['network'] };
  app.get(
    '/api/handlers',
    { schema: { ...personnel, summary: '承办人名册 · the roster of handlers' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      actor.must(mayReadPersonnel, request.query);
      return { handlers: await runQuery(runner, actor, (tx) => listHandlers(tx, request.query)) };
    },
  );
  app.get('/api/experts', { schema: { ...personnel, summary: '专家库 · the expert pool' } }, async (request) => {
    const actor = await deps.actorOf(request);
    actor.must(mayReadPersonnel, request.query);
    return { experts: await runQuery(runner, actor, (tx) => listExperts(tx, request.query.tenant)) };
  });
  app.get(
    '/api/liaisons',
    { schema: { ...personnel, summary: '联络员 · liaisons of the villages' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      actor.must(mayReadPersonnel, request.query);
      return { liaisons: await runQuery(runner, actor, (tx) => listLiaisons(tx, request.query.tenant)) };
    },
  );

  app.post(
    '/api/agencies',
    { schema: { tags: ['network'], summary: '登记机构 · register an agency', body: NewAgency } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const created = await runUseCase(
        runner,
        actor,
        (tx) => registerAgency(tx, actor, register, request.body),
        once(request, request.body),
      );
      return reply.code(201).send(created);
    },
  );
  app.post(
    '/api/handlers',
    { schema: { tags: ['network'], summary: '登记承办人 · put a handler on the roster', body: NewHandler } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const created = await runUseCase(
        runner,
        actor,
        (tx) => registerHandler(tx, actor, register, request.body),
        once(request, request.body),
      );
      return reply.code(201).send(created);
    },
  );
  app.post(
    '/api/agencies/status',
    {
      schema: {
        tags: ['network'],
        summary: '变更机构状态 · suspend, reopen or close an agency',
        body: ChangeAgencyStatus,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => changeAgencyStatus(tx, actor, request.body));
    },
  );
  app.post(
    '/api/handlers/languages',
    {
      schema: {
        tags: ['network'],
        summary: '登记承办人的语言 · what a handler can be spoken to in',
        body: ChangeHandlerLanguages,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(
        runner,
        actor,
        (tx) => changeHandlerLanguages(tx, actor, request.body),
        once(request, request.body),
      );
    },
  );
  app.post(
    '/api/handlers/status',
    {
      schema: {
        tags: ['network'],
        summary: '变更承办人状态 · suspend, reinstate or take a handler off the roster',
        body: ChangeHandlerStatus,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => changeHandlerStatus(tx, actor, request.body));
    },
  );
}
