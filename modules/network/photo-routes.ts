import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refusal } from '../../kernel/errors/index.ts';
import { acceptUpload, fileKinds } from '../../kernel/files/index.ts';
import type { HttpDeps } from '../../kernel/http/deps.ts';
import { uploadedFile } from '../../kernel/http/index.ts';
import { citizenActor, runQuery, runUseCase } from '../../kernel/use-case/index.ts';
import { plainPhoto } from './rules/plain-photo.ts';
import { photoOf } from './store/photos.ts';
import { keepPhoto, mayKeepPhoto, mostPhotoBytes, PhotoKey, removePhoto } from './use-cases/keep-photo.ts';

const tags = ['network'];
const path = '/api/agencies/:tenant/:agencyId/photo';

/** Photographs of points: kept by whoever manages the network, seen by everybody. */
export function photoRoutes(server: FastifyInstance, deps: HttpDeps): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const { runner, files } = deps;

  app.post(
    path,
    {
      schema: {
        tags,
        summary:
          '上传法援点照片 · keep a photograph of a point (JPEG, PNG, WebP; one part named file); public from then on',
        params: PhotoKey,
        response: { 201: z.strictObject({ version: z.string() }) },
      },
    },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runQuery(runner, actor, (tx) => mayKeepPhoto(tx, actor, request.params));
      const upload = await uploadedFile(request);
      const file = await acceptUpload(files, { ...upload, content: plain(upload.content) }, mostPhotoBytes);
      const kept = await runUseCase(runner, actor, (tx) => keepPhoto(tx, actor, request.params, file));
      return reply.code(201).send(kept);
    },
  );
  app.delete(
    path,
    { schema: { tags, summary: '撤下照片 · take a photograph away', params: PhotoKey } },
    async (request, reply) => {
      const actor = await deps.actorOf(request);
      await runUseCase(runner, actor, (tx) => removePhoto(tx, actor, request.params));
      return reply.code(204).send();
    },
  );
  app.get(
    path,
    {
      schema: {
        tags,
        summary: '法援点照片 · the photograph of a point, for everybody',
        params: PhotoKey,
        querystring: z.strictObject({ v: z.string().max(12).optional() }),
      },
    },
    async (request, reply) => {
      const { tenant, agencyId } = request.params;
      const photo = await runQuery(runner, citizenActor(tenant), (tx) => photoOf(tx, tenant, agencyId));
      if (photo === undefined) throw new Refusal('record.notFound');
      const { bytes, stream } = await files.read(photo.fileHash);
      const named = request.query.v !== undefined && photo.fileHash.startsWith(request.query.v);
      return reply
        .headers({
          'content-type': fileKinds[photo.kind].mediaType,
          'content-length': String(bytes),
          'content-disposition': 'inline',
          'cache-control': named ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
          'content-security-policy': "sandbox; default-src 'none'",
        })
        .send(stream);
    },
  );
}

/** The photograph without what its camera wrote into it. One that is too large comes as it is, to be refused for that. */
async function* plain(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes <= mostPhotoBytes) pieces.push(piece);
    else {
      for (const early of pieces.splice(0)) yield early;
      yield piece;
    }
  }
  if (bytes <= mostPhotoBytes) yield plainPhoto(Buffer.concat(pieces));
}
