import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { attachFile } from '../../documents/index.ts';

/** A file as it was accepted and stored. */
export interface StoredFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** 附件: photos and papers that the person hands in with a complaint. Called in the transaction that registers it or takes in what was missing. */
export async function attachToComplaint(
  tx: Tx,
  actor: Actor,
  { tenant, complaintId }: { readonly tenant: string; readonly complaintId: string },
  files: readonly StoredFile[],
): Promise<void> {
  for (const { hash, name, mediaType, bytes } of files)
    await attachFile(tx, actor, {
      tenant,
      matterId: complaintId,
      subject: 'complaint',
      subjectId: complaintId,
      kind: 'facts',
      fileName: name,
      mediaType,
      bytes,
      hash,
    });
}
