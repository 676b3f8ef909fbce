import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import { downloadHeaders } from '../../kernel/files/index.ts';
import { callerGone } from '../../kernel/http/caller-gone.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { sendPieces } from '../../kernel/http/send-pieces.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { makePress, renderReport } from '../documents/index.ts';
import {
  positionsSet,
  type Register,
  SetPosition,
  setPosition,
  TenantCode,
  TravelMode,
  undoPosition,
  unplacedVillages,
} from '../network/index.ts';
import type { BusesHolder } from './bus/buses-on-file.ts';
import { mustKeepRun, mustReadCircle } from './permissions.ts';
import { roadLines } from './road-lines.ts';
import { type RoadsHolder, roadsView } from './roads-on-file.ts';
import { AskWay, CircleQuestion, KeepRun, ReportCircle, type RoadsOnFile } from './schema.ts';
import type { SitingProgress } from './siting/problem.ts';
import { drawIsochrones } from './use-cases/draw-isochrones.ts';
import { keepRun } from './use-cases/keep-run.ts';
import { gapOf, PlanStations, preparePlan, solvePlan, viewPlan } from './use-cases/plan-stations.ts';
import { PlanTeamDays, planTeam, prepareTeam } from './use-cases/plan-team-days.ts';
import { keptRun, keptRuns, runAgain } from './use-cases/read-runs.ts';
import { reportCircle } from './use-cases/report-circle.ts';
import { viewCircle } from './use-cases/view-circle.ts';
import { AskDay, wayOfDay } from './use-cases/way-of-day.ts';
import { wayTaken } from './use-cases/way-taken.ts';

const tags = ['circle'];

