import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rateLimiter } from '../../kernel/auth/index.ts';
import { type FieldFault, Refusal } from '../../kernel/errors/index.ts';
import { acceptUpload, downloadHeaders, type FileKind, type FileStore, fileKinds } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { uploadedFile } from '../../kernel/http/index.ts';
import { runUseCase } from '../../kernel/use-case/index.ts';
import { mayTakeIn } from './permissions.ts';
import { type MaterialInput, tenantCode } from './schema.ts';
import { openMaterial } from './use-cases/open-material.ts';

const tags = ['applications'];

/** A thick bundle of photographs at once; then one every two seconds. */
const uploadRate = { burst: 60, perMinute: 30 } as const;
/** The form's parser stops at the house's own limit (FAYUAN_UPLOAD_MB), which may be lower. */
const largestUpload = 500 * 1_048_576;

const kindOf = (mediaType: string): FileKind | undefined =>
  (Object.keys(fileKinds) as FileKind[]).find((kind) => fileKinds[kind].mediaType === mediaType);

/** 材料: uploaded at the counter before the application exists, downloaded by those who read the application. */
export function materialRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const limiter = rateLimiter(uploadRate, () => Date.parse(deps.runner.clock.now()));

  app.post(
    '/api/files',
    {
      schema: {
        tags,
        summary: '上传材料 · upload a material (multipart, one file); name it in `materials` of an application',
        consumes: ['multipart/form-data'],
        response: {
          201: z.strictObject({ fileHash: z.string(), fileName: z.string(), mediaType: z.string(), bytes: z.int() }),
        },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      if (!actor.grants.some((grant) => mayTakeIn.roles.includes(grant.role)))
        throw new Refusal('auth.forbidden', { permission: mayTakeIn.key });
      const rate = limiter.take(actor.id);
      if (!rate.allowed) throw new Refusal('rate.limited', { seconds: rate.retryAfterSeconds });
      const { hash, name, kind, bytes } = await acceptUpload(deps.files, await uploadedFile(request), largestUpload);
      return reply.code(201).send({ fileHash: hash, fileName: name, mediaType: fileKinds[kind].mediaType, bytes });
    },
  );

  app.get(
    '/api/applications/:tenant/:id/materials/:materialId',
    {
      schema: {
        tags,
        summary: '下载材料 · download a material; opening it is remembered',
        params: z.strictObject({ tenant: tenantCode, id: z.uuid(), materialId: z.uuid() }),
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      const { tenant, id, materialId } = request.params;
      const material = await runUseCase(deps.runner, actor, (tx) =>
        openMaterial(tx, actor, { tenant, applicationId: id, materialId }),
      );
      const kind = kindOf(material.mediaType);
      if (kind === undefined) throw new Refusal('files.notFound');
      const { bytes, stream } = await deps.files.read(material.fileHash);
      return reply.headers(downloadHeaders({ name: material.fileName, kind, bytes })).send(stream);
    },
  );
}

/**
 * Materials name files that were uploaded before: a hash out of the air would leave a paper that nobody can open.
 * @throws Refusal `input.invalid`, a pointer for each
 */
export async function mustBeUploaded(files: FileStore, materials: readonly MaterialInput[]): Promise<void> {
  const faults = await Promise.all(
    materials.map(async ({ fileHash, mediaType }, i): Promise<readonly FieldFault[]> => {
      if (!(await files.exists(fileHash)))
        return [{ pointer: `/materials/${i}/fileHash`, code: 'application.materialUnknown' }];
      return kindOf(mediaType) === undefined ? [{ pointer: `/materials/${i}/mediaType`, code: 'input.choice' }] : [];
    }),
  );
  if (faults.flat().length > 0) throw new Refusal('input.invalid', {}, faults.flat());
}
