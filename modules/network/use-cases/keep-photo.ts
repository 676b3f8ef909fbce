import { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { AcceptedFile } from '../../../kernel/files/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayManageNetwork } from '../permissions.ts';
import { TenantCode } from '../schema.ts';
import { agencyById } from '../store/agencies.ts';
import { dropPhoto, savePhoto } from '../store/photos.ts';

export const PhotoKey = z.strictObject({ tenant: TenantCode, agencyId: z.uuid() });
export type PhotoKey = z.infer<typeof PhotoKey>;

/** Bytes that a photograph may weigh: it is loaded over a village's mobile network. The desk makes it smaller before sending. */
export const mostPhotoBytes = 1_048_576;

/** What every browser shows in a page. */
const photoKinds = ['jpeg', 'png', 'webp'] as const;

/** Asked before anything is received. @throws Refusal `auth.forbidden`, `record.notFound` */
export async function mayKeepPhoto(tx: Tx, actor: Actor, { tenant, agencyId }: PhotoKey): Promise<void> {
  actor.must(mayManageNetwork, { tenant });
  if ((await agencyById(tx, tenant, agencyId)) === undefined) throw new Refusal('record.notFound');
}

/**
 * 法援点照片: keep a photograph of a point, in the place of the one before. It is public from then on.
 * @throws Refusal `auth.forbidden`, `record.notFound`, `network.photoKind`
 */
export async function keepPhoto(
  tx: Tx,
  actor: Actor,
  key: PhotoKey,
  file: Pick<AcceptedFile, 'hash' | 'bytes' | 'kind'>,
): Promise<{ version: string }> {
  await mayKeepPhoto(tx, actor, key);
  const kind = photoKinds.find((known) => known === file.kind);
  if (kind === undefined) throw new Refusal('network.photoKind');
  await savePhoto(tx, { ...key, fileHash: file.hash, kind, bytes: file.bytes });
  record(tx, key, 'agency.photoKept', { hash: file.hash });
  return { version: file.hash.slice(0, 12) };
}

/** Take a point's photograph away. @throws Refusal `auth.forbidden`, `record.notFound` */
export async function removePhoto(tx: Tx, actor: Actor, key: PhotoKey): Promise<void> {
  await mayKeepPhoto(tx, actor, key);
  if (!(await dropPhoto(tx, key.tenant, key.agencyId))) throw new Refusal('record.notFound');
  record(tx, key, 'agency.photoRemoved', {});
}

function record(
  tx: Tx,
  { tenant, agencyId }: PhotoKey,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
): void {
  tx.record({ tenant, matterId: agencyId, kind, subject: 'agency', subjectId: agencyId, payload });
}
