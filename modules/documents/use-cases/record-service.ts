import { Refusal } from '../../../kernel/errors/index.ts';
import { localDateOf } from '../../../kernel/time/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayReadDocuments, mayRecordService, readersOfSubject } from '../permissions.ts';
import { serviceFaults } from '../rules/service.ts';
import { openServiceWords, sealServiceWords } from '../sealed.ts';
import type { RecordService } from '../service-schema.ts';
import { insertService, loadService } from '../service-store.ts';
import { type DocumentRow, loadDocument } from '../store.ts';
import { issueDocument } from './issue-document.ts';
import { titleOf } from './read-documents.ts';

/** What was written on the screen, already stored. */
export interface Signature {
  readonly hash: string;
}

/**
 * 登记送达: how, when and to whom a paper was handed; the service receipt (送达回证) is issued with it and goes to the papers.
 * @throws Refusal `auth.forbidden`, `record.notFound`, `document.notServed` for a paper without a number or one that its own step serves,
 *   `input.invalid` naming each field
 */
export async function recordService(
  tx: Tx,
  actor: Actor,
  input: RecordService,
  signature?: Signature,
): Promise<{ readonly serviceId: string; readonly receiptId: string }> {
  const { tenant } = input;
  actor.must(mayRecordService, { tenant });
  const paper = await loadDocument(tx, tenant, input.documentId);
  if (paper.destroyedOn !== null) throw new Refusal('document.destroyed', { day: paper.destroyedOn });
  if (paper.number === null || paper.subject in readersOfSubject) throw new Refusal('document.notServed');
  const faults = serviceFaults(
    { ...input, signed: signature !== undefined },
    { issuedOn: localDateOf(paper.issuedAt), today: tx.today },
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);

  const receipt = await issueDocument(tx, actor, {
    tenant,
    matterId: paper.matterId,
    subject: paper.subject,
    subjectId: paper.subjectId,
    formKey: 'serviceReceipt',
    ...(paper.agencyId === null ? {} : { agencyId: paper.agencyId }),
    head: headOf(paper),
    body: {
      recipientName: input.recipient,
      method: input.method,
      documents: [{ name: titleOf(paper.formKey).zh, ...(paper.number === null ? {} : { number: paper.number }) }],
      servedBy: [actor.name],
      servedOn: input.servedOn,
      ...receivedPart(input),
      remark: remarkOf(input, signature),
    },
  });
  const id = tx.newId();
  const { recipient, receivedBy, relation, trackingNumber, remark } = input;
  await insertService(tx, {
    tenant,
    id,
    documentId: paper.id,
    matterId: paper.matterId,
    receiptId: receipt.documentId,
    method: input.method,
    servedOn: input.servedOn,
    consentOn: input.method === 'electronic' ? (input.consentOn ?? null) : null,
    signing: input.signing ?? null,
    wordsSealed: sealServiceWords(tx, { tenant, id }, { recipient, receivedBy, relation, trackingNumber, remark }),
    signatureHash: signature?.hash ?? null,
    recordedBy: actor.id,
    recordedByName: actor.name,
    recordedAt: tx.at,
    destroyedOn: null,
  });
  tx.record({
    tenant,
    matterId: paper.matterId,
    kind: 'document.served',
    subject: 'document',
    subjectId: paper.id,
    payload: {
      formKey: paper.formKey,
      number: paper.number,
      method: input.method,
      servedOn: input.servedOn,
      signing: input.signing ?? null,
      receiptId: receipt.documentId,
    },
  });
  return { serviceId: id, receiptId: receipt.documentId };
}

/** The words of a service and what was signed, for whoever may read the matter's papers. */
export async function readService(tx: Tx, actor: Actor, { tenant, serviceId }: { tenant: string; serviceId: string }) {
  actor.must(mayReadDocuments, { tenant });
  const row = await loadService(tx, tenant, serviceId);
  if (row.destroyedOn !== null) throw new Refusal('document.destroyed', { day: row.destroyedOn });
  const { id, documentId, method, servedOn, consentOn, signing, signatureHash, recordedByName, recordedAt } = row;
  return {
    ...openServiceWords(tx, row),
    serviceId: id,
    documentId,
    method,
    servedOn,
    consentOn,
    signing,
    signatureHash,
    recordedByName,
    recordedAt,
  };
}

function headOf({ head, demonstration }: DocumentRow) {
  const { agency, matterNumber } = head;
  return { agency, demonstration, ...(matterNumber === undefined ? {} : { matterNumber }) };
}

function receivedPart({ signing, recipient, receivedBy, servedOn }: RecordService) {
  if (signing === undefined && receivedBy === undefined) return {};
  return { receivedBy: receivedBy ?? recipient, receivedOn: servedOn };
}

const signingText = {
  touch: '在触摸屏上手写签名，图像另存',
  paper: '在纸质文书回执上签名，原件入卷',
  fingerprint: '在纸质文书回执上按指印，原件入卷',
} as const;

/** What the receipt says beside its boxes. */
function remarkOf(input: RecordService, signature: Signature | undefined): string {
  return [
    ...(input.receivedBy === undefined ? [] : [`由${input.receivedBy}代收，与受送达人的关系：${input.relation ?? ''}`]),
    ...(input.signing === undefined ? [] : [signingText[input.signing]]),
    ...(signature === undefined ? [] : [`签名图像 SHA-256：${signature.hash}`]),
    ...(input.method === 'electronic' ? [`受送达人于${input.consentOn}同意电子送达`] : []),
    ...(input.trackingNumber === undefined ? [] : [`邮寄单号：${input.trackingNumber}`]),
    ...(input.remark === undefined ? [] : [input.remark]),
  ].join('\n');
}
