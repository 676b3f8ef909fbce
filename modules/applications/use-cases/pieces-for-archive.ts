import { localDateOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PieceToBind } from '../../archive/index.ts';
import { materialsOfMatter } from '../erasure-store.ts';

/** What the person handed in, for the one PDF of the file: as it stood when the file was accepted. */
export async function piecesOfApplications(
  tx: Tx,
  file: { readonly tenant: string; readonly matterId: string; readonly archivedAt: string },
): Promise<readonly PieceToBind[]> {
  const materials = await materialsOfMatter(tx, { ...file, until: file.archivedAt });
  return materials.map(({ fileName, fileHash, mediaType, receivedAt, recipientName }) => ({
    part: 'intake',
    name: fileName,
    fileName,
    responsible: recipientName,
    on: localDateOf(receivedAt),
    mediaType,
    sha256: fileHash,
  }));
}
