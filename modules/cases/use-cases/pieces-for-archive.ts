import { localDateOf } from '../../../kernel/time/index.ts';
import type { Tx } from '../../../kernel/use-case/index.ts';
import type { PieceToBind } from '../../archive/index.ts';
import { attachmentsOfMatter } from '../../documents/index.ts';
import { catalogueFor } from '../rules/file-catalogue.ts';
import { loadCase } from '../store/cases.ts';
import { filesOf } from '../store/handling.ts';

/**
 * The file as the handler handed it in, in the order of the catalogue of its kind and stage: uploaded pieces with their
 * content, pieces on paper as lines. What was uploaded and not handed in comes last.
 */
export async function piecesOfCase(
  tx: Tx,
  file: { readonly tenant: string; readonly matterId: string; readonly caseId: string; readonly archivedAt: string },
): Promise<readonly PieceToBind[]> {
  const aidCase = await loadCase(tx, { tenant: file.tenant, caseId: file.caseId });
  const rank = new Map(catalogueFor(aidCase).pieces.map(({ key }, i) => [key, i]));
  const names = new Map(catalogueFor(aidCase).pieces.map(({ key, name }) => [key, name.zh]));
  const accepted = (await filesOf(tx, file.tenant, file.caseId)).find(({ state }) => state === 'accepted');
  const uploads = (await attachmentsOfMatter(tx, file.tenant, file.matterId)).filter(
    (row) => row.subjectId === file.caseId && row.receivedAt <= file.archivedAt,
  );
  const responsible = aidCase.handlerName ?? undefined;
  const handedIn = (accepted?.pieces ?? [])
    .toSorted((a, b) => (rank.get(a.key) ?? 99) - (rank.get(b.key) ?? 99))
    .map((piece): PieceToBind => {
      const upload = uploads.find(({ hash }) => hash === piece.fileHash);
      return {
        part: 'handling',
        name: piece.name,
        responsible,
        on: piece.on,
        ...(upload === undefined
          ? {}
          : { fileName: upload.fileName, mediaType: upload.mediaType, sha256: upload.hash }),
      };
    });
  const used = new Set(handedIn.flatMap(({ sha256 }) => sha256 ?? []));
  const beside = uploads
    .filter(({ hash }) => !used.has(hash))
    .map(
      (upload): PieceToBind => ({
        part: 'other',
        name: `${names.get(upload.kind) ?? ''}${upload.fileName}`,
        fileName: upload.fileName,
        responsible,
        on: localDateOf(upload.receivedAt),
        mediaType: upload.mediaType,
        sha256: upload.hash,
      }),
    );
  return [...handedIn, ...beside];
}
