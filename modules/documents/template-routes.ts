import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import { acceptUpload, downloadHeaders } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { uploadedFile } from '../../kernel/http/index.ts';
import { type Actor, runQuery, runUseCase, type Tx } from '../../kernel/use-case/index.ts';
import { type FormKey, formKeys, forms } from './forms/index.ts';
import { starterDocx } from './office-templates/starter.ts';
import { mayProposeTemplate, mayReadTemplates } from './permissions.ts';
import { loadTemplate } from './template-store.ts';
import { previewTemplate } from './use-cases/preview-template.ts';
import { proposeTemplate } from './use-cases/propose-template.ts';
import { readTemplates } from './use-cases/read-templates.ts';
import { contentOf, type Press } from './use-cases/render-document.ts';
import {
  ApproveTemplate,
  approveTemplate,
  endTemplate,
  rejectTemplate,
  SettleTemplate,
  withdrawTemplate,
} from './use-cases/settle-template.ts';

const tags = ['templates'];
/** A form is a few pages of words. */
const largestTemplate = 4 * 1_048_576;
const tenant = z.string().regex(/^\d{6}$/);
const formKey = z.enum(formKeys as [FormKey, ...FormKey[]]);

/** 本机构文书样式: download, edit in Word, hand in, look at, approve, end. */
export function templateRoutes(server: FastifyInstance, deps: HttpDeps, press: Press): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner, files } = deps;

  app.get(
    '/api/templates/:tenant',
    { schema: { tags, summary: '文书样式 · forms, their fields and editions', params: z.strictObject({ tenant }) } },
    async (request) => {
      const actor = await deps.actorOf(request);
      return runQuery(runner, actor, (tx) => readTemplates(tx, actor, request.params.tenant));
    },
  );

  app.get(
    '/api/templates/:tenant/forms/:formKey/starter',
    {
      schema: {
        tags,
        summary: '下载系统样式（带字段） · the built-in form with its fields, as Word',
        params: z.strictObject({ tenant, formKey }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      actor.must(mayReadTemplates, { tenant: request.params.tenant });
      const bytes = Buffer.from(await starterDocx(request.params.formKey));
      const name = `${forms[request.params.formKey].title.zh}（样式）`;
      return reply.headers(downloadHeaders({ name, kind: 'docx', bytes: bytes.length })).send(Readable.from([bytes]));
    },
  );

  app.post(
    '/api/templates/:tenant/forms/:formKey',
    {
      schema: {
        tags,
        summary: '提交本机构样式（multipart，一个 .docx） · hand in an edited form',
        consumes: ['multipart/form-data'],
        params: z.strictObject({ tenant, formKey }),
        response: {
          201: z.strictObject({ templateId: z.string(), edition: z.int(), warnings: z.array(z.string()) }),
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      actor.must(mayProposeTemplate, { tenant: request.params.tenant });
      const file = await acceptUpload(files, await uploadedFile(request), largestTemplate);
      try {
        if (file.kind !== 'docx') throw new Refusal('template.unreadable');
        const content = await contentOf(files, file.hash);
        const input = { ...request.params, fileName: file.name, fileHash: file.hash, content };
        const answer = await runUseCase(runner, actor, (tx) => proposeTemplate(tx, actor, input));
        return reply.code(201).send({ ...answer, warnings: [...answer.warnings] });
      } catch (error) {
        // What was refused is not kept, unless the same content was there before.
        if (file.isNew) await files.remove(file.hash);
        throw error;
      }
    },
  );

  app.get(
    '/api/templates/:tenant/editions/:templateId/:format',
    {
      schema: {
        tags,
        summary: '查看一版样式：原件，或者用示例数据打印 · one edition: the file, or printed with invented data',
        params: z.strictObject({ tenant, templateId: z.uuid(), format: z.enum(['file', 'pdf', 'docx']) }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { params } = request;
      actor.must(mayReadTemplates, { tenant: params.tenant });
      const row = await runQuery(runner, actor, (tx) => loadTemplate(tx, params.tenant, params.templateId));
      const content = await contentOf(files, row.fileHash);
      const { format } = params;
      const bytes = Buffer.from(
        format === 'file' ? content : await previewTemplate(press, row.formKey, content, format),
      );
      const kind = format === 'pdf' ? 'pdf' : 'docx';
      const name = `${forms[row.formKey].title.zh}（第${row.edition}版${format === 'file' ? '' : '，示例'}）`;
      return reply
        .headers(downloadHeaders({ name, kind, bytes: bytes.length, inline: format === 'pdf' }))
        .send(Readable.from([bytes]));
    },
  );

  const move = <S extends z.ZodType>(
    path: string,
    summary: string,
    body: S,
    run: (tx: Tx, actor: Actor, input: z.output<S>) => Promise<object>,
  ): void => {
    app.post(`/api/templates/${path}`, { schema: { tags, summary, body } }, async (request) => {
      const actor = await deps.actorOf(request);
      return runUseCase(runner, actor, (tx) => run(tx, actor, request.body as z.output<S>));
    });
  };
  move('approve', '批准启用，由另一人 · approve, by another person', ApproveTemplate, approveTemplate);
  move('reject', '不同意 · reject', SettleTemplate, rejectTemplate);
  move('withdraw', '撤回 · withdraw', SettleTemplate, withdrawTemplate);
  move('end', '停用，改回系统样式 · end: back to the built-in form', SettleTemplate, endTemplate);
}
