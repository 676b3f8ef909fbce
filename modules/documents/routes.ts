import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { downloadHeaders } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { templateRoutes } from './template-routes.ts';
import { type ConcernedByMatter, downloadDocument } from './use-cases/download-document.ts';
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
