import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import { acceptUpload, downloadHeaders, type FileStore } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { mayRecordService } from './permissions.ts';
import { RecordService } from './service-schema.ts';
import { templateRoutes } from './template-routes.ts';
import { type ConcernedByMatter, downloadDocument } from './use-cases/download-document.ts';
import { readService, recordService } from './use-cases/record-service.ts';
import { documentFormats, makePress, type PressOptions } from './use-cases/render-document.ts';
import { SetNumberStyle, setNumberStyle } from './use-cases/set-number-style.ts';
import { verifyDocument } from './use-cases/verify-document.ts';

const tags = ['documents'];

export interface DocumentRouteOptions extends PressOptions {
  /** Whether a handler handles the matter; without it handlers open no papers. */
  readonly concerned?: ConcernedByMatter;
}

export function documentRoutes(server: FastifyInstance, deps: HttpDeps, options: DocumentRouteOptions = {}): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner } = deps;
  const press = makePress(deps.files, options);
  templateRoutes(server, deps, press);

  app.get(
    '/api/documents/:tenant/:documentId/:format',
    {
      schema: {
        tags,
        summary: '下载文书 · a paper as PDF or Word',
        params: z.strictObject({
          tenant: z.string().regex(/^\d{6}$/),
          documentId: z.uuid(),
          format: z.enum(documentFormats),
        }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const file = await downloadDocument(runner, press, actor, request.params, options.concerned);
      const { name, format, bytes } = file;
      return reply.headers(downloadHeaders({ name, kind: format, bytes, inline: format === 'pdf' })).send(file.stream);
    },
  );

  app.post(
    '/api/documents/service',
    {
      bodyLimit: 1_048_576,
      schema: {
        tags,
        summary: '登记送达，出具送达回证 · record how a paper was served; the service receipt is issued with it',
        body: RecordService.extend({
          /** PNG in base64, as a touch screen gives it. */
          signature: z.base64().max(700_000).optional(),
        }),
        response: { 201: z.strictObject({ serviceId: z.string(), receiptId: z.string() }) },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { signature: drawn, ...service } = request.body;
      actor.must(mayRecordService, { tenant: service.tenant });
      const signature = drawn === undefined ? undefined : await acceptSignature(deps.files, drawn);
      try {
        const key = deps.idempotencyKey(request);
        const asked = { ...service, signature: signature?.hash };
        const answer = await runUseCase(runner, actor, (tx) => recordService(tx, actor, service, signature), {
          idempotency: key === undefined ? undefined : { tenant: service.tenant, key, request: asked },
        });
        return await reply.code(201).send(answer);
      } catch (error) {
        // What was refused is not kept, unless the same content was there before.
        if (signature?.isNew === true) await deps.files.remove(signature.hash);
        throw error;
      }
    },
  );

  app.get(
    '/api/documents/:tenant/services/:serviceId',
    {
      schema: {
        tags,
        summary: '一次送达的详情 · one service in words',
        params: z.strictObject({ tenant: z.string().regex(/^\d{6}$/), serviceId: z.uuid() }),
      },
    },
    async (request) => {
      const actor = await deps.actorOf(request);
      const { signatureHash, ...service } = await runQuery(runner, actor, (tx) =>
        readService(tx, actor, request.params),
      );
      return { ...service, signed: signatureHash !== null };
    },
  );

  app.get(
    '/api/documents/:tenant/services/:serviceId/signature',
    {
      schema: {
        tags,
        summary: '触摸屏上的签名 · what was signed on the screen',
        params: z.strictObject({ tenant: z.string().regex(/^\d{6}$/), serviceId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { signatureHash } = await runQuery(runner, actor, (tx) => readService(tx, actor, request.params));
      if (signatureHash === null) throw new Refusal('record.notFound');
      const { bytes, stream } = await deps.files.read(signatureHash);
      return reply.headers(downloadHeaders({ name: '签名', kind: 'png', bytes, inline: true })).send(stream);
    },
  );

  app.get(
    '/api/verify-document',
    {
      schema: {
        tags,
        summary: '核验文书 · check a paper by number and code; names nobody',
        querystring: z.strictObject({ number: z.string().min(1).max(120), code: z.string().min(1).max(40) }),
        response: {
          200: z.strictObject({
            title: z.strictObject({ zh: z.string(), en: z.string() }),
            number: z.string(),
            agency: z.string(),
            issuedOn: z.iso.date(),
            demonstration: z.boolean(),
          }),
        },
      },
    },
    ({ query }) => verifyDocument(runner, query),
  );

  app.put(
    '/api/number-style',
    { schema: { tags, summary: '设置文书编号样式 · the centre’s word and number pattern', body: SetNumberStyle } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runUseCase(runner, actor, (tx) => setNumberStyle(tx, actor, request.body));
      return reply.code(204).send();
    },
  );
}

/** Half a megabyte is far more than a few strokes need. */
const largestSignature = 524_288;

/** @throws Refusal of the files, or `input.invalid` for a picture that is no PNG */
async function acceptSignature(files: FileStore, drawn: string) {
  const content = Buffer.from(drawn, 'base64');
  const kept = await acceptUpload(
    files,
    {
      content: (async function* () {
        yield content;
      })(),
      name: 'signature.png',
    },
    largestSignature,
  );
  if (kept.kind === 'png') return kept;
  if (kept.isNew) await files.remove(kept.hash);
  throw new Refusal('input.invalid', {}, [{ pointer: '/signature', code: 'document.signatureMissing' }]);
}
