import type { Tx } from '../../../kernel/use-case/index.ts';
import type { AgencyPhotoTable } from '../tables.ts';
import { dbOf } from './db.ts';

/** A point's photograph: the content lies in the file store under its hash. */
export type AgencyPhoto = Pick<AgencyPhotoTable, 'fileHash' | 'kind' | 'bytes'>;

export async function photoOf(tx: Tx, tenant: string, agencyId: string): Promise<AgencyPhoto | undefined> {
  return dbOf(tx)
    .selectFrom('agencyPhoto')
    .select(['fileHash', 'kind', 'bytes'])
    .where('tenant', '=', tenant)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst();
}

/** Which of a tenant's points have a photograph, by the point's id. */
export async function photosOf(tx: Tx, tenant: string): Promise<ReadonlyMap<string, AgencyPhoto>> {
  const rows = await dbOf(tx)
    .selectFrom('agencyPhoto')
    .select(['agencyId', 'fileHash', 'kind', 'bytes'])
    .where('tenant', '=', tenant)
    .execute();
  return new Map(rows.map(({ agencyId, ...photo }) => [agencyId, photo]));
}

/** Keep it in the place of the one before. */
export async function savePhoto(
  tx: Tx,
  row: Pick<AgencyPhotoTable, 'tenant' | 'agencyId'> & AgencyPhoto,
): Promise<void> {
  await dbOf(tx)
    .insertInto('agencyPhoto')
    .values({ ...row, keptAt: tx.at })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'agencyId']).doUpdateSet({
        fileHash: row.fileHash,
        kind: row.kind,
        bytes: row.bytes,
        keptAt: tx.at,
      }),
    )
    .execute();
}

/** @returns false when there was none */
export async function dropPhoto(tx: Tx, tenant: string, agencyId: string): Promise<boolean> {
  const result = await dbOf(tx)
    .deleteFrom('agencyPhoto')
    .where('tenant', '=', tenant)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** True while a point's photograph has this content: other rooms may let go of the same bytes. */
export async function networkRefersTo(tx: Tx, hash: string): Promise<boolean> {
  const photo = await dbOf(tx)
    .selectFrom('agencyPhoto')
    .select('agencyId')
    .where('fileHash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return photo !== undefined;
}
