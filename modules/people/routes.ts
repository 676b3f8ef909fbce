import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { personInput, personView, protectedFields, revealReason, revealReasons } from './schema.ts';
import { correctPerson } from './use-cases/correct-person.ts';
import { LinkPersons, linkPersons, MatchPerson, matchKnownPerson, matchPerson } from './use-cases/match-person.ts';
import { type Concerned, revealPerson } from './use-cases/reveal-person.ts';
import { searchPersons } from './use-cases/search-persons.ts';
import { shieldPerson } from './use-cases/shield-person.ts';

const tenant = z.string().regex(/^\d{6}$/);
const place = z.strictObject({ tenant, personId: z.uuid() });
const versionAnswer = { 200: z.strictObject({ version: z.int() }) };

const changes = personInput.omit({ shielded: true, demonstration: true });
const correction = z.strictObject({
  version: z.int().min(1),
  matterId: z.uuid().optional(),
  changes: z
    .strictObject({
      name: changes.shape.name.optional(),
      sex: changes.shape.sex.nullable(),
      birthDate: changes.shape.birthDate.nullable(),
      ethnicity: changes.shape.ethnicity.nullable(),
      document: changes.shape.document.nullable(),
      phone: changes.shape.phone.nullable(),
      address: changes.shape.address.nullable(),
      region: changes.shape.region.nullable(),
    })
    .partial(),
});

/** @param concerned whether a handler handles a matter of the person; without it handlers reveal nobody */
export function peopleRoutes(server: FastifyInstance, deps: HttpDeps, concerned?: Concerned): void {
  const { runner, actorOf } = deps;
  const app = server.withTypeProvider<ZodTypeProvider>();
  const tags = ['people'];

  // The text searched for is a name or a number: it travels in the body, never in an address that proxies write down.
  app.post(
    '/api/people/search',
    {
      schema: {
        tags,
        summary: '查人 · find persons by the beginning of a name or pinyin, or by a whole phone or document number',
        body: z.strictObject({
          text: z.string().trim().min(1).max(100),
          tenant: tenant.optional(),
          after: z.string().max(600).optional(),
          limit: z.int().min(1).max(100).optional(),
        }),
        response: { 200: z.strictObject({ rows: z.array(personView), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      const { rows, next } = await runQuery(runner, actor, (tx) => searchPersons(tx, actor, request.body));
      return { rows: [...rows], next };
    },
  );

  // What is asked about is a name, a birth date, numbers: in the body, like a search.
  app.post(
    '/api/people/:tenant/matches',
    {
      schema: {
        tags,
        summary: '是不是同一个人 · persons on file who may be this one, with what speaks for and against it',
        params: place.pick({ tenant: true }),
        body: MatchPerson.omit({ tenant: true }),
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      const input = { ...request.body, ...request.params };
      return { matches: await runQuery(runner, actor, (tx) => matchPerson(tx, actor, input)) };
    },
  );

  app.get(
    '/api/people/:tenant/:personId/matches',
    {
      schema: {
        tags,
        summary: '可能是同一个人 · persons on file who may be this person on file, and what was said of them',
        params: place,
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      return { matches: await runQuery(runner, actor, (tx) => matchKnownPerson(tx, actor, request.params)) };
    },
  );

  app.post(
    '/api/people/:tenant/:personId/link',
    {
      schema: {
        tags,
        summary: '认定是否同一人 · say of two persons on file that they are one, or are not',
        params: place,
        body: LinkPersons.pick({ otherId: true, same: true }),
        response: { 200: z.strictObject({ same: z.boolean() }) },
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      return runUseCase(runner, actor, (tx) => linkPersons(tx, actor, { ...request.body, ...request.params }));
    },
  );

  app.get(
    '/api/people/reveal-reasons',
    {
      schema: {
        tags,
        summary: '查看理由 · the reasons for which protected values may be looked at',
        response: { 200: z.array(z.strictObject({ code: z.string(), zh: z.string(), en: z.string() })) },
      },
    },
    async (request) => {
      await actorOf(request);
      return Object.entries(revealReasons).map(([code, text]) => ({ code, ...text }));
    },
  );

  app.post(
    '/api/people/:tenant/:personId/reveal',
    {
      schema: {
        tags,
        summary: '查看隐去的信息 · reveal protected values for a stated reason; kept in the history',
        params: place,
        body: z.strictObject({
          fields: z.array(z.enum(protectedFields)).min(1).max(protectedFields.length),
          reason: revealReason,
          matterId: z.uuid().optional(),
        }),
        response: {
          200: z.strictObject({
            identityNumber: z.string().nullable().optional(),
            phone: z.string().nullable().optional(),
            address: z.string().nullable().optional(),
          }),
        },
      },
    },
    async (request, reply) => {
      const actor = await actorOf(request);
      void reply.header('cache-control', 'no-store');
      return runUseCase(runner, actor, (tx) =>
        revealPerson(tx, actor, { ...request.params, ...request.body }, concerned),
      );
    },
  );

  app.post(
    '/api/people/:tenant/:personId/correct',
    {
      schema: {
        tags,
        summary: '更正 · put a person’s data right; the former values are kept sealed',
        params: place,
        body: correction,
        response: versionAnswer,
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      return runUseCase(runner, actor, (tx) => correctPerson(tx, actor, { ...request.params, ...request.body }));
    },
  );

  app.post(
    '/api/people/:tenant/:personId/shield',
    {
      schema: {
        tags,
        summary: '住址保护 · protect a person’s address, or end the protection',
        params: place,
        body: z.strictObject({ version: z.int().min(1), shielded: z.boolean(), matterId: z.uuid().optional() }),
        response: versionAnswer,
      },
    },
    async (request) => {
      const actor = await actorOf(request);
      return runUseCase(runner, actor, (tx) => shieldPerson(tx, actor, { ...request.params, ...request.body }));
    },
  );
}
