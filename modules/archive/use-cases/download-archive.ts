import type { Readable } from 'node:stream';
import { Refusal } from '../../../kernel/errors/index.ts';
import type { FileStore } from '../../../kernel/files/index.ts';
import { type Actor, type Runner, runUseCase } from '../../../kernel/use-case/index.ts';
import { mayReadArchives } from '../permissions.ts';
import type { ArchiveKey } from '../schema.ts';
import { loadArchive } from '../store.ts';

/**
 * 下载电子卷宗: the whole file as one PDF, streamed from the store. Opening it is remembered with the matter.
 * @throws Refusal `auth.forbidden`, `archive.destroyed`, `archive.notBound`
 */
export async function downloadArchive(
  runner: Runner,
  files: FileStore,
  actor: Actor,
  { tenant, archiveId }: ArchiveKey,
): Promise<{ readonly name: string; readonly bytes: number; readonly stream: Readable }> {
  const row = await runUseCase(runner, actor, async (tx) => {
    actor.must(mayReadArchives, { tenant });
    const found = await loadArchive(tx, tenant, archiveId);
    if (found.state === 'destroyed')
      throw new Refusal('archive.destroyed', { number: found.number, day: found.destroyedOn ?? '' });
    if (found.pdfHash === null) throw new Refusal('archive.notBound');
    tx.record({
      tenant,
      matterId: found.matterId,
      kind: 'archive.fileOpened',
      subject: 'archive',
      subjectId: found.id,
      payload: { sha256: found.pdfHash },
    });
    return { name: `卷宗${found.number}`, hash: found.pdfHash };
  });
  return { name: row.name, ...(await files.read(row.hash)) };
}
