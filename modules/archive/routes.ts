import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { downloadHeaders } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { retentionSchedules, termText } from './rules/retention.ts';
import {
  ArchiveKey,
  BindArchive,
  DestructionKey,
  LiftHold,
  ListArchives,
  ProposeDestruction,
  Reclassify,
  RejectDestruction,
  SetHold,
  SettleDestruction,
} from './schema.ts';
import { downloadArchive } from './use-cases/download-archive.ts';
import { askToBind, liftHold, reclassifyArchive, setHold } from './use-cases/keep-archive.ts';
import { proposeDestruction } from './use-cases/propose-destruction.ts';
import { listArchives, readArchive } from './use-cases/read-archives.ts';
import { listDestructions, readDestruction } from './use-cases/read-destructions.ts';
import {
  appraiseDestruction,
  approveDestruction,
  type EraseContent,
  rejectDestruction,
  withdrawDestruction,
} from './use-cases/settle-destruction.ts';

const tags = ['archive'];

export interface ArchiveRouteOptions {
  /** What the rooms above forget of a matter when its file is destroyed. */
  readonly erasers: readonly EraseContent[];
}

export function archiveRoutes(server: FastifyInstance, deps: HttpDeps, { erasers }: ArchiveRouteOptions): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;

  app.get(
    '/api/archives',
    { schema: { tags, summary: '档案登记簿 · the register of archived files', querystring: ListArchives } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => listArchives(tx, actor, request.query));
    },
  );

  app.get(
    '/api/archives/schedules',
    { schema: { tags, summary: '保管期限表 · how long each kind of file is kept, and where that comes from' } },
    async (request) => {
      await deps.actorOf(request);
      return { terms: termText, schedules: retentionSchedules };
    },
  );

  app.get(
    '/api/archives/:tenant/:archiveId',
    { schema: { tags, summary: '一份档案 · one archived file, its catalogue and holds', params: ArchiveKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readArchive(tx, actor, request.params));
    },
  );

  app.get(
    '/api/archives/:tenant/:archiveId/file',
    { schema: { tags, summary: '下载电子卷宗 · the whole file as one PDF', params: ArchiveKey } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { name, bytes, stream } = await downloadArchive(runner, deps.files, actor, request.params);
      return reply.headers(downloadHeaders({ name, kind: 'pdf', bytes, inline: true })).send(stream);
    },
  );

  app.get(
    '/api/archive-destructions',
    {
      schema: {
        tags,
        summary: '销毁清册 · proposals for destruction and what came of them',
        querystring: z.strictObject({ tenant: ArchiveKey.shape.tenant.optional() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      return { rows: await runQuery(runner, actor, (tx) => listDestructions(tx, actor, request.query.tenant)) };
    },
  );

  app.get(
    '/api/archive-destructions/:tenant/:destructionId',
    { schema: { tags, summary: '一份销毁清册 · one proposal with its files', params: DestructionKey } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readDestruction(tx, actor, request.params));
    },
  );

  const move = <S extends z.ZodObject>(
    path: string,
    summary: string,
    input: S,
    run: (tx: Tx, actor: Actor, input: z.infer<S>) => Promise<unknown>,
  ): void => {
    app.post(path, { schema: { tags, summary, body: input } }, async (request) => {
      const actor = await deps.actorOf(request);
      const body = request.body as z.infer<S> & { readonly tenant: string };
      const key = deps.idempotencyKey(request);
      return runUseCase(runner, actor, (tx) => run(tx, actor, body), {
        idempotency: key === undefined ? undefined : { tenant: body.tenant, key, request: { path, ...body } },
      });
    });
  };
  move('/api/archives/bind', '制作电子卷宗 · ask for the one PDF', BindArchive, askToBind);
  move('/api/archives/hold', '停销 · hold a file', SetHold, setHold);
  move('/api/archives/lift-hold', '解除停销 · lift a hold', LiftHold, liftHold);
  move('/api/archives/lengthen', '延长保管期限 · keep a file longer', Reclassify, reclassifyArchive);
  move('/api/archive-destructions', '提出销毁 · propose files for destruction', ProposeDestruction, proposeDestruction);
  move(
    '/api/archive-destructions/appraise',
    '鉴定同意 · appraise, by a second person',
    SettleDestruction,
    appraiseDestruction,
  );
  move(
    '/api/archive-destructions/approve',
    '批准并销毁 · approve and destroy, by a third person',
    SettleDestruction,
    (tx, actor, input) => approveDestruction(tx, actor, input, erasers),
  );
  move('/api/archive-destructions/reject', '不同意 · reject', RejectDestruction, rejectDestruction);
  move('/api/archive-destructions/withdraw', '撤回 · withdraw', SettleDestruction, withdrawDestruction);
}
