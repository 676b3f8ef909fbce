import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors/index.ts';
import { downloadHeaders, type FileKind, type FileStore, fileKinds } from '../files/index.ts';

/** Send a file as it was received, under its own name. @throws Refusal `files.notFound` */
export async function sendStored(
  files: FileStore,
  reply: FastifyReply,
  stored: { readonly fileName: string; readonly mediaType: string; readonly fileHash: string },
): Promise<FastifyReply> {
  const { bytes, stream } = await files.read(stored.fileHash);
  const kind = (Object.keys(fileKinds) as FileKind[]).find((k) => fileKinds[k].mediaType === stored.mediaType);
  if (kind === undefined) throw new Refusal('files.notFound');
  return reply.headers(downloadHeaders({ name: stored.fileName, kind, bytes })).send(stream);
}
