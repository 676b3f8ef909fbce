import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type AttachmentRow, insertAttachment } from '../store.ts';

export type AttachFile = Omit<AttachmentRow, 'id' | 'receivedAt' | 'receivedBy' | 'destroyedOn'>;

/** Keep a received file with its matter. The bytes are already stored under `hash`; the caller has authorised the step. */
export async function attachFile(tx: Tx, actor: Actor, input: AttachFile): Promise<{ readonly attachmentId: string }> {
  const id = tx.newId();
  await insertAttachment(tx, { ...input, id, receivedAt: tx.at, receivedBy: actor.id, destroyedOn: null });
  tx.record({
    tenant: input.tenant,
    matterId: input.matterId,
    kind: 'document.attached',
    subject: 'attachment',
    subjectId: id,
    payload: { kind: input.kind, mediaType: input.mediaType, bytes: input.bytes, hash: input.hash },
  });
  return { attachmentId: id };
}