/** 一小时服务圈: travel times, who is left out, isochrones, and where new stations should stand. Only what is kept is written. */
export function circleRoutes(
  server: FastifyInstance,
  deps: HttpDeps,
  register: Register,
  roads: RoadsHolder,
  { fontFile, buses }: { readonly fontFile?: string | undefined; readonly buses?: BusesHolder } = {},
): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const { fonts } = makePress(deps.files, { fontFile });
  let planning = false;
  let found: (SitingProgress & { readonly of: string }) | undefined;
  /** A search keeps a core busy for seconds: one at a time. @throws Refusal `circle.busy` */
  const oneAtATime = async <T>(plan: () => Promise<T>): Promise<T> => {
    if (planning) throw new Refusal('circle.busy', { seconds: 20 });
    planning = true;
    try {
      return await plan();
    } finally {
      planning = false;
      found = undefined;
    }
  };

  app.get(
    '/api/circle/roads',
    {
      schema: {
        tags,
        summary:
          '路网 · the roads that times are reckoned on, for which ways of travelling there are any, and whether there is a bus timetable',
        querystring: z.strictObject({ by: TravelMode.optional() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      mustReadCircle(actor);
      return {
        roads: roadsView(roads.mustHave(request.query.by)),
        modes: TravelMode.options.filter((mode) => roads.isOnFile(mode)),
        timetable: buses?.buses() !== undefined,
      };
    },
  );
  app.get(
    '/api/circle/roads/lines',
    {
      schema: {
        tags,
        summary: '路网线 · all roads as GeoJSON, for maps that draw no vector tiles',
        querystring: z.strictObject({ by: TravelMode.optional() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      mustReadCircle(actor);
      return roadLines(roads.mustHave(request.query.by).graph);
    },
  );
  app.get(
    '/api/circle/roads.pmtiles',
    {
      schema: {
        tags,
        summary: '路网瓦片 · the roads as vector tiles: a PMTiles archive, sent in pieces',
        description:
          'Takes `Range`, `If-Range` and `If-None-Match`. `graph` keeps what a browser remembers of one graph apart.',
        querystring: z.strictObject({ graph: z.string().max(8).optional(), by: TravelMode.optional() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      mustReadCircle(actor);
      const tiles = await roads.tiles(request.query.by);
      return sendPieces(request, reply, { ...tiles, mediaType: 'application/vnd.pmtiles' });
    },
  );
  app.post(
    '/api/circle/view',
    {
      schema: {
        tags,
        summary:
          '覆盖 · minutes from each village to the nearest point, and how many people that is; nothing is written',
        body: CircleQuestion,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.by);
      return runQuery(runner, actor, (tx) =>
        viewCircle(tx, actor, register, network, request.body, request.body.bus && buses?.buses()),
      );
    },
  );
  app.post(
    '/api/circle/isochrones',
    {
      schema: { tags, summary: '等时圈 · the ground within each band, as GeoJSON', body: CircleQuestion },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.by);
      return runQuery(runner, actor, (tx) => drawIsochrones(tx, actor, network, request.body));
    },
  );
  app.post(
    '/api/circle/way',
    {
      schema: {
        tags,
        summary:
          '怎么走 · the road from a village to its nearest point, as the same question finds it; nothing is written',
        body: AskWay,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.question.by);
      return runQuery(runner, actor, (tx) => wayTaken(tx, actor, register, network, request.body));
    },
  );
  app.post(
    '/api/circle/report',
    {
      schema: {
        tags,
        summary: '测算报告 · a report to print: map, coverage, who is left out, as PDF',
        body: ReportCircle,
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.question.by);
      const report = await runQuery(runner, actor, (tx) => reportCircle(tx, actor, register, network, request.body));
      const pdf = Buffer.from(await renderReport(report, { fonts: fonts(), at: runner.clock.now() }));
      reply.headers(downloadHeaders({ name: `${report.title}.pdf`, kind: 'pdf', bytes: pdf.length }));
      return reply.send(pdf as never);
    },
  );
  app.post(
    '/api/circle/runs',
    { schema: { tags, summary: '留存测算 · keep a reckoning with all it was made of', body: KeepRun } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const tenant = mustKeepRun(actor);
      const network = roads.mustHave(request.body.question.by);
      const key = deps.idempotencyKey(request);
      const kept = await runUseCase(runner, actor, (tx) => keepRun(tx, actor, register, network, request.body), {
        idempotency: key === undefined ? undefined : { tenant, key, request: request.body },
      });
      return reply.code(201).send(kept);
    },
  );
  app.get(
    '/api/circle/runs',
    { schema: { tags, summary: '留存的测算 · reckonings that were kept, the newest first' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { runs: await runQuery(runner, actor, (tx) => keptRuns(tx, actor)) };
    },
  );
  const one = z.strictObject({ tenant: TenantCode, id: z.uuid() });
  app.get(
    '/api/circle/runs/:tenant/:id',
    { schema: { tags, summary: '一次测算 · one kept reckoning, village by village', params: one } },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runQuery(runner, actor, (tx) => keptRun(tx, actor, tenant, id));
    },
  );
  app.post(
    '/api/circle/runs/:tenant/:id/again',
    {
      schema: {
        tags,
        summary: '再算一遍 · reckon a kept one again from what was kept with it, and say whether it comes out the same',
        params: one,
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { tenant, id } = request.params;
      return runQuery(runner, actor, (tx) => runAgain(tx, actor, roads, tenant, id));
    },
  );
  app.get(
    '/api/circle/positions',
    {
      schema: {
        tags,
        summary: '位置标注 · positions set by hand, the newest first, and villages that stand nowhere yet',
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, async (tx) => ({
        set: await positionsSet(tx, actor),
        unplaced: await unplacedVillages(tx, register),
      }));
    },
  );
  app.post(
    '/api/circle/positions',
    {
      schema: {
        tags,
        summary: '标注位置 · say by hand where a village or a point stands; times are reckoned with it from then on',
        body: SetPosition,
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { body } = request;
      const { schematic, box } = roadsView(roads.mustHave());
      const key = deps.idempotencyKey(request);
      const tenant = body.of.kind === 'agency' ? body.of.tenant : body.of.code.slice(0, 6);
      const set = await runUseCase(
        runner,
        actor,
        (tx) => setPosition(tx, actor, register, body, { schematic, box: widened(box) }),
        { idempotency: key === undefined ? undefined : { tenant, key, request: body } },
      );
      return reply.code(201).send(set);
    },
  );
  app.post(
    '/api/circle/positions/:tenant/:id/undo',
    { schema: { tags, summary: '撤销标注 · take a position back: what was on file before stands again', params: one } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runUseCase(runner, actor, (tx) => undoPosition(tx, actor, register, request.params));
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/circle/siting',
    {
      schema: {
        tags,
        summary: '选址 · where new stations should stand; proven, or with the gap to what might be better',
        description: 'Closing the connection breaks the search off.',
        body: PlanStations,
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.question.by);
      return oneAtATime(async () => {
        const prepared = await runQuery(runner, actor, (tx) => preparePlan(tx, actor, register, network, request.body));
        const plan = await solvePlan(prepared, callerGone(reply), (progress) => {
          found = { ...progress, of: actor.id };
        });
        const view = await runQuery(runner, actor, (tx) =>
          viewPlan(tx, actor, register, network, request.body.question, plan.sites),
        );
        return { ...plan, view };
      });
    },
  );
  app.get(
    '/api/circle/siting/progress',
    { schema: { tags, summary: '选址进度 · how far one’s own search for sites is; null where none is going on here' } },
    async (request) => {
      const actor = await deps.actorOf(request);
      mustReadCircle(actor);
      if (found === undefined || found.of !== actor.id) return { progress: null };
      const { objective, bound, seconds } = found;
      return { progress: { seconds, gap: bound === null ? null : gapOf(objective, bound) } };
    },
  );
  app.post(
    '/api/circle/circuits',
    {
      schema: {
        tags,
        summary: '巡回服务 · on which days a mobile team visits the villages beyond the hour; nothing is written',
        description: 'Closing the connection breaks the planning off.',
        body: PlanTeamDays,
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const network = roads.mustHave(request.body.question.by);
      return oneAtATime(async () => {
        const prepared = await runQuery(runner, actor, (tx) => prepareTeam(tx, actor, register, network, request.body));
        return planTeam(prepared, callerGone(reply));
      });
    },
  );
  app.post(
    '/api/circle/circuits/way',
    { schema: { tags, summary: '一天怎么走 · the roads of a team’s day, as one line', body: AskDay } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return wayOfDay(actor, roads.mustHave(request.body.by), request.body);
    },
  );
}

/** The roads' box with a margin of ten kilometres: a village may lie beyond the last road. */
function widened({ west, south, east, north }: RoadsOnFile['box']): RoadsOnFile['box'] {
  const lat = 10 / 111.2;
  const lon = lat / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return { west: west - lon, south: south - lat, east: east + lon, north: north + lat };
}
