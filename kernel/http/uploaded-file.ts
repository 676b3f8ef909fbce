import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.ts';
import type { Upload } from '../files/index.ts';

/**
 * The one file of a multipart request, as `acceptUpload` takes it. A file that the form's parser cut off at its limit is
 * refused, never kept by half.
 * @throws Refusal `files.empty` without a file, `body.mediaType` when the request is no form
 */
export async function uploadedFile(request: FastifyRequest): Promise<Upload> {
  const part = await request.file();
  if (part === undefined) throw new Refusal('files.empty');
  return { content: whole(part.file), name: part.filename ?? '', type: part.mimetype };
}

async function* whole(
  file: AsyncIterable<Uint8Array> & { readonly truncated?: boolean; readonly bytesRead?: number },
): AsyncIterable<Uint8Array> {
  yield* file;
  if (file.truncated === true)
    throw new Refusal('files.tooLarge', { max: Math.floor((file.bytesRead ?? 0) / 1_048_576) });
}
