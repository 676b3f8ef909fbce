import type { FileStore } from '../../kernel/files/index.ts';
import type { JobHandlers } from '../../kernel/outbox/index.ts';
import type { Tx } from '../../kernel/use-case/index.ts';
import { refersToFile } from '../documents/index.ts';
import { filesToRemove, isBoundFile, markRemoved } from './store.ts';
import { removeTopic } from './topics.ts';

/** Whether a room above still refers to a stored file, in any matter of any centre. */
export type RefersTo = (tx: Tx, hash: string) => Promise<boolean>;

/**
 * 清除文件: the content of destroyed files, except what another matter holds too. May run again: what is gone is gone.
 * Content is found by its hash, so the same bytes handed in again for another matter in these very milliseconds would be lost
 * with it; they are then missing loudly (`files.notFound`), never silently wrong.
 */
export function archiveJobs(files: FileStore, others: readonly RefersTo[]): JobHandlers {
  return {
    [removeTopic]: async (tx, { tenant, payload }) => {
      const destructionId = String(payload.destructionId);
      for (const hash of await filesToRemove(tx, tenant, destructionId)) {
        let kept = (await refersToFile(tx, hash)) || (await isBoundFile(tx, hash));
        for (const refers of others) kept ||= await refers(tx, hash);
        if (!kept) await files.remove(hash);
        await markRemoved(tx, { tenant, destructionId, hash }, kept);
      }
    },
  };
}
