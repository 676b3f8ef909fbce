import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { wholeCountry } from '../../kernel/db/index.ts';
import { Refusal } from '../../kernel/errors/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { isLocalDate } from '../../kernel/time/index.ts';
import { type Actor, type Permission, runUseCase } from '../../kernel/use-case/index.ts';
import type { House } from './house.ts';

const administers: Permission = { key: 'system.administer', roles: ['systemAdmin'] };
const tags = ['system'];

/** Upkeep for the system administrator: parked work, the calendar of working days. */
export function systemRoutes(app: FastifyInstance, deps: HttpDeps, house: House): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const administrator = async (actor: Actor): Promise<Actor> => {
    if (!actor.grants.some((g) => administers.roles.includes(g.role)))
      throw new Refusal('auth.forbidden', { permission: administers.key });
    return actor;
  };

  api.get('/api/system/outbox', { schema: { tags, summary: '搁置的发送任务 · parked work' } }, async (request) => {
    const actor = await administrator(await deps.actorOf(request));
    const rows = await runUseCase(runner, actor, (tx) =>
      tx.db
        .selectFrom('outbox')
        .select(['tenant', 'id', 'topic', 'key', 'state', 'attempts', 'nextAt', 'lastError', 'createdAt'])
        .where('state', '=', 'parked')
        .orderBy('createdAt', 'desc')
        .limit(200)
        .execute(),
    );
    return { rows };
  });

  api.post(
    '/api/system/outbox/:tenant/:id/retry',
    {
      schema: {
        tags,
        summary: '重新发送 · try again',
        params: z.strictObject({ tenant: z.string().regex(/^\d{6}$/), id: z.uuid() }),
      },
    },
    async (request) => {
      const actor = await administrator(await deps.actorOf(request));
      const { tenant, id } = request.params;
      await runUseCase(runner, actor, async (tx) => {
        const result = await tx.db
          .updateTable('outbox')
          .set({ state: 'waiting', attempts: 0, nextAt: tx.at })
          .where('tenant', '=', tenant)
          .where('id', '=', id)
          .where('state', '=', 'parked')
          .executeTakeFirst();
        if (Number(result.numUpdatedRows) === 0) throw new Refusal('record.notFound');
      });
      return { done: true };
    },
  );

  api.get(
    '/api/system/calendar/:year',
    {
      schema: {
        tags,
        summary: '工作日历 · holidays and made-up working days',
        params: z.strictObject({ year: z.coerce.number().int().min(2003).max(2100) }),
      },
    },
    async (request) => {
      await deps.actorOf(request);
      const { year } = request.params;
      const rows = await house.database.transaction(wholeCountry, (db) =>
        db
          .selectFrom('calendarDay')
          .selectAll()
          .where('date', '>=', `${year}-01-01`)
          .where('date', '<=', `${year}-12-31`)
          .orderBy('date')
          .execute(),
      );
      return { year, known: runner.calendar().isKnown(`${year}-12-31`), rows };
    },
  );

  const dayRow = z.strictObject({
    date: z.string().refine(isLocalDate, { params: { code: 'input.date' } }),
    kind: z.enum(['holiday', 'workday']),
    name: z.string().trim().min(1).max(40),
  });
  api.put(
    '/api/system/calendar/:year',
    {
      schema: {
        tags,
        summary: '录入一年的节假日安排 · enter a year’s notice',
        params: z.strictObject({ year: z.coerce.number().int().min(2003).max(2100) }),
        body: z.strictObject({ source: z.string().trim().min(4).max(200), days: z.array(dayRow).min(1).max(120) }),
      },
    },
    async (request) => {
      const actor = await administrator(await deps.actorOf(request));
      const { year } = request.params;
      const { days, source } = request.body;
      const wrong = days.findIndex((d) => !d.date.startsWith(`${year}-`));
      if (wrong >= 0)
        throw new Refusal('input.invalid', {}, [{ pointer: `/days/${wrong}/date`, code: 'input.outOfRange' }]);
      const tenant = actor.grants[0]?.tenant ?? '';
      await runUseCase(runner, actor, async (tx) => {
        await tx.db
          .deleteFrom('calendarDay')
          .where('date', '>=', `${year}-01-01`)
          .where('date', '<=', `${year}-12-31`)
          .execute();
        await tx.db
          .insertInto('calendarDay')
          .values(days.map((d) => ({ ...d, source })))
          .execute();
        const subject = tx.newId();
        tx.record({
          tenant,
          matterId: subject,
          kind: 'calendar.entered',
          subject: 'calendar',
          subjectId: subject,
          payload: { year, days: days.length, source },
        });
      });
      await house.refreshCalendar();
      return { year, known: runner.calendar().isKnown(`${year}-12-31`) };
    },
  );
}
